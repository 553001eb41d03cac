"""How the forms of these pages carry out an act: once, by whoever is here, now."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _, pgettext

from linli.core.access.gates import Visit
from linli.core.audit.door import may
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import carried, step

DESK = "organisations.keep_units"


def unit_step(
    request: Visit, form: Any, act: Any, subject: Any, *, unit: Any = None, **said: Any
) -> HttpResponse:
    """A step that leads back to the unit's page: the desk's, or its delegate's own."""
    desk = may(DESK, request.actor, subject)
    code = request.community.code
    if unit is None:
        page = "organisations:units_desk" if desk else "organisations:own_units"
        back = reverse(page, args=[code])
    elif desk:
        back = reverse("organisations:unit_desk", args=[code, unit.pk])
    else:
        back = reverse("organisations:own_units", args=[code])
    said.setdefault("back", back)
    frame = "desk.html" if desk else "portal.html"
    return step(request, form, carried(request, act, subject), frame=frame, **said)


def public_tabs(code: str, current: str) -> list[Tab]:
    """The pages everybody reads of units."""
    pages = (
        ("units", _("单位和资源")), ("needs", _("需求和项目")), ("pledges", pgettext("several", "承诺")),
        ("joint_meetings", _("联席会议")),
    )  # fmt: skip
    return _tabs(code, current, pages)


def desk_tabs(request: Visit, current: str) -> list[Tab]:
    """The pages of the desk that are open to whoever looks."""
    pages = (
        ("units_desk", pgettext("several", "驻社区单位"), DESK), ("lists_desk", _("需求和项目"), DESK),
        ("pledges_desk", pgettext("several", "承诺"), DESK),
        ("joint_desk", _("联席会议"), "organisations.keep_joint_meeting"),
    )  # fmt: skip
    here = request.community
    shown = [(name, title) for name, title, need in pages if may(need, request.actor, here)]
    return _tabs(here.code, current, shown)


def _tabs(code: str, current: str, pages: Any) -> list[Tab]:
    return [
        Tab(title, reverse(f"organisations:{name}", args=[code]), name == current)
        for name, title in pages
    ]
