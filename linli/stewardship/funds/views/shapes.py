"""What several pages of this room share: a month out of an address, tabs, a form that is sent."""

from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, pgettext

from linli.core.pages.shapes import Tab
from linli.stewardship.funds.rules.months import last_of

SIDE_TITLES = {
    "income": lambda: pgettext("money", "收入"),
    "outgo": lambda: pgettext("money", "支出"),
    "income_back": lambda: _("减去的收入（记错更正）"),
    "outgo_back": lambda: _("退回的支出（没用完的、记错的）"),
}


def month_in(year: int, month: int) -> date:
    """The first day of the month in an address; Http404 where there is none, or it lies ahead."""
    if not (1 <= month <= 12 and 2000 <= year <= 2200):
        raise Http404
    first = date(year, month, 1)
    if first > timezone.localdate():
        raise Http404
    return first


def beside(first: date, began: date | None) -> dict[str, date | None]:
    """The months before and after one, from the first month of the books (`began`) to today's."""
    after = last_of(first).toordinal() + 1
    later = date.fromordinal(after)
    before = date.fromordinal(first.toordinal() - 1).replace(day=1)
    earlier = before if began is not None and began <= before else None
    return {"before": earlier, "later": later if later <= timezone.localdate() else None}


def tabs_of(request: Any, current: str) -> list[Tab]:
    """The desk pages of this room beside each other."""
    here = [request.community.code]
    pages = (
        ("desk", _("各项来源")),
        ("requests", _("用款")),
        ("budgets", _("预算")),
        ("months", _("结账")),
        ("bank", _("对账")),
        ("gifts", _("捐赠和物品")),
        ("calls", _("小额资助")),
    )
    return [
        Tab(title, reverse(f"funds:{name}", args=here), name == current) for name, title in pages
    ]


def sent(request: Any) -> tuple[Any, Any]:
    """What a form was sent with, and its files; nothing where the page is only opened."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def status_of(form: Any) -> int:
    """How a page with a form answers: 422 where what was sent will not do."""
    return 422 if form.is_bound else 200
