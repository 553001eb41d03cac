"""The pages of 诉求, under `/c/<community>/`."""

from django.urls import path

from linli.service.matters import api
from linli.service.matters.views import (
    follow,
    importing,
    patterns,
    public,
    queue,
    raising,
    tables,
    work,
)

app_name = "matters"

urlpatterns = [
    # For everybody
    path("matters/", public.show_list, name="public"),
    path("matters.json", public.show_list, name="public_json"),
    path("matters/new/", raising.write, name="new"),
    path("matters/new/check/", raising.check, name="check"),
    path("matters/new/near/", raising.near, name="near"),
    path("matters/places/", patterns.show_public, name="places"),
    path("matters/places.json", patterns.show_public, name="places_json"),
    path("matters/mine/", follow.mine, name="mine"),
    path("matters/mine/<uuid:subject>/", follow.own, name="own"),
    path("matters/public/<uuid:posting_id>/", public.show_one, name="public_one"),
    path("matters/public/<uuid:posting_id>.json", public.show_one, name="public_one_json"),
    # For whoever holds the receipt
    path("matters/receipt/", follow.find, name="find"),
    path("matters/receipt/<str:receipt>/", follow.show, name="follow"),
    path("matters/receipt/<str:receipt>/supply/", follow.supply, name="follow_supply"),
    path("matters/receipt/<str:receipt>/rate/", follow.rate, name="follow_rate"),
    path("matters/receipt/<str:receipt>/withdraw/", follow.withdraw, name="follow_withdraw"),
    # The desk
    path("desk/matters/", queue.show, name="queue"),
    path("desk/matters/together/", queue.act_together, name="together"),
    path("desk/matters/type-in/", raising.type_in, name="type_in"),
    path("desk/matters/patterns/", patterns.show, name="patterns"),
    path("desk/matters/kinds/", tables.kinds, name="kinds"),
    path("desk/matters/kinds/<uuid:kind_id>/", tables.edit_kind, name="kind"),
    path("desk/matters/routing/", tables.routing, name="routing"),
    path("desk/matters/import/", importing.upload, name="imports"),
    path("desk/matters/import/<uuid:batch_id>/", importing.show, name="import"),
    path("desk/matters/import/<uuid:batch_id>/take-in/", importing.take_in, name="import_take"),
    path("desk/matters/import/<uuid:batch_id>/marked/", importing.marked, name="import_marked"),
    path("desk/matters/import/<uuid:batch_id>/undo/", importing.undo, name="import_undo"),
    path("desk/matters/<uuid:matter_id>/", work.show, name="show"),
    path("desk/matters/<uuid:matter_id>/look/", work.look, name="look"),
    path("desk/matters/<uuid:matter_id>/merge/", work.merge_with, name="merge"),
    path("desk/matters/<uuid:matter_id>/split/", work.split_up, name="split"),
    path("desk/matters/<uuid:matter_id>/note/", work.write_note, name="note"),
    path("desk/matters/<uuid:matter_id>/contact/", work.open_contact, name="contact"),
    path("desk/matters/<uuid:matter_id>/<slug:move>/", work.take_move, name="move"),
    # Open311 GeoReport v2, what is public only
    path("open311/services.json", api.services, name="services"),
    path("open311/requests.json", api.requests, name="requests"),
    path("open311/requests/<uuid:posting_id>.json", api.request_one, name="request"),
]
