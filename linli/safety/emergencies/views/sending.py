"""What pages of this room share."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit
from linli.core.audit.door import may
from linli.core.pages.shapes import Tab


def here(request: Visit, name: str, *args: Any) -> str:
    """The address of a page of this room."""
    return reverse(f"emergencies:{name}", args=[request.community.code, *args])


def desk_tabs(request: Visit, current: str) -> list[Tab]:
    """The desk pages of this room beside each other."""
    pages = (
        ("incidents", _("突发事件")),
        ("tree", _("联系人和值班")),
        ("places", _("风险点和避难场所")),
        ("store", _("应急物资")),
        ("cards", _("求助卡")),
        ("drills", _("演练")),
    )
    if not may("emergencies.keep", request.actor, request.community):
        return []
    cards = may("emergencies.cards", request.actor, request.community)
    return [
        Tab(title, here(request, name), name == current)
        for name, title in pages
        if cards or name != "cards"
    ]


def as_key(text: str) -> UUID:
    """An id somebody put into an address; anything else is not found."""
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
