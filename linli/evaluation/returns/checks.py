"""The checks of a return against the catalogue and against what the community told before."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from linli.evaluation.definitions import Indicator, catalogue
from linli.evaluation.periods import period_of, read_period
from linli.evaluation.returns.lines import Line
from linli.evaluation.returns.models import Return, ReturnedValue
from linli.evaluation.returns.rules import Known, Question, Reading, ask_about

_BEFORE = 3
"""How many earlier periods of a community a series reaches back into."""


def questions_about(lines: Sequence[Line], earlier: Iterable[Return]) -> list[Question]:
    """What is asked about these lines. `earlier`: the accepted returns of the community, the
    latest first."""
    last = list(earlier)[:_BEFORE]
    community = last[0].community_id if last else None
    rows = ReturnedValue.objects.filter(community=community, of__in=last)
    before = [reading_of_value(row) for row in rows] if last else []
    return ask_about(
        [reading_of_line(line) for line in lines],
        before,
        {name: _known(name) for name in {line.indicator for line in lines} if name in catalogue()},
        outlying=outlying,
    )


def reading_of_line(line: Line) -> Reading:
    """A line of a file as the checks read it."""
    return Reading(
        line.indicator, line.period, line.numerator, line.denominator, line.version, line.status
    )


def reading_of_value(row: ReturnedValue) -> Reading:
    """A stored value as the checks read it."""
    return Reading(
        row.indicator,
        period_key(row),
        row.numerator,
        row.denominator,
        row.version,
        row.status,
    )


def period_key(row: Any) -> str:
    """The short name of the period of a stored value."""
    return period_of(row.period_kind, row.starts).key


def outlying(series: Sequence[float]) -> Collection[int]:
    """The places whose modified z is over 3.5."""
    from linli.evaluation.statistics.outliers import modified_z

    return modified_z(series).strange


def _known(name: str) -> Known:
    row: Indicator = catalogue().versions(name)[-1]
    return Known(
        adds_up=row.adds_up,
        is_share=row.unit == "percent" and row.is_quotient,
        is_quotient=row.is_quotient,
        version=lambda key: _version(name, key),
    )


def _version(name: str, key: str) -> int | None:
    period = read_period(key)
    row = catalogue().in_force(name, period.starts) if period else None
    return row.version if row else None
