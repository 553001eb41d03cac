"""Under `/c/<code>/`: what the community has laid down itself."""

from django.urls import path

from linli.core.local_law import views

app_name = "local_law"

urlpatterns = [
    path("desk/law/", views.show, name="values"),
    path("desk/law/new/", views.choose, name="choose"),
    path("desk/law/new/<str:rule>/", views.enter_value, name="enter"),
    path("desk/law/<uuid:pk>/", views.open_value, name="value"),
    path("desk/law/<uuid:pk>/settle/", views.settle, name="settle"),
]
