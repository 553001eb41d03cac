"""Under `/c/<code>/`: what falls due, what comes round, who stands in, the work calendar."""

from django.urls import path

from linli.core.clocks.views import days, due, duties, handing, months, one, sharing

app_name = "clocks"

urlpatterns = [
    path("desk/due/", due.list_due, name="due"),
    path("desk/due/hand-over/", handing.hand_over, name="hand_over"),
    path("desk/due/<uuid:clock>/", due.open_clock, name="open"),
    path("desk/due/<uuid:clock>/clock/", one.show, name="clock"),
    path("desk/due/<uuid:clock>/<slug:deed>/", one.move, name="move"),
    path("desk/duties/", duties.table, name="duties"),
    path("desk/duties/new/", duties.add, name="new_duty"),
    path("desk/duties/<str:key>/", duties.one, name="duty"),
    path("desk/duties/<str:key>/<slug:deed>/", duties.change, name="change_duty"),
    path("desk/stand-ins/", sharing.stand_ins, name="stand_ins"),
    path("desk/stand-ins/<uuid:named>/end/", sharing.end, name="end_stand_in"),
    path("desk/subscribe/", sharing.subscribe, name="feed"),
    path("feed/<str:token>.ics", sharing.ics, name="ics"),
    path("desk/calendar/", days.edit_calendar, name="calendar"),
    path("desk/calendar/<int:year>/", days.edit_calendar, name="calendar_of"),
    path("desk/calendar/<int:year>/wall/", months.wall, name="wall"),
    path("desk/calendar/<int:year>/<int:number>/", months.month, name="month"),
]
