"""The budget of a year, and what came of each of its lines."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Sum

from linli.mechanisms.ledger.models import Entry
from linli.stewardship.funds.models import Budget, BudgetLine, Receipt, Request, Source

SPENT = ("paid", "settled")


@dataclass(frozen=True, slots=True)
class LineSeen:
    """One line beside what became of it: `done` was received or paid, in fen."""

    line: BudgetLine
    done: int

    @property
    def percent(self) -> int:
        """How much of it, in whole percent; for a bar."""
        return min(100, self.done * 100 // self.line.fen) if self.line.fen else 0


def budgets_of(community: Any) -> list[Budget]:
    """All budgets, the latest year first."""
    return list(Budget.objects.filter(community=community).order_by("-year")[:20])


def budget_of(community: Any, year: int, *, settled: bool = False) -> Budget | None:
    """The budget of a year; only where a decision stands behind it, where `settled`."""
    rows = Budget.objects.filter(community=community, year=year).select_related("community")
    found: Budget | None = (rows.filter(edition__gt=0) if settled else rows).first()
    return found


def lines_of(budget: Budget) -> list[LineSeen]:
    """Its lines, each with what was received or paid on it (what was reversed is not counted)."""
    lines = BudgetLine.objects.filter(community=budget.community_id, budget=budget)
    rows = list(lines.select_related("source").order_by("-side", "order"))
    paid = dict(
        Request.objects.filter(
            community=budget.community_id, line__budget=budget, state__in=SPENT
        ).values_list("line").annotate(Sum("paid_fen")).order_by()
    )  # fmt: skip
    came = dict(
        receipts_standing(budget.community_id)
        .filter(line__budget=budget)
        .values_list("line")
        .annotate(Sum("fen"))
        .order_by()
    )
    sums = {**paid, **came}
    return [LineSeen(line, sums.get(line.pk, 0) or 0) for line in rows]


def receipts_standing(community: Any) -> Any:
    """Receipts that were not taken back; what lay there before the books began is none."""
    back = Entry.objects.filter(community=community, reverses__isnull=False).values("reverses")
    return Receipt.objects.filter(community=community, opening=False).exclude(entry__in=back)


def has_outgo_lines(source: Source, year: int) -> bool:
    """Whether the settled budget of a year says what this source is spent on."""
    return outgo_lines(source, year).exists()


def outgo_lines(source: Source, year: int) -> Any:
    """The lines a request on this source may stand on."""
    return BudgetLine.objects.filter(
        community=source.community_id,
        source=source,
        side="outgo",
        budget__year=year,
        budget__edition__gt=0,
    )


def income_lines(source: Source, on: date) -> Any:
    """The lines that foresaw money for this source."""
    return BudgetLine.objects.filter(
        community=source.community_id,
        source=source,
        side="income",
        budget__year=on.year,
        budget__edition__gt=0,
    )
