"""Under `/c/<code>/`: for everybody the hall and the door, at the desk the rest."""

from django.urls import path

from linli.mechanisms.gathering.views import door, floor, hall, minutes

app_name = "gathering"

urlpatterns = [
    path("gatherings/<uuid:gathering_id>/wall/", hall.wall, name="wall"),
    path("gatherings/<uuid:gathering_id>/wall.json", hall.wall, name="wall_data"),
    path("gatherings/<uuid:gathering_id>/slip/<str:slip>/", hall.slip, name="slip"),
    path("gatherings/<uuid:gathering_id>/in/<str:door_code>/", hall.come_in, name="come_in"),
    path("desk/gatherings/<uuid:gathering_id>/", door.show, name="door"),
    path("desk/gatherings/<uuid:gathering_id>/check-in/", door.check_in, name="check_in"),
    path("desk/gatherings/<uuid:gathering_id>/walk-in/", door.walk_in, name="walk_in"),
    path("desk/gatherings/<uuid:gathering_id>/leave/", door.leave, name="leave"),
    path("desk/gatherings/<uuid:gathering_id>/slips/", door.print_slips, name="slips"),
    path("desk/gatherings/<uuid:gathering_id>/door-code/", door.print_door, name="door_code"),
    path("desk/gatherings/<uuid:gathering_id>/floor/", floor.show, name="floor"),
    path("desk/gatherings/<uuid:gathering_id>/floor/take-up/", floor.take_up, name="take_up"),
    path("desk/gatherings/<uuid:gathering_id>/floor/ask/", floor.ask, name="ask"),
    path("desk/gatherings/<uuid:gathering_id>/floor/remarks/", floor.write, name="remarks"),
    path(
        "desk/gatherings/<uuid:gathering_id>/floor/items/<uuid:item_id>/",
        floor.write,
        name="write",
    ),
    path(
        "desk/gatherings/<uuid:gathering_id>/floor/speeches/<uuid:speech_id>/",
        floor.speech,
        name="speech",
    ),
    path("desk/gatherings/<uuid:gathering_id>/minutes/", minutes.show, name="minutes"),
    path("desk/gatherings/<uuid:gathering_id>/minutes/sign/", minutes.sign, name="sign"),
]
