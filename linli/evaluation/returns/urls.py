"""`/c/<community>/desk/returns/`: what goes upward, and what was answered."""

from django.urls import path

from linli.evaluation.returns import views

app_name = "returns"

urlpatterns = [
    path("desk/returns/", views.list_sent, name="list"),
    path("desk/returns/preview/", views.preview, name="preview"),
    path("desk/returns/key/", views.register_key, name="register_key"),
    path("desk/returns/answer/", views.take_answer, name="take_answer"),
    path("desk/returns/<uuid:sent_id>/", views.show_sent, name="sent"),
    path("desk/returns/<uuid:sent_id>/explain/", views.explain, name="explain"),
    path("desk/returns/<uuid:sent_id>/file/", views.download, name="file"),
    path("desk/returns/<uuid:sent_id>/values.csv", views.download_csv, name="csv"),
]
