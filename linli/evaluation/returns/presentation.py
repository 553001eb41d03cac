"""Lines and questions as pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from linli.evaluation.definitions import catalogue
from linli.evaluation.engine.rollup import NOT_ROLLED_UP
from linli.evaluation.periods import read_period
from linli.evaluation.presentation import say_period, say_value
from linli.evaluation.returns.lines import HIDDEN, Line
from linli.evaluation.returns.sentences import say_kind, say_question


@dataclass(frozen=True, slots=True)
class ShownLines:
    """Every cell of a file: a row for each indicator, a column for each period, in words."""

    periods: list[str]
    rows: list[tuple[str, str, list[str]]]
    count: int


def show_lines(lines: Sequence[Line]) -> ShownLines:
    """Exactly the cells of the file, with their names; the whole year first."""
    keys = sorted({line.period for line in lines}, key=lambda key: (len(key), key))
    cells = {(line.indicator, line.period): say_line(line) for line in lines}
    return ShownLines(
        [period_words(key) for key in keys],
        [
            (name, title_of(name), [cells.get((name, key), "") for key in keys])
            for name in sorted({line.indicator for line in lines})
        ],
        len(lines),
    )


def say_line(line: Line) -> str:
    """Numerator and denominator; of a plain count the count alone; where the two count nobody
    (a median, one rate over another) what they come to."""
    if line.status == HIDDEN:
        return _("不显示")
    if not line.has_value:
        return "—"
    if _counts_nobody(line.indicator):
        value = Fraction(line.numerator or 0, line.denominator or 1)
        return say_value(value, "ratio") or "—"
    if line.denominator == 1:
        return f"{line.numerator:,}"
    return f"{line.numerator:,} / {line.denominator:,}"


def _counts_nobody(name: str) -> bool:
    if name not in catalogue():
        return False
    return catalogue().versions(name)[-1].aggregator in NOT_ROLLED_UP


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """One thing asked, and what was said to it."""

    kind: str
    indicator: str
    period: str
    sort: str
    where: str
    text: str
    explanation: str


def show_question(
    kind: str, indicator: str, period: str, numbers: Mapping[str, Any], explanation: str
) -> ShownQuestion:
    """The question in words."""
    said = dict(numbers)
    if "other" in said:
        said["other"] = period_words(str(said["other"]))
    where = " · ".join(part for part in (title_of(indicator), period_words(period)) if part)
    text = say_question(kind, said)
    return ShownQuestion(kind, indicator, period, say_kind(kind), where, text, explanation)


def title_of(name: str) -> str:
    """An indicator's name; its id where this house does not know it."""
    return str(catalogue().versions(name)[-1].title) if name in catalogue() else name


def period_words(key: str) -> str:
    """A period's name."""
    period = read_period(key)
    return say_period(period) if period else key
