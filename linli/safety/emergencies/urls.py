"""Addresses of emergencies, under the community's own."""

from django.urls import path

from linli.safety.emergencies.views import asking, cards, desk, incident, pack, public

app_name = "emergencies"

DESK = "desk/emergencies/"
INCIDENT = f"{DESK}incidents/<uuid:key>/"

urlpatterns = [
    path("emergencies/", public.show, name="show"),
    path("emergencies.json", public.show, name="show_json"),
    path("emergencies/now/<uuid:key>/", asking.ask, name="ask"),
    path("emergencies/mine/asked/<uuid:key>/", asking.take_back, name="take_back_help"),
    path("emergencies/mine/", public.show_own, name="own"),
    path("emergencies/mine/new/", public.put, name="put_card"),
    path("emergencies/mine/<uuid:card_id>/", public.alter, name="alter_card"),
    path("emergencies/mine/<uuid:card_id>/renew/", public.renew, name="renew_card"),
    path("emergencies/mine/<uuid:card_id>/withdraw/", public.withdraw, name="withdraw_card"),
    path(DESK, incident.show_all, name="incidents"),
    path(f"{DESK}tree/", desk.show_tree, name="tree"),
    path(f"{DESK}tree/night/", desk.set_night, name="night"),
    path(f"{DESK}tree/test/drop/", desk.drop_test, name="drop_test"),
    path(f"{DESK}tree/test/<slug:name>/", desk.test_calls, name="test_calls"),
    path(f"{DESK}tree/test/<uuid:key>/<uuid:contact>/", desk.note_call, name="note_call"),
    path(f"{DESK}places/", desk.show_places, name="places"),
    path(f"{DESK}store/", desk.show_store, name="store"),
    path(f"{DESK}store/<uuid:key>/", desk.show_supply, name="supply"),
    path(f"{DESK}store/<uuid:key>/slip/", desk.draw_slip, name="draw_slip"),
    path(f"{DESK}store/slips/<uuid:key>/<slug:name>/", desk.settle_slip, name="settle_slip"),
    path(f"{DESK}drills/", desk.show_drills, name="drills"),
    path(f"{DESK}drills/<uuid:key>/held/", desk.hold_drill, name="hold_drill"),
    path(f"{DESK}lessons/<uuid:key>/done/", desk.settle_lesson, name="settle_lesson"),
    path(f"{DESK}lessons/<uuid:key>/alter/", desk.alter_lesson, name="alter_lesson"),
    path(f"{DESK}lessons/<uuid:key>/withdraw/", desk.withdraw_lesson, name="withdraw_lesson"),
    path(f"{DESK}lessons/<slug:name>/<uuid:key>/", desk.learn, name="learn"),
    path(f"{DESK}new/<slug:name>/", desk.put, name="put"),
    path(f"{DESK}rows/<slug:name>/<uuid:key>/", desk.alter, name="alter"),
    path(f"{DESK}rows/<slug:name>/<uuid:key>/withdraw/", desk.withdraw, name="withdraw"),
    path(f"{DESK}cards/", cards.show_cards, name="cards"),
    path(f"{DESK}cards/new/", cards.put_spoken, name="put_spoken"),
    path(f"{DESK}cards/<uuid:key>/", cards.show_spoken, name="spoken"),
    path(f"{DESK}cards/<uuid:key>/alter/", cards.alter_spoken, name="alter_spoken"),
    path(f"{DESK}cards/<uuid:key>/renew/", cards.renew_spoken, name="renew_spoken"),
    path(f"{DESK}cards/<uuid:key>/withdraw/", cards.drop_spoken, name="drop_spoken"),
    path(f"{DESK}pack/", pack.show, name="pack"),
    path(f"{DESK}begin/", incident.begin, name="begin"),
    path(f"{DESK}doors/<uuid:key>/", incident.tick, name="tick"),
    path(f"{DESK}tasks/<uuid:key>/<slug:state>/", incident.set_task, name="set_task"),
    path(INCIDENT, incident.show, name="incident"),
    path(f"{INCIDENT}add/<slug:name>/", incident.add, name="add"),
    path(f"{INCIDENT}paper/", incident.type_in, name="type_in"),
    path(f"{INCIDENT}press/<slug:name>/", incident.press, name="press"),
    path(f"{INCIDENT}sure/<slug:name>/", incident.be_sure, name="be_sure"),
    path(
        f"{INCIDENT}notices/<uuid:posting>/down/",
        incident.take_notice_down,
        name="take_notice_down",
    ),
    path(f"{INCIDENT}put-off/", incident.put_off, name="put_off"),
    path(f"{INCIDENT}review/", incident.review, name="review"),
    path(f"{INCIDENT}pack/", pack.of_incident, name="incident_pack"),
]
