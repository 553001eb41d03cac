"""What is held about me, under `/me/record/`."""

from django.urls import path

from linli.web.portal.me import views

app_name = "me"

urlpatterns = [
    path("", views.held, name="held"),
    path("copy.json", views.copy, name="copy"),
    path("change/", views.change, name="change"),
    path("ask/", views.ask, name="ask"),
    path("for/<uuid:person_id>/", views.held_for, name="held_for"),
    path("consents/<uuid:consent_id>/withdraw/", views.withdraw, name="withdraw"),
]
