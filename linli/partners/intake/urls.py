"""Under `/c/<code>/`: what the committee does and does not do, for everybody; and the desk."""

from django.urls import path

from linli.partners.intake.views import letters, listing, one, public, queue, working

app_name = "intake"

urlpatterns = [
    path("work-list/", public.show_list, name="list"),
    path("work-list.json", public.show_list, name="list_data"),
    path("desk/intake/", queue.show_all, name="queue"),
    path("desk/intake/new/", queue.record, name="new"),
    path("desk/intake/list/", listing.show, name="list_desk"),
    path("desk/intake/list/new/", listing.add, name="add_item"),
    path("desk/intake/list/shipped/<slug:code>/", listing.take_over, name="take_over"),
    path("desk/intake/list/<uuid:item_id>/", listing.amend, name="amend_item"),
    path("desk/intake/list/<uuid:item_id>/end/", listing.end, name="end_item"),
    path("desk/intake/minutes/", working.log, name="minutes"),
    path("desk/intake/minutes/<uuid:entry_id>/strike/", working.strike, name="strike"),
    path("desk/intake/burden/", working.show_burden, name="burden"),
    path("desk/intake/burden.csv", working.download_csv, name="burden_csv"),
    path("desk/intake/burden.json", working.download_json, name="burden_json"),
    path("desk/intake/letters/<uuid:letter_id>/", letters.show, name="letter"),
    path("desk/intake/letters/<uuid:letter_id>.pdf", letters.download, name="letter_pdf"),
    path("desk/intake/<uuid:request_id>/", one.show, name="show"),
    path("desk/intake/<uuid:request_id>/minutes/", one.log_on, name="log_on"),
    path("desk/intake/<uuid:request_id>/<slug:move>/", one.take_move, name="move"),
]
