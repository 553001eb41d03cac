"""What pages of this room share: an act carried out once, a button, tabs, addresses."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit
from linli.core.audit.door import may
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import once, sent, step
from linli.safety.hazards.forms.told import SureForm


def sure(
    request: Visit, act: Any, subject: Any, *, title: Any, note: Any, done: Any, back: str,
    says: Any = "", **given: Any,
) -> HttpResponse:  # fmt: skip
    """What cannot be undone: first a page that says what follows from it, then the act, once."""
    return step(
        request,
        SureForm(sent(request)),
        lambda said: once(request, act, subject, said, **given),
        title=title, note=note, done=done, back=back, says=says,
    )  # fmt: skip


def here(request: Visit, name: str, *args: Any) -> str:
    """The address of a page of this room."""
    return reverse(f"hazards:{name}", args=[request.community.code, *args])


def can(request: Visit, permission: str) -> bool:
    """Whether whoever looks may do this here, so that no page offers what would be refused."""
    return may(permission, request.actor, request.community)


def desk_tabs(request: Visit, current: str) -> list[Tab]:
    """The desk pages of this room beside each other: those that open for whoever looks."""
    pages = (
        ("desk", _("隐患"), "hazards.see_desk"),
        ("rounds", _("巡查"), "hazards.see_rounds"),
        ("points", _("检查点"), "hazards.see_desk"),
        ("fire_desk", _("消防"), "hazards.see_desk"),
        ("police_desk", _("警务和提醒"), "hazards.see_desk"),
        ("found_desk", _("失物招领"), "hazards.keep_found"),
    )
    return [
        Tab(title, here(request, name), name == current)
        for name, title, needed in pages
        if can(request, needed)
    ]


def public_tabs(request: Visit, current: str) -> list[Tab]:
    """The public pages of this room beside each other."""
    pages = (
        ("list", _("隐患和整改")),
        ("situation", _("安全情况")),
        ("fire", _("消防")),
        ("police", _("社区警务")),
        ("found", _("失物招领")),
    )
    return [Tab(title, here(request, name), name == current) for name, title in pages]
