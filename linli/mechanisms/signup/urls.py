"""Addresses of sheets, under the community's own: for everybody, by code, and at the desk."""

from django.urls import path

from linli.mechanisms.signup.views import (
    attending,
    calendar,
    calling,
    desk,
    drawing,
    own,
    paper,
    pasting,
    public,
    writing,
)

app_name = "signup"

urlpatterns = [
    path("signup/mine/", own.mine, name="mine"),
    path("signup/mine/calendar/", calendar.my_feed, name="my_feed"),
    path("signup/calendar/<str:token>.ics", calendar.ics, name="ics"),
    path("signup/find/", own.find, name="find"),
    path("signup/entry/<str:code>/", own.entry, name="entry"),
    path("signup/entry/<str:code>/dates.ics", calendar.entry_dates, name="entry_dates"),
    path("signup/entry/<str:code>/answer/", own.answer_entry, name="answer"),
    path("signup/<uuid:sheet_id>/", public.show, name="sheet"),
    path("signup/<uuid:sheet_id>/form/", paper.slip, name="slip"),
    path("signup/<uuid:sheet_id>/lot/", drawing.show_lot, name="lot"),
    path("signup/<uuid:sheet_id>/lot.json", drawing.show_lot, name="lot_data"),
    path("desk/signup/calls/", calling.calls, name="calls"),
    path("desk/signup/calls/<uuid:call_id>/", calling.settle, name="settle_call"),
    path("desk/signup/<uuid:sheet_id>/", desk.show, name="desk"),
    path("desk/signup/<uuid:sheet_id>/add/", desk.add, name="add"),
    path("desk/signup/<uuid:sheet_id>/paste/", pasting.paste, name="paste"),
    path("desk/signup/<uuid:sheet_id>/draw/", drawing.draw, name="draw"),
    path("desk/signup/<uuid:sheet_id>/write/", writing.write_to, name="write_to"),
    path("desk/signup/<uuid:sheet_id>/<uuid:signup_id>/remove/", desk.remove, name="remove"),
    path(
        "desk/signup/<uuid:sheet_id>/<uuid:signup_id>/answer/", desk.answer_for, name="answer_for"
    ),
    path("desk/signup/dates/<uuid:occasion_id>/", attending.attendance, name="attendance"),
    path("desk/signup/dates/<uuid:occasion_id>/late/", attending.late, name="late"),
    path("desk/signup/dates/<uuid:occasion_id>/print/", paper.print_list, name="print"),
]
