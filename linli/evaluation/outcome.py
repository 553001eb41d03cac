"""One reckoning of one community: read the facts, count, make values. Reads only."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.definitions import Catalogue
from linli.evaluation.engine.counting import Counts, count_all, fact_table
from linli.evaluation.engine.table import batches
from linli.evaluation.engine.values import Value, measures_of, reckon_values
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.periods import Span, recent_start
from linli.evaluation.sources import kinds_declared, read_facts
from linli.evaluation.standards import criteria
from linli.evaluation.surveys.surveyed import surveyed_values
from linli.lib.facts import Fact, FactKind

RECENT = "recent"
"""The key of the last twelve months and the present one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands behind one criterion in one stretch of time; `kind` empty: all kinds together,
    each record once."""

    criterion: str
    kind: str
    period_kind: str
    starts: date
    ends: date
    records: int
    latest: date


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that one reckoning found."""

    span: Span
    facts: int
    floor: int
    values: tuple[Value, ...]
    evidence: tuple[Standing, ...]
    apart: tuple[Value, ...] = ()
    """Values of a year that is over which take no place but their own."""


def reckon_community(
    community: Any,
    span: Span,
    *,
    definitions: Catalogue | None = None,
    each_month: Callable[[date], None] = lambda month: None,
    keep: Callable[[date, Sequence[Fact]], None] | None = None,
) -> Outcome:
    """Reads the facts of the span month by month and reckons every indicator from them.

    Month by month, because a stock is told as it stood at the end of what is asked for.
    `each_month` is told of each month before it is read; `keep` is handed the facts of each.
    """
    known = definitions or catalogue_of(community)
    kinds = kinds_declared()
    floor = floor_laid_down(community, span.until)
    tally = Tally()

    def stream() -> Iterator[Fact]:
        for since, until in span.windows():
            each_month(since)
            facts = read_facts(community, since, until)
            if keep is not None:
                kept = list(facts)
                keep(since, kept)
                facts = iter(kept)
            yield from tally.count(facts)

    years = [period for period in span.periods if period.kind == "year"]
    months = {period.key: list(period.months()) for period in years}
    recent = recent_start(span.until)
    months[RECENT] = _months_from(recent, span.until)
    with fact_table(batches(stream())) as backend:
        counts = count_all(
            backend,
            measures_of(known.rows),
            span.periods,
            until=span.until,
            rows=known.rows,
            kinds_of=_criteria_of(kinds),
            evidence_months=months,
        )
    return Outcome(
        span=span,
        facts=tally.facts,
        floor=floor,
        values=(
            *(
                value
                for value in reckon_values(known, span.periods, counts, floor=floor)
                if value.indicator.aggregator != "survey"
            ),
            *surveyed_values(known, community, span.periods),
        ),
        evidence=tuple(_evidence(counts, span, recent)),
    )


class Tally:
    """Counts what passes through."""

    def __init__(self) -> None:
        self.facts = 0

    def count(self, facts: Iterator[Fact]) -> Iterator[Fact]:
        """The same facts, counted."""
        for fact in facts:
            self.facts += 1
            yield fact


def _criteria_of(kinds: dict[str, FactKind]) -> list[tuple[str, str]]:
    return [(kind.kind, code) for kind in kinds.values() for code in kind.standard]


def _evidence(counts: Counts, span: Span, recent: date) -> Iterator[Standing]:
    years = {period.key: period for period in span.periods if period.kind == "year"}
    for row in counts.evidence:
        if row["criterion"] not in criteria():
            continue  # a code the house does not know yet is nobody's evidence
        year = years.get(row["period"])
        yield Standing(
            criterion=row["criterion"],
            kind=row["kind"],
            period_kind="year" if year else RECENT,
            starts=year.starts if year else recent,
            ends=year.ends if year else span.until,
            records=row["records"],
            latest=row["latest"],
        )


def _months_from(first: date, until: date) -> list[int]:
    months = []
    year, month = first.year, first.month
    while (year, month) <= (until.year, until.month):
        months.append(year * 100 + month)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return months
