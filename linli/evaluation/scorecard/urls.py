"""`/c/<community>/scorecard/` for everybody, `/c/<community>/desk/scorecard/` at the desk."""

from django.urls import path

from linli.evaluation.scorecard.views import comments, desk, portal

urlpatterns = [
    path("scorecard/", portal.list_meetings, name="scorecards"),
    path("scorecard/<uuid:meeting_id>/", portal.show, name="scorecard"),
    path("scorecard/<uuid:meeting_id>.json", portal.show, name="scorecard_json"),
    path("scorecard/comments/<int:year>/", comments.comments, name="comments"),
    path("scorecard/comments/find/", comments.find, name="comment_find"),
    path("scorecard/comments/kept/<str:receipt>/", comments.kept, name="comment_kept"),
    path("desk/scorecard/", desk.list_meetings, name="scorecards_desk"),
    path("desk/scorecard/prepare/", desk.prepare, name="scorecard_prepare"),
    path("desk/scorecard/<uuid:meeting_id>/", desk.show, name="scorecard_desk"),
    path("desk/scorecard/<uuid:meeting_id>/sheet/", desk.sheet, name="scorecard_sheet"),
    path("desk/scorecard/<uuid:meeting_id>/<slug:name>/", desk.move, name="scorecard_move"),
    path(
        "desk/scorecard/<uuid:meeting_id>/<uuid:topic_id>/words/",
        desk.write,
        name="scorecard_write",
    ),
    path(
        "desk/scorecard/<uuid:meeting_id>/<uuid:topic_id>/view/", desk.view, name="scorecard_view"
    ),
    path(
        "desk/scorecard/<uuid:meeting_id>/<uuid:topic_id>/agree/",
        desk.agree,
        name="scorecard_agree",
    ),
    path("desk/scorecard/actions/<uuid:action_id>/", desk.of_action, name="scorecard_of_action"),
    path(
        "desk/scorecard/actions/<uuid:action_id>/<slug:name>/",
        desk.move_action,
        name="scorecard_action_move",
    ),
    path("desk/scorecard/comments/<uuid:comment_id>/", comments.show, name="comment_desk"),
    path(
        "desk/scorecard/comments/<uuid:comment_id>/<slug:name>/",
        comments.move,
        name="comment_move",
    ),
]
