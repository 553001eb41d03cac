"""How the forms of these pages carry out an act: once, by whoever is here, now; and the tabs."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import carried, step


def page(request: Visit, name: str, *parts: Any) -> str:
    """The address of a page of this room."""
    return reverse(f"party:{name}", args=[request.community.code, *parts])


def done(
    request: Visit, form: Any, act: Any, subject: Any, *, back: str, **said: Any
) -> HttpResponse:
    """A form that carries out one act and leads back."""
    return step(request, form, carried(request, act, subject), back=back, **said)


def desk_tabs(request: Visit, current: str) -> list[Tab]:
    """The desk pages beside each other."""
    pages = (
        ("calendar", _("组织生活")),
        ("affairs", _("党务公开")),
        ("branches", _("组织和承诺")),
        ("units", _("报到单位")),
        ("council", _("联席会议")),
        ("posts_desk", _("公益岗位")),
        ("wishes", _("微心愿")),
        ("studies", _("会前研究")),
    )
    return [Tab(title, page(request, name), name == current) for name, title in pages]


def public_tabs(request: Visit, current: str) -> list[Tab]:
    """The pages for everybody beside each other."""
    pages = (("public", _("党务公开")), ("together", _("共驻共建")))
    return [Tab(title, page(request, name), name == current) for name, title in pages]
