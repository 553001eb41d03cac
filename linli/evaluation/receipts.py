"""Is this made up? What anybody may open of the records a figure was counted from.

A receipt is a notice that is up and whose owner was counted, or a record with a page that is open
to all. It is listed as counted, and never whether it counted for or against: that a certain
matter was late, or its answer disliked, is nobody's to read off a list. Where a figure is hidden,
where all count against it, or its records are of closed rows, nothing is listed.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.audit.actor import NOBODY
from linli.evaluation.definitions import Indicator
from linli.evaluation.models import Figure
from linli.evaluation.periods import Period
from linli.evaluation.presentation import held_back
from linli.evaluation.sheets import address_of
from linli.evaluation.sources import facts_of_kinds, kinds_declared
from linli.lib.facts import Fact
from linli.lib.numbers import conceal
from linli.mechanisms.publication.queries import notices_of_rows

MOST = 40
"""Receipts a page: enough to pick some and look."""

READ = 5_000
"""Records read for it, the latest."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One thing everybody can open: its day, what it is, and where."""

    on: date
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Receipts:
    """What a period's figure was counted from. `kinds`: title, how many (None: not said), and how
    it can be looked into. `cut`: not all was read, so nothing is counted. `state`: open, hidden,
    closed (nothing of it opens), alike (all count against it, so that a list would say so of
    each), survey (answers are nobody's to open)."""

    state: str
    kinds: tuple[tuple[Any, int | None, Any], ...] = ()
    receipts: tuple[Receipt, ...] = ()
    more: bool = False
    cut: bool = False


def receipts_of(
    community: Any,
    row: Indicator,
    period: Period,
    *,
    figure: Figure | None,
    floor: int,
    at: datetime,
    today: date,
) -> Receipts:
    """The receipts of an indicator in a period, as anybody may see them."""
    if row.basis == "survey" and not row.kinds:
        return Receipts("survey")
    if held_back(row):
        return Receipts("closed", tuple(_say_closed(row)))
    if figure is not None and figure.suppressed:
        return Receipts("hidden")
    facts, cut = _facts(community, row, period, today)
    counts = Counter(fact.kind for fact in facts)
    names = [kind for kind in row.kinds if kind in kinds_declared()]
    # Several kinds of every month beside those of the year would say what a month hides.
    told = figure is not None and not cut and (len(names) == 1 or period.kind == "year")
    away = conceal([counts[name] for name in names], floor) if told else [True] * len(names)
    kinds = kinds_declared()
    alike = figure is not None and _all_count_against(row, figure)
    found = [] if alike else _receipts(community, _open(community, row, period, facts), at)
    return Receipts(
        "alike" if alike else "open",
        tuple(
            (kinds[name].title, None if few else counts[name], _say_opening(name))
            for name, few in zip(names, away, strict=True)
        ),
        tuple(found[:MOST]),
        more=len(found) > MOST,
        cut=cut,
    )


def _open(community: Any, row: Indicator, period: Period, facts: list[Fact]) -> list[Fact]:
    """Without the facts of stretches of the period, or around it, whose figure is hidden."""
    hidden = [
        each.period
        for each in Figure.objects.filter(
            community=community,
            indicator=row.id,
            suppressed=True,
            starts__lte=period.ends,
            ends__gte=period.starts,
        )
    ]
    return [
        fact for fact in facts if not any(each.starts <= fact.on <= each.ends for each in hidden)
    ]


def _all_count_against(row: Indicator, figure: Figure) -> bool:
    if row.aggregator != "ratio_of_sums" or not figure.denominator:
        return False
    worst = 0 if row.direction == "higher" else figure.denominator
    return row.direction != "context" and figure.numerator == worst


def _facts(community: Any, row: Indicator, period: Period, today: date) -> tuple[list[Fact], bool]:
    """The latest facts, and whether earlier ones were left unread."""
    until = min(period.ends, today)
    since = until.replace(day=1) if row.aggregator == "last" else period.starts
    found: list[Fact] = []
    last = until
    while last >= since and len(found) < READ:
        first = max(since, last.replace(day=1))
        found += [
            fact
            for fact in facts_of_kinds(community, frozenset(row.kinds), first, last)
            if not row.field or fact.field == row.field
        ]
        last = first - timedelta(days=1)
    return found, last >= since


def _receipts(community: Any, facts: list[Fact], at: datetime) -> list[Receipt]:
    kinds = kinds_declared()
    latest: dict[UUID, Fact] = {}
    for fact in sorted(facts, key=lambda each: each.on):
        if fact.record is not None:
            latest[fact.record] = fact
    found = [
        Receipt(
            timezone.localdate(line.posted_at),
            line.heading,
            reverse("publication:notice", args=[community.code, line.id]),
        )
        for line in notices_of_rows(community.pk, list(latest), at)
    ]
    for record, fact in latest.items():
        url = address_of(kinds[fact.kind], record, community, NOBODY)
        if url:
            found.append(Receipt(fact.on, str(kinds[fact.kind].title), url))
    return sorted(set(found), key=lambda each: (each.on, each.url), reverse=True)


def _say_opening(name: str) -> Any:
    kind = kinds_declared()[name]
    if kind.stock:
        return _("按当天的情况数")
    return _("逐条记录，公开了的可以打开") if kind.opens else _("只数件数，没有可以打开的页面")


def _say_closed(row: Indicator) -> Any:
    kinds = kinds_declared()
    for name in row.kinds:
        if name in kinds:
            yield (
                kinds[name].title,
                None,
                _("不公开的登记：按整月数，太少的月份对谁都不写，也没有可以打开的记录"),
            )
