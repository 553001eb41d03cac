"""Visits, children, violence, corrections: under `/c/<code>/desk/`."""

from django.urls import path

from linli.service.casework.views import care, children, corrections, violence, visits

_CASE = "desk/cases/<uuid:case_id>"
_VISIT = "desk/visits/<uuid:visit_id>"

urlpatterns = [
    path("desk/visits/", visits.day, name="care_day"),
    path("desk/visits/along/", visits.take_along, name="care_along"),
    path(f"{_VISIT}/", visits.show, name="care_visit"),
    path(f"{_VISIT}/record/", visits.record, name="care_record"),
    path(f"{_VISIT}/decline/", visits.decline, name="care_decline"),
    path(f"{_VISIT}/call-off/", visits.call_off, name="care_call_off"),
    path(f"{_VISIT}/reach/<str:way>/", visits.try_to_reach, name="care_try"),
    path(f"{_CASE}/care/", care.show, name="care_plan"),
    path(f"{_CASE}/care/change/", care.change, name="care_change"),
    path(f"{_CASE}/care/visitors/new/", care.name_visitor, name="care_name_visitor"),
    path(f"{_CASE}/care/visitors/<uuid:visitor_id>/thank/", care.thank, name="care_thank"),
    path(f"{_CASE}/care/visits/new/", care.plan_visit, name="care_plan_visit"),
    path(f"{_CASE}/care/soon/", care.shock, name="care_shock"),
    path(f"{_CASE}/care/end/", care.end, name="care_end"),
    path(f"{_CASE}/care/offline/", care.offline, name="care_offline"),
    path(f"{_CASE}/care/card/", care.card, name="care_card"),
    path("desk/children/report/", children.report, name="child_report"),
    path("desk/children/reports/<uuid:report_id>/", children.afterwards, name="child_afterwards"),
    path(
        "desk/children/reports/<uuid:report_id>/take-up/",
        children.take_up,
        name="child_take_up",
    ),
    path("desk/children/", children.waiting, name="child_waiting"),
    path("desk/children/audit/", children.audit, name="child_audit"),
    path("desk/duty-offices/", children.offices, name="duty_offices"),
    path(f"{_CASE}/child/", children.show, name="child_file"),
    path(f"{_CASE}/child/begin/", children.begin, name="child_begin"),
    path(f"{_CASE}/child/school/", children.school, name="child_school"),
    path(f"{_CASE}/child/duties/<str:key>/", children.duty, name="child_duty"),
    path(f"{_CASE}/safety/", violence.show, name="violence"),
    path(f"{_CASE}/safety/plan/", violence.safe, name="violence_safe"),
    path(f"{_CASE}/safety/letter/", violence.letter, name="violence_letter"),
    path(f"{_CASE}/safety/other-side/", violence.set_apart, name="violence_apart"),
    path(f"{_CASE}/safety/other-side/hands/", violence.name_for_other_side, name="violence_named"),
    path(f"{_CASE}/safety/visits/", violence.two_visits, name="violence_visits"),
    path(f"{_CASE}/safety/visits/<uuid:visit_id>/", violence.visited, name="violence_visited"),
    path(f"{_CASE}/safety/apply/", violence.apply, name="violence_apply"),
    path(f"{_CASE}/safety/orders/new/", violence.order, name="violence_order"),
    path(f"{_CASE}/safety/orders/<uuid:order_id>/lift/", violence.lift, name="violence_lift"),
    path(f"{_CASE}/letter-visits/", violence.other_side, name="other_side"),
    path(f"{_CASE}/letter-visits/<uuid:visit_id>/", violence.other_visited, name="other_visited"),
    path(f"{_CASE}/help/", corrections.show, name="corrections"),
    path(f"{_CASE}/help/note/", corrections.note, name="corrections_note"),
    path(f"{_CASE}/help/change/", corrections.change, name="corrections_change"),
]
