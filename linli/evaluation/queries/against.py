"""The records that weigh against a figure: which did it, read from the rooms when asked for."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.evaluation.definitions import Indicator
from linli.evaluation.periods import Period, period_before
from linli.evaluation.queries.records import PAGE, Behind
from linli.evaluation.sources import facts_of_kinds, kinds_declared
from linli.lib.facts import Fact


@dataclass(frozen=True, slots=True)
class AgainstPage:
    """Some of them, the latest first; how many there are in all, and where the next page begins
    (empty: nowhere)."""

    rows: tuple[Behind, ...]
    count: int
    after: str


def can_be_against(row: Indicator) -> bool:
    """Whether single records count for or against it: a share of its rows, or what is late."""
    return row.aggregator in ("ratio_of_sums", "median") and row.direction != "context"


def records_against(
    community: Any,
    row: Indicator,
    period: Period,
    *,
    today: date,
    middle: Any = None,
    after: str = "",
) -> AgainstPage:
    """Those of a period that count against it and were not counted against it in the one before.

    Of a share, where more is better, the rows whose part is less than their whole; where less is
    better, those that have a part. Of a median, those past the former one (`middle`). The caller
    has asked who may see them.
    """
    if not can_be_against(row):
        return AgainstPage((), 0, "")
    former = {
        (fact.record, fact.kind)
        for fact in _against(community, row, period_before(period), today, middle)
        if fact.record is not None
    }
    found = {
        (fact.on, fact.record.hex, fact.kind): fact
        for fact in _against(community, row, period, today, middle)
        if fact.record is not None and (fact.record, fact.kind) not in former
    }
    begin = int(after) if after.isdecimal() else 0
    keys = sorted(found, reverse=True)
    kinds = kinds_declared()
    rows = [found[key] for key in keys[begin : begin + PAGE]]
    return AgainstPage(
        tuple(
            Behind(fact.on, kinds[fact.kind], fact.part, fact.whole, fact.record)
            for fact in rows
            if fact.record is not None
        ),
        len(keys),
        str(begin + PAGE) if len(keys) > begin + PAGE else "",
    )


def _against(
    community: Any, row: Indicator, period: Period, today: date, middle: Any
) -> list[Fact]:
    facts = facts_of_kinds(community, frozenset(row.kinds), period.starts, min(period.ends, today))
    return [
        fact
        for fact in facts
        if (not row.field or fact.field == row.field) and _counts_against(row, fact, middle)
    ]


def _counts_against(row: Indicator, fact: Fact, middle: Any) -> bool:
    if row.aggregator == "median":
        if middle is None:
            return False
        return fact.part > middle if row.direction == "lower" else fact.part < middle
    if fact.whole is None:
        return False
    return fact.part > 0 if row.direction == "lower" else fact.part < fact.whole
