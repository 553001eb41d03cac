"""Under `/c/<code>/rights/`."""

from django.urls import path

from linli.web.portal.rights import views

app_name = "rights"

urlpatterns = [
    path("rights/", views.mine, name="mine"),
    path("rights.json", views.mine, name="mine_data"),
    path("rights/forms/<slug:key>/", views.paper, name="paper"),
]
