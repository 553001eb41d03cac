"""Addresses of bought services."""

from typing import Any

from django.urls import path

from linli.partners.organisations.views import purchases

_ONE = "desk/purchases/<uuid:purchase_id>/"

urlpatterns: list[Any] = [
    path("purchases/", purchases.show_all, name="purchases"),
    path("purchases/<uuid:purchase_id>/", purchases.show, name="purchase"),
    path("desk/purchases/new/", purchases.begin, name="begin_purchase"),
    path("desk/purchases/receipts/", purchases.show_receipts, name="receipts"),
    path("desk/purchases/receipts/new/", purchases.keep_receipt, name="keep_receipt"),
    path(_ONE + "milestones/new/", purchases.add_milestone, name="add_milestone"),
    path(_ONE + "<str:name>/", purchases.move, name="move_purchase"),
    path(
        "desk/purchases/milestones/<uuid:milestone_id>/done/",
        purchases.finish_milestone,
        name="finish_milestone",
    ),
]
