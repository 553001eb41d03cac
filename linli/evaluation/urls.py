"""`/c/<community>/standards/`: the six standards and all that is reckoned for them;
`/c/<community>/desk/reports/`: reports of work."""

from django.urls import path

from linli.evaluation.views import reports, standards

app_name = "evaluation"

urlpatterns = [
    path("standards/", standards.show_standards, name="standards"),
    path("standards.json", standards.show_standards, name="standards_json"),
    path("standards/reckon/", standards.ask_reckoning, name="reckon"),
    path("standards/report/<int:year>/", standards.show_report, name="report"),
    path("standards/report/<int:year>.json", standards.show_report, name="report_json"),
    path("standards/<slug:indicator>/", standards.show_indicator, name="indicator"),
    path("standards/<slug:indicator>.json", standards.show_indicator, name="indicator_json"),
    path("standards/<slug:indicator>/records/", standards.list_records, name="records"),
    path("desk/reports/", reports.list_reports, name="work_reports"),
    path("desk/reports/ask/", reports.ask_report, name="ask_report"),
    path("desk/reports/<uuid:report_id>/", reports.show_report, name="work_report"),
    path("desk/reports/<uuid:report_id>.json", reports.show_report, name="work_report_json"),
    path("desk/reports/<uuid:report_id>/words/", reports.write_words, name="report_words"),
    path("desk/reports/<uuid:report_id>/finish/", reports.finish_report, name="finish_report"),
    path("desk/reports/<uuid:report_id>/drop/", reports.drop_report, name="drop_report"),
    path("desk/reports/<uuid:report_id>/rows/", reports.list_rows, name="report_rows"),
    path("desk/reports/<uuid:report_id>/word/", reports.download_word, name="report_word"),
    path("desk/reports/<uuid:report_id>/pdf/", reports.download_pdf, name="report_pdf"),
    path("desk/reports/<uuid:report_id>/folder/", reports.download_folder, name="report_folder"),
]
