"""The residents' first pages, and what operators ask."""

from django.urls import include, path

from linli.web.portal import law, views

urlpatterns = [
    path("", views.front, name="front"),
    path("c/<str:community_code>/", views.home, name="home"),
    path("c/<str:community_code>.json", views.home, name="home_json"),
    path("law/", law.law, name="law"),
    path("law.json", law.law, name="law_json"),
    path("law/compare/", law.compare, name="law_compare"),
    path("law/compare.json", law.compare, name="law_compare_json"),
    path("law/numbers/<str:rule>.json", law.number, name="law_number_json"),
    path("law/numbers/<str:rule>/", law.number, name="law_number"),
    path("law/<str:key>.json", law.cited, name="law_citation_json"),
    path("law/<str:key>/", law.cited, name="law_citation"),
    path("health", views.health, name="health"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("me/record/", include("linli.web.portal.me.urls")),
]
