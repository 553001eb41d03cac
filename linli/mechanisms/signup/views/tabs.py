"""The pages of one sheet at the desk, as tabs."""

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.pages.shapes import Tab
from linli.mechanisms.signup.models import Sheet

TITLES = {
    "in": lambda: _("报上了"),
    "offered": lambda: _("等确认"),
    "waiting": lambda: _("候补和等抽签"),
    "gone": lambda: _("不来了"),
}


def parts_as_tabs(sheet: Sheet, current: str, counts: dict[str, int]) -> list[Tab]:
    """In, offered, waiting, gone."""
    here = desk_of(sheet)
    return [
        Tab(title(), f"{here}?part={part}", part == current, counts[part])
        for part, title in TITLES.items()
    ]


def desk_of(sheet: Sheet) -> str:
    """The desk page of a sheet."""
    return reverse("signup:desk", args=[sheet.community.code, sheet.pk])
