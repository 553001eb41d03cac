"""What the pages of learning, groups and thanks have in common: one form carries out one act."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit
from linli.core.audit.actor import Actor
from linli.core.audit.door import Door, Replayed
from linli.core.pages.shapes import Tab


def at(request: Visit, name: str, *args: Any) -> str:
    """The address of a page of this room."""
    return reverse(f"activities:{name}", args=[request.community.code, *args])


def carried(
    request: Visit,
    act: Door[Any],
    subject: Any,
    given: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
    *,
    by: Actor | None = None,
) -> Callable[[dict[str, Any]], Any]:
    """Carries the act out with what the form says, once however often it is sent."""

    def carry_out(said: dict[str, Any]) -> Any:
        told = {name: value for name, value in said.items() if name != "once"}
        if given is not None:
            told = given(told)
        try:
            return act(
                subject, by=by or request.actor, at=timezone.now(), once=said.get("once"), **told
            )
        except Replayed:
            return None

    return carry_out


def nothing(_said: dict[str, Any]) -> dict[str, Any]:
    """An act that needs no more than its row."""
    return {}


def _tabs(request: Visit, current: str, pages: tuple[tuple[str, str], ...]) -> list[Tab]:
    return [Tab(title, at(request, name), name == current) for name, title in pages]


def public_tabs(request: Visit, current: str) -> list[Tab]:
    """The public pages beside each other."""
    pages = (
        ("wishes", _("想学什么")),
        ("groups", _("居民团队")),
        ("teachers", _("老师和指导员")),
        ("recognition", _("感谢和荣誉")),
        ("brought", _("送文化和体育日")),
    )
    return _tabs(request, current, pages)


def desk_tabs(request: Visit, current: str) -> list[Tab]:
    """The pages of the desk beside each other."""
    pages = (
        ("learning_desk", _("学习")),
        ("groups_desk", _("居民团队")),
        ("teachers_desk", _("老师和指导员")),
        ("recognition_desk", _("感谢和荣誉")),
        ("brought_desk", _("送文化和体育日")),
    )
    return _tabs(request, current, pages)
