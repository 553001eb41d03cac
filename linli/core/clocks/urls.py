"""Under `/c/<code>/`: what falls due, and the work calendar."""

from django.urls import path

from linli.core.clocks import views

app_name = "clocks"

urlpatterns = [
    path("desk/due/", views.list_due, name="due"),
    path("desk/due/<uuid:clock>/", views.open_clock, name="open"),
    path("desk/calendar/", views.edit_calendar, name="calendar"),
    path("desk/calendar/<int:year>/", views.edit_calendar, name="calendar_of"),
]
