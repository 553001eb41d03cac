"""The workers' first page, under `/c/<community>/`."""

from django.urls import include, path

from linli.web.desk import tags, views

urlpatterns = [
    path("desk/", views.today, name="desk"),
    path("desk/tags/", tags.print_tags, name="stair_tags"),
    path("desk/tags/revoke/", tags.revoke, name="stair_tag_revoke"),
    path("desk/people/", include("linli.web.desk.roster.urls")),
]
