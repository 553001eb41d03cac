"""Addresses of party, under the community's own."""

from django.urls import path

from linli.partners.party.views import desk, public, serving

app_name = "party"

_BRANCH, _MEETING = (
    "desk/party/branches/<uuid:branch_id>/",
    "desk/party/meetings/<uuid:meeting_id>/",
)
_UNIT = "desk/party/units/<uuid:unit_id>/"
_COUNCIL = "desk/party/council/<uuid:council_id>/"

urlpatterns = [
    path("party/", public.show, name="public"),
    path("party.json", public.show, name="public_data"),
    path("party/together/", public.together, name="together"),
    path("party/mine/", public.mine, name="mine"),
    path("party/mine/check-in/", public.check_in, name="check_in"),
    path("party/posts/<uuid:post_id>/claim/", public.claim, name="claim"),
    path("party/mine/<uuid:row_id>/record/", public.record, name="record"),
    path("party/mine/<uuid:row_id>/stay/", public.stay, name="stay"),
    path("party/mine/<uuid:row_id>/leave/", public.leave, name="leave"),
    path("party/mine/services/<uuid:service_id>/strike/", public.strike, name="strike"),
    path("desk/party/", desk.show_calendar, name="calendar"),
    path("desk/party/affairs/", desk.show_affairs, name="affairs"),
    path("desk/party/affairs/<str:item>/<str:about>/", desk.publish, name="publish"),
    path("desk/party/branches/", desk.show_branches, name="branches"),
    path("desk/party/branches/new/", desk.found_branch, name="found_branch"),
    path(_BRANCH + "change/", desk.change_branch, name="change_branch"),
    path(_BRANCH + "end/", desk.end_branch, name="end_branch"),
    path(_BRANCH + "promise/", desk.promise, name="promise"),
    path(_BRANCH + "meetings/new/", desk.plan_meeting, name="plan_meeting"),
    path(_MEETING + "move/", desk.move_meeting, name="move_meeting"),
    path(_MEETING + "held/", desk.hold_meeting, name="hold_meeting"),
    path(_MEETING + "drop/", desk.drop_meeting, name="drop_meeting"),
    path("desk/party/pledges/<uuid:pledge_id>/kept/", desk.keep_pledge, name="keep_pledge"),
    path("desk/party/totals/new/", desk.tell_total, name="tell_total"),
    path("desk/party/studies/", desk.show_studies, name="studies"),
    path("desk/party/posts/", serving.show_posts, name="posts_desk"),
    path("desk/party/posts/new/", serving.open_post, name="open_post"),
    path("desk/party/posts/<uuid:post_id>/close/", serving.close_post, name="close_post"),
    path("desk/party/check-ins/", serving.show_checkins, name="checkins"),
    path("desk/party/check-ins/<uuid:row_id>/", serving.show_row, name="row"),
    path("desk/party/services/<uuid:service_id>/answer/", serving.answer_one, name="answer"),
    path("desk/party/units/", serving.show_units, name="units"),
    path("desk/party/units/new/", serving.check_in_unit, name="check_in_unit"),
    path(_UNIT, serving.show_unit, name="unit"),
    path(_UNIT + "change/", serving.change_unit, name="change_unit"),
    path(_UNIT + "end/", serving.end_unit, name="end_unit"),
    path(_UNIT + "letters/new/", serving.write_letter, name="write_letter"),
    path("desk/party/letters/<uuid:letter_id>/", serving.show_letter, name="letter"),
    path("desk/party/council/", serving.show_council, name="council"),
    path("desk/party/council/new/", serving.plan_council, name="plan_council"),
    path(_COUNCIL, serving.show_one_council, name="one_council"),
    path(_COUNCIL + "<str:move>/", serving.step_council, name="step_council"),
    path("desk/party/gatherings/<uuid:gathering_id>/", serving.council_of, name="council_of"),
    path("desk/party/wishes/", serving.show_wishes, name="wishes"),
    path("desk/party/wishes/<uuid:wish_id>/<uuid:branch_id>/", serving.take_wish, name="take_wish"),
]
