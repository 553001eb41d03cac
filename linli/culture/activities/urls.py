"""Under `/c/<code>/`: what is on, for everybody; and the desk that arranges it."""

from django.urls import path

from linli.culture.activities import urls_learning
from linli.culture.activities.views import desk, feeds, public, steps, terms

app_name = "activities"

ONE, DESK = "activities/<uuid:activity_id>", "desk/activities/<uuid:activity_id>"

urlpatterns = [
    path("activities/", public.show_home, name="home"),
    path("activities.json", public.show_home, name="home_data"),
    path("activities/calendar.ics", feeds.show_feed, name="feed"),
    path("activities/months/<int:year>/<int:month>/", public.show_month, name="month"),
    path("activities/months/<int:year>/<int:month>.json", public.show_month, name="month_data"),
    path("activities/sheets/<uuid:sheet_id>/", public.show_of_sheet, name="of_sheet"),
    path(f"{ONE}/", public.show, name="activity"),
    path(f"{ONE}.json", public.show, name="activity_data"),
    path(f"{ONE}.ics", feeds.show_of_activity, name="activity_feed"),
    path(f"{ONE}/poster/", public.print_poster, name="poster"),
    path(f"{ONE}/text/", public.show_text, name="text"),
    path(f"{ONE}/brief/", public.show_brief, name="brief"),
    path("desk/activities/", desk.show, name="desk"),
    path("desk/activities/running/", desk.show_running, name="running"),
    path("desk/activities/ended/", desk.show_ended, name="ended"),
    path("desk/activities/new/", steps.draft, name="draft"),
    path("desk/activities/terms/", terms.show_all, name="terms"),
    path("desk/activities/terms/new/", terms.open_new, name="open_term"),
    path("desk/activities/terms/<uuid:term_id>/copy/", terms.copy, name="copy_term"),
    path("desk/activities/sheets/<uuid:sheet_id>/", desk.show_of_sheet, name="desk_of_sheet"),
    path(f"{DESK}/", desk.show_activity, name="plan"),
    path(f"{DESK}/pictures/new/", steps.add_picture, name="add_picture"),
    path(f"{DESK}/pictures/<uuid:picture_id>/", steps.remove_picture, name="remove_picture"),
    path(f"{DESK}/dates/<uuid:occasion_id>/", steps.move_date, name="move_date"),
    path(f"{DESK}/steps/<slug:move>/", steps.take_move, name="move"),
]

urlpatterns += urls_learning.urlpatterns
