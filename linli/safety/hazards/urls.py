"""Addresses of hazards, under the community's own."""

from django.urls import path

from linli.safety.hazards.views import (
    hazards,
    points,
    public,
    rounds,
    standing,
    standing_desk as desk,
)

app_name = "hazards"

HAZARD = "desk/hazards/<uuid:hazard_id>"
POINT = "desk/hazards/points/<uuid:point_id>"
ROUND = "desk/hazards/rounds/<uuid:round_id>"
MEETING = "desk/hazards/meetings/<uuid:gathering_id>"
THING = "desk/hazards/found/<uuid:thing_id>"

urlpatterns = [
    path("hazards/", public.show_all, name="list"),
    path("hazards.json", public.show_all, name="list_data"),
    path("hazards/situation/", public.show_situation, name="situation"),
    path("hazards/situation.json", public.show_situation, name="situation_data"),
    path("hazards/report/", public.report, name="report"),
    path("hazards/at/<str:tag>/", public.at_point, name="point"),
    path("hazards/at/<str:tag>/report/", public.report_at_point, name="report_at"),
    path("hazards/points/<uuid:point_id>/check/", points.check, name="check"),
    path("hazards/fire/", standing.show_fire, name="fire"),
    path("hazards/police/", standing.show_police, name="police"),
    path("hazards/alerts/<uuid:alert_id>/", standing.show_alert, name="alert"),
    path("hazards/found/", standing.show_found, name="found"),
    path("hazards/lost/", standing.report_lost, name="report_lost"),
    path("hazards/<uuid:hazard_id>/", public.show, name="show"),
    path("desk/hazards/", hazards.show_all, name="desk"),
    path("desk/hazards/new/", hazards.find, name="find"),
    path("desk/hazards/owed/", hazards.show_owed, name="owed"),
    path("desk/hazards/points/", points.show_all, name="points"),
    path("desk/hazards/points/new/", points.add, name="add_point"),
    path("desk/hazards/points/codes/", points.print_codes, name="codes"),
    path(f"{POINT}/", points.alter, name="alter_point"),
    path(f"{POINT}/press/<slug:move>/", points.press, name="press_point"),
    path("desk/hazards/rounds/", rounds.show_all, name="rounds"),
    path("desk/hazards/rounds/new/", rounds.plan, name="plan"),
    path("desk/hazards/plans/<uuid:plan_id>/end/", rounds.end, name="end_plan"),
    path(f"{ROUND}/", rounds.show, name="round"),
    path(f"{ROUND}/paper/", rounds.print_list, name="paper"),
    path(f"{ROUND}/type-in/", rounds.type_in, name="type_in"),
    path("desk/hazards/fire/", desk.show_fire, name="fire_desk"),
    path("desk/hazards/fire/keeper/", desk.name_keeper, name="name_keeper"),
    path("desk/hazards/fire/covenant/", desk.adopt, name="adopt_covenant"),
    path("desk/hazards/fire/signed/", desk.count_signed, name="count_signed"),
    path("desk/hazards/fire/force/", desk.count_force, name="count_force"),
    path("desk/hazards/police/", desk.show_police, name="police_desk"),
    path("desk/hazards/police/office/", desk.set_office, name="set_office"),
    path("desk/hazards/police/given/", desk.log_given, name="log_given"),
    path("desk/hazards/alerts/new/", desk.put_alert, name="put_alert"),
    path("desk/hazards/alerts/<uuid:alert_id>/down/", desk.withdraw_alert, name="withdraw_alert"),
    path("desk/hazards/meetings/new/", desk.call_meeting, name="call_meeting"),
    path(f"{MEETING}/", desk.show_meeting, name="meeting_of"),
    path(f"{MEETING}/open/", desk.open_meeting, name="open_meeting"),
    path(f"{MEETING}/close/", desk.close_meeting, name="close_meeting"),
    path(f"{MEETING}/points/", desk.add_point, name="add_meeting_point"),
    path("desk/hazards/meeting-points/<uuid:point_id>/", desk.settle_point, name="settle_point"),
    path("desk/hazards/found/", desk.show_found, name="found_desk"),
    path("desk/hazards/found/new/", desk.take_in, name="take_in_found"),
    path(f"{THING}/back/", desk.give_back, name="give_back"),
    path(f"{THING}/on/", desk.pass_on, name="pass_on"),
    path(f"{THING}/slip/", desk.slip, name="slip"),
    path("desk/hazards/lost/<uuid:lost_id>/end/", desk.end_lost, name="end_lost"),
    path(f"{HAZARD}/", hazards.show, name="work"),
    path(f"{HAZARD}/confirm/", hazards.confirm, name="confirm"),
    path(f"{HAZARD}/dismiss/", hazards.dismiss, name="dismiss"),
    path(f"{HAZARD}/assign/", hazards.assign, name="assign"),
    path(f"{HAZARD}/hand-over/", hazards.hand_over, name="hand_over"),
    path(f"{HAZARD}/forward/", hazards.forward, name="forward"),
    path(f"{HAZARD}/take-back/", hazards.take_back, name="take_back"),
    path(f"{HAZARD}/mend/", hazards.mend, name="mend"),
    path(f"{HAZARD}/fail/", hazards.fail, name="fail"),
    path(f"{HAZARD}/press/<slug:move>/", hazards.press, name="press"),
]
