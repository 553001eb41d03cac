from typing import Any

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class MattersConfig(AppConfig):
    name = "linli.service.matters"
    label = "matters"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        from linli.core.clocks.terms import Terms, Way, declare_terms
        from linli.core.places.layers import Layer, show_on_map
        from linli.core.places.offers import Offer, offer_at_places
        from linli.mechanisms.publication.disclosed import disclose
        from linli.service.matters import filing  # noqa: F401  (what it hands to the archive)
        from linli.service.matters.actions.handling import pass_on
        from linli.service.matters.disclosed import SOURCES
        from linli.service.matters.queries.barriers import open_barriers

        disclose(*SOURCES)
        # The sender is asked, or told of a later day, on the matter's own pages.
        rests = {
            "pause": Way("matters:move", {"move": "ask"}),
            "resume": Way("matters:move", {"move": "resume"}),
        }
        later = {"extend": Way("matters:move", {"move": "extend"})}
        terms = {"promise": Terms(ways=rests | later), "limit": Terms(ways=rests)}
        declare_terms("matters.Matter", terms, passes_on=pass_on)
        show_on_map(
            Layer(
                "barriers",
                _("还没解决的无障碍问题"),
                _("只写在哪栋楼、有几件，不写是谁说的；看过、在办的才算。"),
                open_barriers,
                _new_here,
            )
        )
        offer_at_places(Offer("matters", _("报修、提诉求"), _form_at, icon="message-2-plus"))


def _form_at(place: Any, tag: str) -> str:
    """The form with the place filled in, for whoever scanned the tag on a stair."""
    if place.community is None:
        return ""
    address = reverse("matters:new", kwargs={"community_code": place.community.code})
    return f"{address}?tag={tag}"


def _new_here(community: Any) -> str:
    """The form, for whoever found another."""
    return reverse("matters:new", kwargs={"community_code": community.code})
