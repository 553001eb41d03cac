"""Community social organisations, under `/c/<code>/`."""

from typing import Any

from django.urls import path

from linli.partners.organisations.views import social, social_desk, social_life

urlpatterns: list[Any] = [
    path("groups/", social.show_all, name="social_list"),
    path("groups.json", social.show_all, name="social_list_data"),
    path("groups/start/", social.guide, name="social_guide"),
    path("groups/new/", social.propose, name="social_propose"),
    path("groups/mine/", social.show_mine, name="social_mine"),
    path("groups/cases/<uuid:row_id>/", social.show_case, name="social_case"),
    path("groups/cases/<uuid:row_id>/write/", social.write, name="social_write"),
    path("groups/cases/<uuid:row_id>/receipt/", social.show_receipt, name="social_receipt"),
    path("groups/cases/<uuid:row_id>/deed/", social_life.note_deed, name="social_deed"),
    path("groups/cases/<uuid:row_id>/merit/", social_life.tell_merit, name="social_merit"),
    path(
        "groups/cases/<uuid:row_id>/summary/<int:year>/",
        social_life.hand_in_summary,
        name="social_summary",
    ),
    path("groups/merits/<uuid:merit_id>/down/", social_life.take_down, name="social_merit_down"),
    path("groups/cases/<uuid:row_id>/<slug:move>/", social.take_move, name="social_move"),
    path("groups/<uuid:row_id>/", social.show, name="social"),
    path("desk/social/", social_desk.show, name="social_desk"),
]
