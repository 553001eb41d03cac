"""The records behind a figure: read from the rooms at the moment they are asked for, so that no
second list of them is kept anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from linli.evaluation.definitions import Indicator
from linli.evaluation.periods import Period
from linli.evaluation.sources import facts_of_kinds, kinds_declared
from linli.lib.facts import Fact, FactKind

PAGE = 50
"""Records a page."""


@dataclass(frozen=True, slots=True)
class Behind:
    """One row that counted: its day, what kind, its part and whole, the record it came from."""

    on: date
    kind: FactKind
    part: int
    whole: int | None
    record: UUID


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Rows, the latest first, and where the next page begins (empty: nowhere)."""

    rows: tuple[Behind, ...]
    after: str


def records_behind(
    community: Any, row: Indicator, period: Period, *, today: date, after: str = ""
) -> RecordPage:
    """The rows an indicator counted in a period. The caller has asked who may see them."""
    stock = row.aggregator == "last"
    kinds = frozenset(row.kinds)
    return records_of(
        community, kinds, period, today=today, after=after, stock=stock, field=row.field
    )


def records_of(
    community: Any,
    wanted: frozenset[str],
    period: Period,
    *,
    today: date,
    after: str = "",
    stock: bool = False,
    field: str = "",
) -> RecordPage:
    """The rows of some kinds in a period. The caller has asked who may see them.

    Goes back from the end in stretches that double as long as they are thin, so that neither a
    full day nor an empty year is read for one page.
    """
    until = min(period.ends, today)
    place = _read_cursor(after)
    found: dict[tuple[date, str], Fact] = {}
    stretches = _stretches(period.starts, until, place[0] if place else until, stock=stock)
    for first, last in stretches:
        for fact in facts_of_kinds(community, wanted, first, last):
            if fact.record is None or (field and fact.field != field):
                continue
            key = fact.on, f"{fact.record.hex}{fact.kind}"
            if place is None or key < place:
                found[key] = fact
        if len(found) > PAGE:
            break
    shown = sorted(found, reverse=True)[:PAGE]
    kinds = kinds_declared()
    return RecordPage(
        rows=tuple(
            Behind(fact.on, kinds[fact.kind], fact.part, fact.whole, fact.record)
            for fact in (found[key] for key in shown)
            if fact.record is not None
        ),
        after=f"{shown[-1][0].isoformat()}.{shown[-1][1]}" if len(found) > PAGE else "",
    )


def _stretches(
    starts: date, until: date, latest: date, *, stock: bool
) -> Iterator[tuple[date, date]]:
    if stock:
        # A stock is told as it stood on the last day of what is asked for.
        yield max(starts, until.replace(day=1)), until
        return
    last, length = min(latest, until), 1
    while last >= starts:
        first = max(starts, last - timedelta(days=length - 1))
        yield first, last
        last, length = first - timedelta(days=1), length * 2


def _read_cursor(after: str) -> tuple[date, str] | None:
    day, _dot, name = after.partition(".")
    try:
        return (date.fromisoformat(day), name) if name else None
    except ValueError:
        return None
