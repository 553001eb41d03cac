"""The pages of a community's own indicators, at the desk."""

from django.urls import path

from linli.evaluation.own import views

urlpatterns = [
    path("desk/indicators/", views.list_own, name="own_indicators"),
    path("desk/indicators/new/", views.compose, name="new_own_indicator"),
    path("desk/indicators/<uuid:own_id>/", views.show, name="own_indicator"),
    path("desk/indicators/<uuid:own_id>/edit/", views.edit, name="edit_own_indicator"),
    path("desk/indicators/<uuid:own_id>/change/", views.change, name="change_own_indicator"),
    path("desk/indicators/<uuid:own_id>/try/", views.try_it, name="try_own_indicator"),
    path("desk/indicators/<uuid:own_id>/adopt/", views.adopt, name="adopt_own_indicator"),
    path("desk/indicators/<uuid:own_id>/discard/", views.discard, name="discard_own_indicator"),
    path("desk/indicators/<uuid:own_id>/retire/", views.retire, name="retire_own_indicator"),
]
