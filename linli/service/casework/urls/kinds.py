"""Rights help, visits, a post's own files, consultation days."""

from django.urls import path

from linli.service.casework.views import case_visits, children, consulting, rights

_CASE = "desk/cases/<uuid:case_id>"
_ROUTE = f"{_CASE}/routes/<uuid:route_id>"
_DAY = "<uuid:day_id>"

urlpatterns = [
    path("consultations/", consulting.coming, name="consultations"),
    path(f"consultations/{_DAY}/take/", consulting.take, name="take_number"),
    path(f"consultations/{_DAY}/give-back/", consulting.give_back, name="give_number_back"),
    path("desk/consultations/new/", consulting.announce, name="announce_consultation"),
    path(f"desk/consultations/{_DAY}/give/", consulting.give, name="give_number"),
    path(f"desk/consultations/{_DAY}/call-off/", consulting.call_off, name="call_off"),
    path("desk/veterans/", case_visits.veterans, name="veterans"),
    path("desk/children/files/", case_visits.children, name="child_files"),
    path(f"{_CASE}/routes/", rights.show, name="rights"),
    path(f"{_CASE}/routes/new/", rights.note, name="note_route"),
    path(f"{_ROUTE}/taken/", rights.take, name="take_route"),
    path(f"{_ROUTE}/again/", rights.ask_again, name="ask_route_again"),
    path(f"{_ROUTE}/end/", rights.end, name="end_route"),
    path(f"{_CASE}/letter/", rights.letter, name="letter"),
    path(f"{_CASE}/letter.docx", rights.letter_word, name="letter_word"),
    path("my-cases/<uuid:case_id>/letter/", rights.own_letter, name="own_letter"),
    path("my-cases/<uuid:case_id>/letter.docx", rights.own_letter_word, name="own_letter_word"),
    path(f"{_CASE}/visits/", case_visits.show, name="case_visits"),
    path(f"{_CASE}/visits/new/", case_visits.plan, name="plan_case_visit"),
    path(f"{_CASE}/visits/<uuid:visit_id>/", case_visits.enter, name="enter_case_visit"),
    path(f"{_CASE}/child/describe/", children.describe, name="child_describe"),
    path(f"{_CASE}/child/school/answer/", children.school_answer, name="child_school_answer"),
]
