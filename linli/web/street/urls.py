"""`/street/<12-digit code>/`: the street's communities beside each other."""

from django.urls import path

from linli.web.street import burden, inquiries, views

app_name = "street"

urlpatterns = [
    path("", views.side_by_side, name="side_by_side"),
    path("table.csv", views.download_csv, name="csv"),
    path("table.json", views.download_json, name="json"),
    path("burden/", burden.show, name="burden"),
    path("burden.csv", burden.download_csv, name="burden_csv"),
    path("burden.json", burden.download_json, name="burden_json"),
    path("inquiries/", inquiries.show, name="inquiries"),
    path("inquiries/<uuid:complaint_id>/", inquiries.one, name="complaint"),
]
