"""`/c/<community>/standards/`: the six standards and all that is reckoned for them."""

from django.urls import path

from linli.evaluation import views

app_name = "evaluation"

urlpatterns = [
    path("standards/", views.show_standards, name="standards"),
    path("standards.json", views.show_standards, name="standards_json"),
    path("standards/reckon/", views.ask_reckoning, name="reckon"),
    path("standards/report/<int:year>/", views.show_report, name="report"),
    path("standards/report/<int:year>.json", views.show_report, name="report_json"),
    path("standards/<slug:indicator>/", views.show_indicator, name="indicator"),
    path("standards/<slug:indicator>.json", views.show_indicator, name="indicator_json"),
    path("standards/<slug:indicator>/records/", views.list_records, name="records"),
]
