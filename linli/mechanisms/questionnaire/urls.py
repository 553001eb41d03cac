"""Under `/c/<code>/desk/questionnaires/<id>/`: the desk of a questionnaire. Where it is answered is
the room's own page."""

from django.urls import path

from linli.mechanisms.questionnaire.views import desk, typing

app_name = "questionnaire"
D = "desk/questionnaires/<uuid:questionnaire_id>/"

urlpatterns = [
    path(D, desk.show, name="desk"),
    path(f"{D}slips/", desk.slips, name="slips"),
    path(f"{D}paper/", desk.paper, name="paper"),
    path(f"{D}unreached/", desk.unreached, name="unreached"),
    path(f"{D}type-in/", typing.type_in, name="type_in"),
    path(f"{D}told/", typing.told, name="told"),
    path(f"{D}doubts/", typing.doubts, name="doubts"),
    path(f"{D}doubts/<uuid:entry_id>/", typing.settle, name="settle"),
]
