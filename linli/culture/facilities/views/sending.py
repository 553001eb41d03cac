"""What pages of keeping share: an act carried out once, a button that carries one out, tabs."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit
from linli.core.pages.shapes import Tab


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
