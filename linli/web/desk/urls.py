"""The workers' first page, under `/c/<community>/`."""

from django.urls import include, path

from linli.web.desk import community, groups, layout, tags, views

urlpatterns = [
    path("desk/", views.today, name="desk"),
    path("desk/community/", community.describe, name="community_profile"),
    path("desk/compounds/", layout.compounds, name="compounds"),
    path("desk/compounds/new/", layout.new_compound, name="new_compound"),
    path("desk/groups/", groups.groups, name="groups"),
    path("desk/groups/new/", groups.new_group, name="new_group"),
    path("desk/tags/", tags.print_tags, name="stair_tags"),
    path("desk/tags/revoke/", tags.revoke, name="stair_tag_revoke"),
    path("desk/people/", include("linli.web.desk.roster.urls")),
]
