"""`/c/<community>/standards/`: the six standards and all that is reckoned for them;
`/c/<community>/desk/reports/`: reports of work; of `own`: `/c/<community>/desk/indicators/`."""

from django.urls import path

from linli.evaluation.own.urls import urlpatterns as own
from linli.evaluation.scorecard.urls import urlpatterns as scorecard
from linli.evaluation.surveys.urls import urlpatterns as surveys
from linli.evaluation.views import indicators, recasts, reports, standards, weights, yearly

app_name = "evaluation"

urlpatterns = [
    path("standards/", standards.show_standards, name="standards"),
    path("standards.json", standards.show_standards, name="standards_json"),
    path("standards/reckon/", standards.ask_reckoning, name="reckon"),
    path("standards/report/<int:year>/", standards.show_report, name="report"),
    path("standards/report/<int:year>.json", standards.show_report, name="report_json"),
    path("standards/report/<int:year>/word/", yearly.download_word, name="year_word"),
    path("standards/report/<int:year>/pdf/", yearly.download_pdf, name="year_pdf"),
    path("standards/S<int:number>/", standards.show_standard, name="standard"),
    path("standards/S<int:number>.json", standards.show_standard, name="standard_json"),
    path("standards/group/<slug:code>/", standards.show_group, name="group"),
    path("standards/group/<slug:code>.json", standards.show_group, name="group_json"),
    path("standards/waiting/", standards.show_waiting, name="waiting"),
    path("standards/weights/", weights.show_weights, name="weights"),
    path("standards/weights.json", weights.show_weights, name="weights_json"),
    path("standards/recasts/", recasts.list_recasts, name="recasts"),
    path("standards/recasts/ask/", recasts.ask_recast, name="ask_recast"),
    path("standards/<slug:indicator>/", indicators.show_indicator, name="indicator"),
    path("standards/<slug:indicator>.json", indicators.show_indicator, name="indicator_json"),
    path("standards/<slug:indicator>/records/", indicators.list_records, name="records"),
    path("standards/<slug:indicator>/against/", indicators.list_against, name="against"),
    path("standards/<slug:indicator>/receipts/", indicators.show_receipts, name="receipts"),
    path("desk/weights/", weights.list_weighings, name="weighings"),
    path("desk/weights/new/<slug:method>/", weights.enter_weights, name="enter_weights"),
    path("desk/weights/<uuid:weighing_id>/", weights.show_weighing, name="weighing"),
    path("desk/weights/<uuid:weighing_id>/edit/", weights.edit_weights, name="edit_weights"),
    path("desk/weights/<uuid:weighing_id>/adopt/", weights.adopt_weights, name="adopt_weights"),
    path("desk/weights/<uuid:weighing_id>/drop/", weights.drop_weights, name="drop_weights"),
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
    *own,
    *surveys,
    *scorecard,
]
