"""What is broken and what is due, where everybody and the desk look for it: the map, the places
somebody scans a tag at, the days on which something runs out."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.expiring import register_expiring
from linli.core.places.layers import Layer, show_on_map
from linli.culture.facilities.queries.out_of_use import ROUNDS, TERMS, standing_out


def show_what_is_kept() -> None:
    """Called once, when the app is ready."""
    show_on_map(
        Layer(
            "out_of_use",
            _("停用的设施和器材"),
            _("坏了的马上停用；修好并由另一个人复查以后才恢复。"),
            standing_out,
            _out_of_use,
        )
    )
    register_expiring(ROUNDS)
    register_expiring(TERMS)


def _out_of_use(community: Any) -> str:
    return reverse("facilities:out_of_use", kwargs={"community_code": community.code})
