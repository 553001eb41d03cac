"""Under `/c/<code>/notices/`."""

from django.urls import path

from linli.mechanisms.publication import views

app_name = "publication"

urlpatterns = [
    path("notices/", views.list_notices, name="notices"),
    path("notices.json", views.list_notices, name="notices_data"),
    path("notices/<uuid:notice>/", views.show_notice, name="notice"),
    path("notices/<uuid:notice>.json", views.show_notice, name="notice_data"),
    path("notices/<uuid:notice>/sheet/", views.print_sheet, name="sheet"),
    path("notices/<uuid:notice>/text/", views.paste_text, name="text"),
    path("notices/<uuid:notice>/withdraw/", views.withdraw_notice, name="withdraw"),
]
