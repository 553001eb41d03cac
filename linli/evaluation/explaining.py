"""Why a figure changed, in words: from the period before to this one, nothing left over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from linli.evaluation.changing import Change
from linli.evaluation.definitions import SCALES, Catalogue, Indicator
from linli.evaluation.models import Figure
from linli.evaluation.periods import Period, period_before
from linli.evaluation.presentation import UNIT_WORDS, ShownFigure, say_value, show_figure


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure beside the one before it. `better`: whether it went the better way; None where it
    stood still or has no better way. `lines`: the working, terms with what they come to."""

    row: Indicator
    now: ShownFigure
    before: ShownFigure
    period: Period
    earlier: Period
    better: bool | None
    lines: tuple[tuple[Any, Any], ...]
    is_running: bool


def explain(
    row: Indicator,
    figures: Sequence[Figure],
    known: Catalogue,
    *,
    sees_all: bool,
    on: date,
    period: Period | None = None,
) -> Explained | None:
    """The change to a period, or to the latest in which something can be said. None where either
    has nothing this reader may see, or is by another version of the definition."""
    found = {(figure.period_kind, figure.starts): figure for figure in figures}
    if period is not None:
        asked = [period]
    else:
        parts = [each.period for each in figures if each.period_kind == row.period_kinds[0]]
        years = [each.period for each in figures if each.period_kind == "year"]
        asked = [*reversed(parts), *reversed(years)]
    for each in asked:
        told = _explain(row, found, known, each, sees_all=sees_all, on=on)
        if told is not None:
            return told
    return None


def _explain(
    row: Indicator, found: dict[tuple[str, date], Figure], known: Catalogue, period: Period, *,
    sees_all: bool, on: date,
) -> Explained | None:  # fmt: skip
    earlier = period_before(period)
    now = found.get((period.kind, period.starts))
    before = found.get((earlier.kind, earlier.starts))
    if now is None or before is None or now.version != before.version:
        return None
    if now.version != row.version:
        row = known.version(row.id, now.version)
    shown = show_figure(row, now, sees_all=sees_all)
    former = show_figure(row, before, sees_all=sees_all)
    if shown.value is None or former.value is None:
        return None
    change = Change(
        (before.numerator or 0, before.denominator or 1), (now.numerator or 0, now.denominator or 1)
    )
    return Explained(
        row,
        shown,
        former,
        period,
        earlier,
        _is_better(row, change.value),
        tuple(_lines(row, shown, former, change)),
        is_running=period.ends >= on,
    )


def _lines(row: Indicator, now: ShownFigure, before: ShownFigure, change: Change) -> Any:
    unit = UNIT_WORDS[row.unit]
    scale = SCALES.get(row.unit, 1)
    arrow = _("{before} → {now}")
    yield (
        _("数值"),
        f"{arrow.format(before=say_value(before.value), now=say_value(now.value))} {unit}".strip(),
    )
    if row.aggregator == "median":
        yield _("共几件"), arrow.format(before=f"{before.n:,}", now=f"{now.n:,}")
        return
    if not row.is_quotient or row.aggregator in ("parity", "survey"):
        return  # their two counts count nobody
    (top, below), (later_top, later_below) = change.before, change.now
    yield (
        _("分子：{words}").format(words=row.numerator),
        arrow.format(before=f"{top:,}", now=f"{later_top:,}"),
    )
    yield (
        _("分母：{words}").format(words=row.denominator),
        arrow.format(before=f"{below:,}", now=f"{later_below:,}"),
    )
    yield (
        _("数值的变化"),
        _("{all}：因分子 {top}，因分母 {below}").format(
            all=say_signed(change.value * scale),
            top=say_signed(change.by_numerator * scale),
            below=say_signed(change.by_denominator * scale),
        ),
    )
    yield (
        _("分子的变化"),
        _("{all}：总数变了带来 {volume}，比率变了带来 {rate}").format(
            all=say_signed(Fraction(change.counted)),
            volume=say_signed(change.by_volume),
            rate=say_signed(change.by_rate),
        ),
    )


def say_signed(value: Fraction) -> str:
    """A change with its sign; the two of a sum are rounded apart from it."""
    words = say_value(abs(value)) or "0"
    if words == "0":
        return "0"
    return f"+{words}" if value > 0 else f"−{words}"


def _is_better(row: Indicator, by: Fraction) -> bool | None:
    if not by or row.direction == "context":
        return None
    return (by > 0) == (row.direction == "higher")
