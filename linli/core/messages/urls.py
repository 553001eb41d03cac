"""`/inbox/`: one's messages."""

from django.urls import path

from linli.core.messages import views

app_name = "messages"

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read/", views.mark_all_read, name="mark_all_read"),
    path("email/", views.choose_email, name="choose_email"),
    path("<uuid:message>/open/", views.open_message, name="open"),
    path("<uuid:message>/read/", views.mark_read, name="mark_read"),
]
