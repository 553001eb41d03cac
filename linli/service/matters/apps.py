from typing import Any

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class MattersConfig(AppConfig):
    name = "linli.service.matters"
    label = "matters"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.places.offers import Offer, offer_at_places

        offer_at_places(Offer("matters", _("报修、提诉求"), _form_at, icon="message-2-plus"))


def _form_at(place: Any, tag: str) -> str:
    """The form with the place filled in, for whoever scanned the tag on a stair."""
    if place.community is None:
        return ""
    address = reverse("matters:new", kwargs={"community_code": place.community.code})
    return f"{address}?tag={tag}"
