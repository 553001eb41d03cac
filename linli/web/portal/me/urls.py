"""What is held about me, under `/me/record/`."""

from django.urls import path

from linli.web.portal.me.views import changes, looks, record

app_name = "me"

urlpatterns = [
    path("", record.held, name="held"),
    path("copy.json", record.copy, name="copy"),
    path("change/", record.change, name="change"),
    path("looks/", looks.looks, name="looks"),
    path("changes/", changes.declarations, name="declarations"),
    path("changes/<slug:kind>/", changes.declare, name="declare"),
    path("changes/<uuid:declaration_id>/take-back/", changes.take_back, name="take_back"),
    path("ask/", record.ask, name="ask"),
    path("for/<uuid:person_id>/", record.held_for, name="held_for"),
    path("consents/<uuid:consent_id>/withdraw/", record.withdraw, name="withdraw"),
]
