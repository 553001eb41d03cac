"""Where places are found: by search, by code, by the tag on a stair."""

from django.urls import path

from linli.core.places import views

app_name = "places"

urlpatterns = [
    path("places/", views.find_places, name="search"),
    path("places.json", views.find_places, name="search_data"),
    path("places/<str:code>/", views.show_place, name="place"),
    path("places/<str:code>.json", views.show_place, name="place_data"),
    path("q/<slug:tag>/", views.arrive_by_tag, name="tag"),
]
