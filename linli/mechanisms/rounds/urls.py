"""Under `/c/<code>/`: the desk that plans and decides; and what is carried to the doors, all of it
under `rounds/`, because that is what a device may answer for without a network."""

from django.urls import path

from linli.mechanisms.rounds.views import deciding, desk, device, walking

app_name = "rounds"

urlpatterns = [
    path("desk/rounds/", desk.list_all, name="list"),
    path("desk/rounds/plan/", desk.choose, name="choose"),
    path("desk/rounds/plan/<str:kind>/<str:source>/", desk.plan, name="plan"),
    path("desk/rounds/<uuid:round_id>/", desk.show, name="show"),
    path("desk/rounds/<uuid:round_id>/sheet/", desk.sheet, name="sheet"),
    path("desk/rounds/<uuid:round_id>/carriers/", desk.name_carrier, name="name_carrier"),
    path(
        "desk/rounds/<uuid:round_id>/carriers/<uuid:carrier>/hand-over/",
        desk.hand_over,
        name="hand_over",
    ),
    path("desk/rounds/<uuid:round_id>/end/", desk.end, name="end"),
    path("desk/rounds/<uuid:round_id>/waiting/", deciding.waiting, name="waiting"),
    path(
        "desk/rounds/<uuid:round_id>/conflicts/<uuid:conflict_id>/",
        deciding.decide,
        name="decide",
    ),
    path(
        "desk/rounds/<uuid:round_id>/late/<uuid:arrival_id>/",
        deciding.decide_late,
        name="decide_late",
    ),
    path("rounds/", walking.mine, name="mine"),
    path("rounds/worker.js", device.worker, name="worker"),
    path("rounds/walk/", device.walk, name="walk"),
    path("rounds/entries.json", device.enter, name="enter"),
    path("rounds/<uuid:round_id>/", walking.doors, name="doors"),
    path("rounds/<uuid:round_id>/doors.json", device.doors, name="package"),
    path("rounds/<uuid:round_id>/take/", walking.take, name="take"),
    path("rounds/<uuid:round_id>/hand-in/", walking.hand_in, name="hand_in"),
    path("rounds/<uuid:round_id>/<uuid:stop_id>/", walking.door, name="door"),
    path("rounds/<uuid:round_id>/<uuid:stop_id>/record/", walking.record, name="record"),
    path("rounds/<uuid:round_id>/<uuid:stop_id>/no-change/", walking.no_change, name="no_change"),
    path("rounds/<uuid:round_id>/<uuid:stop_id>/attempt/", walking.attempt, name="attempt"),
]
