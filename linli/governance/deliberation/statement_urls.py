"""Pages of opinions on a topic, under the room's own addresses."""

from django.urls import path

from linli.governance.deliberation.views import opining, opinion_desk, opinion_result

_PUBLIC = "deliberation/<uuid:topic_id>/opinions/"
_DESK = "desk/deliberation/<uuid:topic_id>/opinions/"

STATEMENTS = [
    path("deliberation/statements/<uuid:statement_id>/", opining.follow, name="statement"),
    path(
        "desk/deliberation/statements/<uuid:conversation_id>/",
        opinion_desk.waiting,
        name="statements_waiting",
    ),
    path(_PUBLIC, opining.turn, name="opinions"),
    path(f"{_PUBLIC}vote/", opining.cast, name="opinion_vote"),
    path(f"{_PUBLIC}mine/", opining.mine, name="opinions_mine"),
    path(f"{_PUBLIC}say/", opining.speak, name="opinion_say"),
    path(f"{_PUBLIC}map/", opinion_result.show, name="opinion_map"),
    path(f"{_PUBLIC}map.json", opinion_result.show, name="opinion_map_data"),
    path(f"{_PUBLIC}votes.csv", opinion_result.list_votes, name="opinion_votes"),
    path(_DESK, opinion_desk.overview, name="opinion_desk"),
    path(f"{_DESK}add/", opinion_desk.add, name="opinion_add"),
    path(f"{_DESK}sheet/", opinion_desk.type_sheet, name="opinion_sheet"),
    path(f"{_DESK}paper/", opinion_desk.paper, name="opinion_paper"),
    path(f"{_DESK}hands/", opinion_desk.hands, name="opinion_hands"),
    path(f"{_DESK}end/", opinion_desk.end, name="opinion_end"),
    path(f"{_DESK}<uuid:statement_id>/", opinion_desk.look, name="opinion_look"),
    path(f"{_DESK}<uuid:statement_id>/show/", opinion_desk.show, name="opinion_show"),
]
