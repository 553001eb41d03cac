"""What the pages lay out: steps, cells in words, the way here."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy, pgettext

from linli.core.pages.shapes import Crumb, Step
from linli.core.pages.wording import tell_day
from linli.lib.identity.mask import mask_id, mask_phone
from linli.partners.paperwork.models import Asking
from linli.partners.paperwork.queries import filled as cells, known
from linli.partners.paperwork.queries.filled import Cell, Filled, Row
from linli.partners.paperwork.slots import Slot

ORIGINS = {
    known.ROSTER: gettext_lazy("名册"),
    known.FROM_ID: gettext_lazy("由身份证号得出"),
    known.TIE: gettext_lazy("名册，与住房的关系"),
    known.PLACE: gettext_lazy("社区概况和住房"),
    known.HOUSEHOLD_BOOK: gettext_lazy("名册，立户"),
    known.COUNTED: gettext_lazy("按填表这天算出"),
    cells.TYPED: gettext_lazy("为这张表当面问的"),
    cells.CARRIED: gettext_lazy("上次问的，沿用"),
    cells.ALIKE: gettext_lazy("每行相同"),
    cells.MISSING: gettext_lazy("我们没有，要问"),
    cells.LEFT: gettext_lazy("不填"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """One cell as it is read on the screen: numbers with their middle hidden."""

    slot: Slot
    cell: Cell
    words: str

    @property
    def origin(self) -> Any:
        return ORIGINS.get(self.cell.origin, "")


@dataclass(frozen=True, slots=True, repr=False)
class ShownRow:
    """One row as it is read."""

    row: Row
    cells: list[Shown]

    @property
    def open_count(self) -> int:
        return len(self.row.open_keys)


def shown(filled: Filled, rows: list[Row]) -> list[ShownRow]:
    """Rows as the screen shows them."""
    return [
        ShownRow(
            row,
            [Shown(slot, row.cells[slot.key], words_of(slot, row.cells[slot.key]))
             for slot in filled.slots if slot.key in row.cells],
        )
        for row in rows
    ]  # fmt: skip


def words_of(slot: Slot, cell: Cell) -> str:
    """A cell's content as a reader writes it."""
    content = cell.content
    if content in (None, ""):
        return ""
    if isinstance(content, date):
        return tell_day(content)
    if cell.sealed:
        return mask_phone(str(content)) if "phone" in slot.fact else mask_id(str(content))
    return str(content)


def crumbs(asking: Asking, *more: Crumb) -> list[Crumb]:
    """The way to a page of one form."""
    code = asking.community.code
    return [
        Crumb(pgettext("nav", "填表"), reverse("paperwork:forms", args=[code])),
        Crumb(asking.title, reverse("paperwork:form", args=[code, asking.pk])),
        *more,
    ]


def steps(asking: Asking, open_cells: int | None) -> list[Step]:
    """Where a form stands on its way."""
    place = {"received": 1, "mapped": 2, "listed": 3, "handed_over": 5}.get(asking.state, 0)
    if asking.state == "listed" and open_cells == 0:
        place = 4
    titles = (_("收到"), _("对列"), _("选人"), _("问缺的"), pgettext("a filled form", "交表"))
    note = _("还缺 {n} 格").format(n=open_cells) if open_cells and place == 3 else ""
    return [
        Step(
            title,
            "stopped"
            if asking.state == "put_aside"
            else "done"
            if number < place
            else "current"
            if number == place
            else "coming",
            note if number == place else "",
        )
        for number, title in enumerate(titles)
    ]


def days_left(asking: Asking, on: date) -> int:
    """Days until it is wanted; negative once late."""
    return (asking.due_on - on).days
