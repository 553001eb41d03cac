"""`/files/`: one address for a file, one for a photo's small twin."""

from django.urls import path

from linli.core.files import views

app_name = "files"

urlpatterns = [
    path("<uuid:file>/<str:name>", views.show, name="show"),
    path("<uuid:file>/small/<str:name>", views.show_small, name="show_small"),
]
