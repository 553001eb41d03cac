"""The sheet of a month, reckoned from the turnovers of the books and from nothing else, so that it
cannot say anything but what the books say."""

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from linli.mechanisms.ledger.models import Account, Turnover
from linli.stewardship.funds import charts
from linli.stewardship.funds.models import Source
from linli.stewardship.funds.rules.months import first_of
from linli.stewardship.funds.words import KIND_ORDER

SIDES = ("income", "outgo", "income_back", "outgo_back")
"""What came in and went out; what of either was taken back."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in a month, in fen. `before` and `left` are all there was in the bank; of what
    is left, `committed` is approved and not paid yet, and `reserved` kept for a project."""

    source: Source
    before: int = 0
    income: int = 0
    outgo: int = 0
    income_back: int = 0
    outgo_back: int = 0
    left: int = 0
    committed: int = 0
    reserved: int = 0

    @property
    def moved(self) -> bool:
        """Whether anything came or went."""
        return any((self.income, self.outgo, self.income_back, self.outgo_back))


@dataclass(frozen=True)
class MonthSheet:
    """All sources in a month, by kind, with their sums."""

    month: date
    lines: list[SourceLine] = field(default_factory=list)

    def sum_of(self, name: str) -> int:
        """The sum of one column."""
        return sum(getattr(line, name) for line in self.lines)

    @property
    def total(self) -> dict[str, int]:
        """The sums of every column."""
        return {name: self.sum_of(name) for name in FIGURES}


FIGURES = (
    "before", "income", "income_back", "outgo", "outgo_back", "left", "committed", "reserved",
)  # fmt: skip
_CREDITED = ("income", "equity")


def sheet_of(community: Any, month: date) -> MonthSheet:
    """The sheet of a month: three queries, however long the books are."""
    first = first_of(month)
    found = Source.objects.filter(community=community).select_related("body")
    sources = sorted(found, key=lambda each: (KIND_ORDER[each.kind], each.title))
    accounts = {
        row.pk: row
        for row in Account.objects.filter(
            community=community, book__in=[each.book_id for each in sources]
        )
    }
    moved: dict[Any, dict[str, int]] = defaultdict(lambda: dict.fromkeys(FIGURES, 0))
    rows = Turnover.objects.filter(
        community=community, account__in=accounts, grain="month", first__lte=first
    )
    for account_id, day, debit, credit in rows.values_list("account", "first", "debit", "credit"):
        account = accounts[account_id]
        _count(moved[account.book_id], account, debit, credit, now=day == first)
    return MonthSheet(
        first,
        [
            SourceLine(source, **moved[source.book_id])
            for source in sources
            if _stood(source, first) or any(moved[source.book_id].values())
        ],
    )


def _count(line: dict[str, int], account: Account, debit: int, credit: int, *, now: bool) -> None:
    if account.code.startswith(charts.BANK):
        line["left"] += debit - credit
        if not now:
            line["before"] += debit - credit
        if account.code == charts.COMMITTED:
            line["committed"] += debit - credit
        elif account.code == charts.RESERVED:
            line["reserved"] += debit - credit
    elif now and account.kind in _CREDITED:
        line["income"] += credit
        line["income_back"] += debit
    elif now:
        line["outgo"] += debit
        line["outgo_back"] += credit


def _stood(source: Source, first: date) -> bool:
    """Whether it was there in the month; one with money in it is shown in any case."""
    closed = source.closed_on is not None and source.closed_on < first
    return first_of(source.opened_on) <= first and not closed


def as_data(sheet: MonthSheet) -> dict[str, Any]:
    """The figures as data: amounts in fen, sources by their names."""
    return {
        "month": f"{sheet.month:%Y-%m}",
        "unit": "fen",
        "sources": [
            {
                "source": line.source.title,
                "kind": line.source.kind,
                "purpose": line.source.purpose_told or str(line.source.get_purpose_display()),
                **{name: getattr(line, name) for name in FIGURES},
            }
            for line in sheet.lines
        ],
        "total": sheet.total,
    }


def digest_of(sheet: MonthSheet) -> str:
    """The SHA-256 of the figures, the same in any language: what a closed month is known by. A
    source in which nothing lay and nothing moved adds nothing, whether it was open or not."""
    rows = [
        [str(line.source.pk), *figures]
        for line in sheet.lines
        if any(figures := [getattr(line, name) for name in FIGURES])
    ]
    text = json.dumps([f"{sheet.month:%Y-%m}", sorted(rows)], separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
