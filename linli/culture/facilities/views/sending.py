"""What pages of keeping share: an act carried out once, a button that carries one out, tabs."""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit
from linli.core.audit.door import Replayed
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
    """A button: the act, a word, and back. What it refuses is told on the page of refusals."""
    carry(request, act, subject, **given)
    messages.success(request, done)
    return redirect(back)


def cut(rows: Any, most: int) -> tuple[list[Any], bool]:
    """As many of the rows as a page lists, and whether there are more."""
    found = list(rows[: most + 1])
    return found[:most], len(found) > most


def here(request: Visit, name: str, *args: Any) -> str:
    """The address of a page of this room."""
    return reverse(f"facilities:{name}", args=[request.community.code, *args])


def desk_tabs(request: Visit, current: str) -> list[Tab]:
    """The desk pages of keeping beside each other."""
    pages = (
        ("season_desk", _("场地季")),
        ("defects", _("巡查和停用")),
        ("lending_desk", _("出借")),
        ("offer_desk", _("资源对接")),
    )
    return [Tab(title, here(request, name), name == current) for name, title in pages]
