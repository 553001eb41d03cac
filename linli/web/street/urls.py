"""`/street/<12-digit code>/`: the divisions under a street, a district or a city beside each
other, and what they send upward."""

from django.urls import path

from linli.web.street import burden, inquiries, returns, standing, views

app_name = "street"

urlpatterns = [
    path("", views.side_by_side, name="side_by_side"),
    path("table.csv", views.download_csv, name="csv"),
    path("table.json", views.download_json, name="json"),
    path("values.<slug:kind>", views.download_values, name="values"),
    path("dictionary.<slug:kind>", views.download_dictionary, name="dictionary"),
    path("standing/", standing.show, name="standing"),
    path("indicators/<slug:name>/", standing.indicator, name="indicator"),
    path("returns/", returns.show_all, name="returns"),
    path("returns/receive/", returns.receive, name="receive"),
    path("returns/keys/", returns.register_key, name="register_key"),
    path("returns/keys/<uuid:key_id>/confirm/", returns.confirm_key, name="confirm_key"),
    path("returns/keys/<uuid:key_id>/end/", returns.end_key, name="end_key"),
    path("returns/<uuid:return_id>/", returns.show_one, name="return"),
    path("returns/<uuid:return_id>/answer/", returns.give_answer, name="answer_return"),
    path("returns/<uuid:return_id>/values.csv", returns.download_values, name="return_csv"),
    path("returns/<uuid:return_id>/answer.zip", returns.download_answer, name="return_answer"),
    path("burden/", burden.show, name="burden"),
    path("burden.csv", burden.download_csv, name="burden_csv"),
    path("burden.json", burden.download_json, name="burden_json"),
    path("inquiries/", inquiries.show, name="inquiries"),
    path("inquiries/<uuid:complaint_id>/", inquiries.one, name="complaint"),
]
