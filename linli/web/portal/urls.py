"""The residents' first pages, and what operators ask."""

from django.urls import include, path

from linli.web.portal import law, views

urlpatterns = [
    path("", views.front, name="front"),
    path("c/<str:community_code>/", views.home, name="home"),
    path("c/<str:community_code>.json", views.home, name="home_json"),
    path("law/", law.law, name="law"),
    path("law.json", law.law, name="law_json"),
    path("health", views.health, name="health"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("me/record/", include("linli.web.portal.me.urls")),
]
