"""`/c/<community>/surveys/` for everybody, `/c/<community>/desk/surveys/` for the desk."""

from django.urls import path

from linli.evaluation.surveys.views import asking, desk, public

D = "desk/surveys/<uuid:wave>/"

urlpatterns = [
    path("surveys/", public.come_in, name="survey_come_in"),
    path("surveys/<uuid:wave>/", public.results, name="survey_results"),
    path("surveys/<uuid:wave>.json", public.results, name="survey_results_json"),
    path("surveys/<uuid:wave>/slip/", public.take_slip, name="survey_slip"),
    path("surveys/<uuid:wave>/answer/", public.turn, name="survey_turn"),
    path("desk/surveys/", desk.list_all, name="surveys"),
    path("desk/surveys/new/", desk.new, name="survey_new"),
    path(D, desk.show, name="survey_desk"),
    path(f"{D}questions/", desk.recompose, name="survey_questions"),
    path(f"{D}preview/", desk.preview, name="survey_preview"),
    path(f"{D}frame/", asking.frame, name="survey_frame"),
    path(f"{D}doors/", asking.doors, name="survey_doors"),
    path(f"{D}doors/<uuid:door>/", asking.leave, name="survey_door"),
    path(f"{D}doors/back/", asking.put_back, name="survey_door_back"),
    path(f"{D}drop/", desk.drop, name="survey_drop"),
    path(f"{D}open/", desk.open_up, name="survey_open"),
    path(f"{D}close/", desk.close, name="survey_close"),
    path(f"{D}publish/", desk.publish, name="survey_publish"),
]
