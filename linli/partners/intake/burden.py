"""The burden of a month as the rows of a table, the same on a page, in a spreadsheet, as data."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.partners.intake.queries import COLUMNS, Burden, Tally

TITLES: dict[str, Any] = {
    "requested": _("新要求"),
    "listed": _("清单内"),
    "off_list": _("清单外"),
    "refused": _("未接收"),
    "forms": _("要表"),
    "filled": _("填表次数"),
    "inspections": _("检查"),
    "assessments": _("考核"),
    "plaques": _("挂牌"),
    "apps": _("应用、系统"),
    "minutes": _("分钟"),
}


def heading_row(first: Any) -> list[str]:
    """The headings, the first that of the names."""
    return [str(first), *(str(TITLES[column.name]) for column in COLUMNS)]


def as_rows(burden: Burden) -> Iterable[list[Any]]:
    """The rows in the order of names, all of them together last."""
    for name, tally in burden.rows:
        yield [name, *cells(tally)]
    yield [str(_("合计")), *cells(burden.total)]


def cells(tally: Tally) -> list[int]:
    """The counts in the order of the headings."""
    return [getattr(tally, column.name) for column in COLUMNS]


def as_data(burden: Burden, what: str) -> dict[str, Any]:
    """The month as data; `what`: what the rows are called, an office or a community."""
    return {
        "month": f"{burden.first:%Y-%m}",
        "rows": [{what: name, **_told(tally)} for name, tally in burden.rows],
        "total": _told(burden.total),
    }


def _told(tally: Tally) -> dict[str, int]:
    return {column.name: getattr(tally, column.name) for column in COLUMNS}
