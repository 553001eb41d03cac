"""Under `/c/<code>/`: what is talked over, for everybody and at the desk."""

from django.urls import path

from linli.governance.deliberation.statement_urls import STATEMENTS
from linli.governance.deliberation.views import desk, listening, public, results, talks

app_name = "deliberation"

_ONE = "deliberation/<uuid:topic_id>"
_DESK = "desk/deliberation/<uuid:topic_id>"
_TALK = "desk/deliberation/talks/<uuid:talk_id>"

TOPICS = [
    # For everybody
    path("deliberation/", public.show_all, name="topics"),
    path("deliberation.json", public.show_all, name="topics_data"),
    path("deliberation/new/", public.propose, name="propose"),
    path("deliberation/invited/", public.invited, name="invited"),
    path("deliberation/invited/<uuid:drawn_id>/", public.answer_draw, name="answer_draw"),
    path("deliberation/points/<uuid:point_id>/", public.show_point, name="point"),
    path("deliberation/points/<uuid:point_id>.json", public.show_point, name="point_data"),
    path("deliberation/points/<uuid:point_id>/<str:how>/", results.follow, name="follow"),
    path(f"{_ONE}/", public.show, name="topic"),
    path(f"{_ONE}.json", public.show, name="topic_data"),
    path(f"{_ONE}/withdraw/", public.withdraw, name="withdraw"),
    path(f"{_ONE}/dissent/", public.dissent, name="dissent"),
    path(f"{_ONE}/dissent/back/", public.take_back, name="take_dissent_back"),
    # At the desk
    path("desk/deliberation/", desk.show_all, name="desk"),
    path("desk/deliberation/new/", desk.propose, name="propose_desk"),
    path(f"{_DESK}/", desk.show, name="topic_desk"),
    path(f"{_DESK}/accept/", desk.accept, name="accept"),
    path(f"{_DESK}/end/", desk.end, name="end"),
    path(f"{_DESK}/decline/", desk.decline, name="decline"),
    path(f"{_DESK}/reconsider/", desk.reconsider, name="reconsider"),
    path(f"{_DESK}/form/", desk.arrange, name="arrange"),
    path(f"{_DESK}/invite/", desk.invite, name="invite"),
    path(f"{_DESK}/invite/drop/", desk.drop_party, name="drop_party"),
    path(f"{_DESK}/draw/", talks.announce, name="announce_draw"),
    path("desk/deliberation/draws/<uuid:draw_id>/", talks.draw, name="draw"),
    path("desk/deliberation/draws/<uuid:draw_id>/check/", talks.check_draw, name="check_draw"),
    path(f"{_DESK}/talk/", talks.plan, name="plan_talk"),
    path("desk/deliberation/gatherings/<uuid:gathering_id>/", talks.of_gathering, name="talk_of"),
    path(f"{_TALK}/", talks.show, name="talk"),
    path(f"{_TALK}/change/", talks.change, name="change_talk"),
    path(f"{_TALK}/call/", talks.call, name="call_talk"),
    path(f"{_TALK}/cancel/", talks.cancel, name="cancel_talk"),
    path(f"{_TALK}/open/", talks.open_talk, name="open_talk"),
    path(f"{_TALK}/close/", talks.close, name="close_talk"),
    path(f"{_TALK}/minutes/", talks.publish_minutes, name="publish_minutes"),
    path(f"{_DESK}/online/", results.begin_online, name="begin_online"),
    path(f"{_DESK}/result/", results.write, name="write"),
    path(f"{_DESK}/result/point/", results.add_point, name="add_point"),
    path(f"{_DESK}/result/opinion/", results.consider, name="consider"),
    path(f"{_DESK}/result/strike/", results.strike, name="strike"),
    path(f"{_DESK}/result/show/", results.show_draft, name="show_draft"),
    path(f"{_DESK}/result/back/", results.take_draft_back, name="take_draft_back"),
    path(f"{_DESK}/result/dissent/", results.dissent, name="dissent_desk"),
    path(
        f"{_DESK}/result/dissent/<uuid:dissent_id>/strike/",
        results.strike_dissent,
        name="strike_dissent",
    ),
    path(f"{_DESK}/result/publish/", results.publish, name="publish"),
    path(f"{_DESK}/again/", results.talk_again, name="talk_again"),
    path(f"{_DESK}/assembly/", results.take_to_assembly, name="take_to_assembly"),
    path(f"{_DESK}/assembly/decided/", results.record_decision, name="record_decision"),
    path(f"{_DESK}/look-back/", results.look_back, name="look_back"),
]

_CARRIED = "desk/listening/<uuid:carried_id>"
_DAY = "desk/listening/days/<uuid:day_id>"

LISTENING = [
    path("listening/", listening.show_public, name="listening"),
    path("listening.json", listening.show_public, name="listening_data"),
    path("desk/listening/", listening.show_desk, name="listening_desk"),
    path("desk/listening/days/new/", listening.announce, name="announce_day"),
    path(f"{_DAY}/held/", listening.hold, name="hold_day"),
    path(f"{_DAY}/off/", listening.call_off, name="call_off_day"),
    path("desk/listening/new/", listening.note, name="note"),
    path(f"{_CARRIED}/send/", listening.send, name="send"),
    path(f"{_CARRIED}/chase/", listening.chase, name="chase"),
    path(f"{_CARRIED}/answer/", listening.answer_it, name="answer"),
    path(f"{_CARRIED}/drop/", listening.drop, name="drop"),
]

urlpatterns = [*TOPICS, *LISTENING, *STATEMENTS]
