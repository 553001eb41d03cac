"""What a draft comes to on last year's facts: reckoned by the same engine, and kept nowhere else
than with the draft. Reads only."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.definitions import Indicator
from linli.evaluation.engine.counting import count_all, fact_table
from linli.evaluation.engine.table import batches
from linli.evaluation.engine.values import Value, measures_of, reckon_value
from linli.evaluation.models import Figure
from linli.evaluation.own.composing import as_indicator, kinds_read
from linli.evaluation.own.models import OwnIndicator
from linli.evaluation.periods import PERIOD_LENGTHS, Period, Span, period_of
from linli.evaluation.rules import hide_along, raise_floor
from linli.evaluation.sources import facts_of_kinds
from linli.lib.facts import Fact

Trial = dict[str, Any]


def try_out(row: OwnIndicator, on: date) -> Trial:
    """The last whole year; where nothing it counts was recorded then, the present one so far."""
    last = _try_year(row, date(on.year - 1, 1, 1), date(on.year - 1, 12, 31))
    return last if last["facts"] else _try_year(row, date(on.year, 1, 1), on)


def figures_of_trial(row: OwnIndicator) -> tuple[Figure, list[tuple[Figure, str]]]:
    """The year's figure and those of its parts as pages show figures; with each part why it would
    not be public (`small`, `along`, or nothing)."""
    trial = row.trial
    assert trial is not None
    parts = [(_as_figure(row, part), part["hidden"]) for part in trial["parts"]]
    return _as_figure(row, trial), parts


def _try_year(row: OwnIndicator, since: date, until: date) -> Trial:
    definition = as_indicator(row, version=1, valid_from=since)
    year = period_of("year", since)
    parts = _parts(definition.every, since, until)
    floor = floor_laid_down(row.community, until)
    read = _Read()
    span = Span(since, until, (year, *parts))

    def stream() -> Iterator[Fact]:
        for first, last in span.windows():
            for fact in facts_of_kinds(row.community, kinds_read(row), first, last):
                read.facts += fact.kind in row.kinds
                yield fact

    with fact_table(batches(stream())) as backend:
        wanted = measures_of([definition])
        counts = count_all(backend, wanted, span.periods, until=until, rows=[definition])
    whole = reckon_value(definition, year, counts, floor=floor)
    values = [reckon_value(definition, part, counts, floor=floor) for part in parts]
    hidden = _hidden(definition, values, floor, shown=not whole.small and not whole.gap)
    return {
        **_told(whole),
        "year": since.year,
        "until": until.isoformat(),
        "facts": read.facts,
        "floor": floor,
        "parts": [
            {**_told(value), "hidden": why} for value, why in zip(values, hidden, strict=True)
        ],
    }


class _Read:
    """How many facts that it counts passed through."""

    facts = 0


def _parts(every: str, since: date, until: date) -> tuple[Period, ...]:
    if not every:
        return ()
    months = range(1, until.month + 1, PERIOD_LENGTHS[every])
    return tuple(period_of(every, date(since.year, month, 1)) for month in months)


def _hidden(row: Indicator, values: list[Value], floor: int, *, shown: bool) -> list[str]:
    small = [value.small for value in values]
    along = list(small)
    if shown and row.adds_up:
        cells = [
            None
            if value.numerator is None
            else (value.numerator, value.denominator if row.is_quotient else None)
            for value in values
        ]
        along = list(hide_along(cells, small, raise_floor(row.floor, floor)))
    return [
        "small" if few else "along" if away else "" for few, away in zip(small, along, strict=True)
    ]


def _told(value: Value) -> Trial:
    return {
        "key": value.period.key,
        "kind": value.period.kind,
        "starts": value.period.starts.isoformat(),
        "n": value.n,
        "numerator": value.numerator,
        "denominator": value.denominator,
        "gap": value.gap,
        "small": value.small,
    }


def _as_figure(row: OwnIndicator, told: Trial) -> Figure:
    period = period_of(told["kind"], date.fromisoformat(told["starts"]))
    return Figure(
        community_id=row.community_id,
        indicator=row.code,
        version=row.version or 1,
        period_kind=period.kind,
        starts=period.starts,
        ends=period.ends,
        suppressed=bool(told["small"] or told.get("hidden")),
        **{name: told[name] for name in ("numerator", "denominator", "n", "gap")},
    )
