"""`/jobs/`: long work under way."""

from django.urls import path

from linli.core.jobs import views

app_name = "jobs"

urlpatterns = [
    path("", views.list_jobs, name="list"),
    path("<uuid:job>/", views.show_job, name="show"),
    path("<uuid:job>/<slug:step>/", views.steer_job, name="steer"),
]
