"""The workers' first page, under `/c/<community>/`."""

from django.urls import path

from linli.web.desk import views

urlpatterns = [
    path("desk/", views.today, name="desk"),
]
