"""Addresses of facilities, under the community's own."""

from django.urls import path

from linli.culture.facilities.views import desk, own, public, register

app_name = "facilities"

ROOM, DESK = "rooms/<uuid:facility_id>", "desk/rooms/<uuid:facility_id>"

urlpatterns = [
    path("rooms/", public.show_all, name="list"),
    path("rooms.json", public.show_all, name="list_data"),
    path("rooms/mine/", own.show_mine, name="mine"),
    path("rooms/slip/", own.find_slip, name="find_slip"),
    path("rooms/slip/<str:code>/", own.slip, name="slip"),
    path("rooms/door/<slug:tag>/", public.at_door, name="door"),
    path("rooms/door/<slug:tag>/book/", own.book_at_door, name="book_at_door"),
    path("rooms/bookings/<uuid:booking_id>/cancel/", own.cancel, name="cancel"),
    path("rooms/bookings/<uuid:booking_id>/cancel-all/", own.cancel_series, name="cancel_series"),
    path("rooms/wishes/<uuid:wish_id>/", own.answer_offer, name="answer_offer"),
    path(f"{ROOM}/", public.show, name="show"),
    path(f"{ROOM}.json", public.show, name="show_data"),
    path(f"{ROOM}.ics", public.subscribe, name="feed"),
    path(f"{ROOM}/book/", own.book, name="book"),
    path(f"{ROOM}/wait/", own.wait, name="wait"),
    path("desk/rooms/", desk.show_day, name="desk"),
    path("desk/rooms/register/", register.show_all, name="register"),
    path("desk/rooms/register/new/", register.add, name="add"),
    path("desk/rooms/bookings/<uuid:booking_id>/", desk.show_booking, name="booking"),
    path("desk/rooms/bookings/<uuid:booking_id>/refuse/", desk.refuse, name="refuse"),
    path("desk/rooms/bookings/<uuid:booking_id>/<slug:name>/", desk.move, name="move"),
    path(f"{DESK}/", register.show, name="facility_desk"),
    path(f"{DESK}/book/", desk.book, name="book_for"),
    path(f"{DESK}/wait/", desk.wait, name="wait_for"),
    path(f"{DESK}/change/", register.alter, name="alter"),
    path(f"{DESK}/hours/", register.set_hours, name="set_hours"),
    path(f"{DESK}/other-hours/", register.set_other_hours, name="set_other_hours"),
    path(f"{DESK}/other-hours/strike/", register.strike_other_hours, name="strike_other_hours"),
    path(f"{DESK}/out/", register.put_out, name="put_out"),
    path(f"{DESK}/back/", register.put_back, name="put_back"),
    path(f"{DESK}/withdraw/", register.withdraw, name="withdraw"),
    path(f"{DESK}/photo/", register.add_photo, name="add_photo"),
    path(f"{DESK}/photo/drop/", register.drop_photo, name="drop_photo"),
    path(f"{DESK}/sheet/", register.print_sheet, name="sheet"),
    path(f"{DESK}/sheet/new-code/", register.new_tag, name="new_tag"),
]

# Seasons, inspections, loans and offers.
from linli.culture.facilities import urls_keeping  # noqa: E402

urlpatterns += urls_keeping.urlpatterns
