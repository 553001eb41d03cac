"""The workers' first page, under `/c/<community>/`."""

from django.urls import include, path

from linli.web.desk import views

urlpatterns = [
    path("desk/", views.today, name="desk"),
    path("desk/people/", include("linli.web.desk.roster.urls")),
]
