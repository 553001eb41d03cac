"""What was done in a period, read from the facts of every room: counts by kind, and figures.

The content of a report is plain data, kept as it was read:

    {"facts": 1234, "floor": 10, "period": "2026-10", "before": "2026-09", "until": "2026-10-31",
     "lines": [{"kind": …, "n": 34, "part": 31, "whole": 34, "before": 30, "few": false}, …],
     "figures": [{"id": "MT01", "version": 1, "numerator": 31, "denominator": 34, …}, …]}

`n` counts the rows of a kind; of a stock, what stood at the end. `before` is the same for the
period before (null where nothing of the kind had ever been recorded by then). `few`: not to be
told outside, because it is small or because a small month could be had back from it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.definitions import Indicator
from linli.evaluation.engine.counting import count_all, fact_table
from linli.evaluation.engine.table import batches
from linli.evaluation.engine.values import Value, measures_of, reckon_value
from linli.evaluation.models import Figure
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.periods import PERIOD_LENGTHS, Period, Span, period_before, recent_start
from linli.evaluation.rules import total_may_stand
from linli.evaluation.sources import kinds_declared, read_facts
from linli.lib.facts import Fact
from linli.lib.numbers import suppressed

Content = dict[str, Any]


def span_of_report(report: Any, today: date) -> Span:
    """What is read for a report: from a year before its period, so that a nought can be told from
    nothing known, up to its end or the present day."""
    period = report.period
    before = period_before(period)
    since = min(before.starts, recent_start(period.starts))
    return Span(since, min(period.ends, today), (before, period))


def read_work(
    community: Any, span: Span, *, each_month: Callable[[date], None] = lambda month: None
) -> Content:
    """Reads the span once and gives the report's content. `span.periods`: the period before, and
    the period itself."""
    before, period = span.periods
    floor = floor_laid_down(community, span.until)
    definitions = catalogue_of(community)
    counted = Counted()

    def stream() -> Iterator[Fact]:
        for since, until in span.windows():
            each_month(since)
            yield from counted.take(read_facts(community, since, until), since)

    with fact_table(batches(stream())) as backend:
        rows = definitions.rows
        counts = count_all(backend, measures_of(rows), span.periods, until=span.until, rows=rows)
    values = {
        each.key: {
            row.id: reckon_value(row, each, counts, floor=floor)
            for row in definitions.all_in_force(period.starts)
            if _fits(row, each)
        }
        for each in span.periods
    }
    hidden = _hidden_already(community, period)
    return {
        "facts": counted.facts,
        "floor": floor,
        "period": period.key,
        "before": before.key,
        "until": span.until.isoformat(),
        "lines": list(_lines(counted, period, before, floor)),
        "figures": [
            _figure(value, values[before.key].get(name), hidden)
            for name, value in values[period.key].items()
        ],
    }


@dataclass(slots=True)
class Tally:
    """The rows of one kind in one month, and `n`, what they count."""

    rows: int = 0
    n: int = 0
    part: int = 0
    whole: int = 0
    shares: int = 0


@dataclass(slots=True)
class Counted:
    """Counts facts by kind and month as they pass through."""

    facts: int = 0
    months: dict[str, dict[date, Tally]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Tally))
    )

    def take(self, facts: Iterator[Fact], month: date) -> Iterator[Fact]:
        """The same facts, counted. Of a stock only what was told last is what stands."""
        first = date(month.year, month.month, 1)
        kinds = kinds_declared()
        stocks = {name for name, kind in kinds.items() if kind.stock}
        # One row tells of a month, and counts as many as it says.
        held = {name for name, kind in kinds.items() if kind.held_back}
        for fact in facts:
            self.facts += 1
            tally = self.months[fact.kind][first]
            tally.rows += 1
            if fact.kind in held:
                tally.n += fact.part if fact.whole is None else fact.whole
            else:
                tally.n += fact.part if fact.kind in stocks else 1
            if fact.whole is not None:
                tally.shares += 1
                tally.part += fact.part
                tally.whole += fact.whole
            yield fact


def _lines(
    counted: Counted, period: Period, before: Period, floor: int
) -> Iterator[dict[str, Any]]:
    for name, kind in kinds_declared().items():
        months = counted.months.get(name)
        if not months or min(months) > period.ends:
            continue
        now = _of_period(months, period, stock=kind.stock)
        if not now.n and not _of_period(months, before, stock=kind.stock).n:
            continue  # neither now nor then: not a line of this report
        cells = [months[first].n if first in months else 0 for first in _firsts(period)]
        # Nought of what is held back is none or a few, for every reader.
        few = suppressed(now.n, floor) or (kind.held_back and not now.n)
        if not kind.stock and period.kind != "month":
            few |= not total_may_stand(cells, [suppressed(cell, floor) for cell in cells], floor)
        shared = bool(now.shares) and now.shares == (now.rows if kind.held_back else now.n)
        then = _of_period(months, before, stock=kind.stock).n
        yield {
            "kind": name,
            "n": now.n,
            "part": now.part if shared else None,
            "whole": now.whole if shared else None,
            "before": then if min(months) <= before.ends else None,
            "few": few,
        }


def _of_period(months: dict[date, Tally], period: Period, *, stock: bool) -> Tally:
    told = [months[first] for first in _firsts(period) if first in months]
    if stock:
        return told[-1] if told else Tally()
    return Tally(
        sum(each.rows for each in told),
        sum(each.n for each in told),
        sum(each.part for each in told),
        sum(each.whole for each in told),
        sum(each.shares for each in told),
    )


def _firsts(period: Period) -> list[date]:
    return [date(month // 100, month % 100, 1) for month in period.months()]


def _fits(row: Indicator, period: Period) -> bool:
    """Whether an indicator can be reckoned for a period: not for one shorter than its finest."""
    return row.is_counted and PERIOD_LENGTHS[row.every or "year"] <= PERIOD_LENGTHS[period.kind]


def _hidden_already(community: Any, period: Period) -> set[str]:
    """What the public pages hide of the same period, also where only along with another."""
    hidden = Figure.objects.filter(
        community=community, period_kind=period.kind, starts=period.starts, suppressed=True
    )
    return set(hidden.values_list("indicator", flat=True))


def _figure(value: Value, before: Value | None, hidden: set[str]) -> dict[str, Any]:
    return {
        "id": value.indicator.id,
        "version": value.indicator.version,
        **_numbers(value),
        "few": value.small or value.indicator.id in hidden,
        "before": {**_numbers(before), "few": before.small} if before is not None else None,
    }


def _numbers(value: Value) -> dict[str, Any]:
    return {
        "numerator": value.numerator,
        "denominator": value.denominator,
        "low": value.low,
        "high": value.high,
        "n": value.n,
        "gap": value.gap,
    }
