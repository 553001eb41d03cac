"""What pages of this room share."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit
from linli.core.audit.door import Replayed, may
from linli.core.pages.shapes import Tab


def carry(request: Visit, act: Any, subject: Any, **given: Any) -> Any:
    """The act, by whoever looks, now."""
    return act(subject, by=request.actor, at=timezone.now(), **given)


def once(request: Visit, act: Any, subject: Any, said: dict[str, Any], **given: Any) -> Any:
    """The same, once however often the form is sent; None where it came before."""
    with suppress(Replayed):
        return carry(request, act, subject, once=said["once"], **given)
    return None


def pressed(request: Visit, act: Any, subject: Any, done: Any, back: str, **given: Any) -> Any:
    """A button: the act, a word, and back."""
    carry(request, act, subject, **given)
    messages.success(request, done)
    return redirect(back)


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
