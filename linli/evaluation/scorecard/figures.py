"""Figures as they are taken to a meeting and kept with it: only what everybody may see.

A kept figure is `{"id", "version", "state", "kept": [numerator, denominator] | null}`: the
exact counts where they are public, nothing where they are few.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from linli.evaluation.definitions import SCALES, Indicator, catalogue
from linli.evaluation.presentation import UNIT_WORDS, say_value, show_figure
from linli.evaluation.queries.figures import Picture, picture_of, report_of
from linli.evaluation.scorecard.rules import moved
from linli.evaluation.standards import standard_of

Kept = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A kept figure in words. `value` is None where there was none to be seen."""

    id: str
    title: str
    value: str | None
    unit: str
    hidden: bool

    @property
    def words(self) -> str:
        """The value with its unit; a dash where there is none."""
        return f"{self.value} {self.unit}".strip() if self.value is not None else "—"


def indicators_of(standard: str, on: date) -> list[Indicator]:
    """The indicators whose chapter is this standard, as defined on that day; those that wait for
    records have nothing to be talked about."""
    rows = [row for row in catalogue().all_in_force(on) if row.has_source]
    return [row for row in rows if standard_of(row.standards[0]).code == standard]


def standard_for(indicator: str, on: date) -> str:
    """The chapter an indicator stands in. KeyError for an unknown one."""
    row = catalogue().in_force(indicator, on)
    if row is None:
        raise KeyError(indicator)
    return standard_of(row.standards[0]).code


def picture_on(community: Any, year: int, on: date) -> Picture:
    """The figures of a year as they stand on a day."""
    return picture_of(community, on) if year == on.year else report_of(community, year)


def keep_figures(picture: Picture, names: Iterable[str], on: date) -> list[Kept]:
    """The figures named, as everybody may see them."""
    return [_keep(picture, name, on) for name in names]


def tell_figures(kept: Iterable[Kept]) -> list[ToldFigure]:
    """Kept figures in the reader's words, by the definition they were reckoned by."""
    return [tell_kept(each) for each in kept]


def tell_kept(each: Kept) -> ToldFigure:
    """One kept figure in words."""
    row = catalogue().version(each["id"], each["version"])
    counts = each["kept"]
    value = Fraction(counts[0], counts[1]) * SCALES.get(row.unit, 1) if counts else None
    unit = str(UNIT_WORDS[row.unit]) if counts else ""
    return ToldFigure(row.id, str(row.title), say_value(value), unit, each["state"] == "hidden")


def how_moved(before: Kept | None, after: Kept | None) -> str:
    """`better`, `worse`, `same`, or "" where the two cannot be held against each other."""
    if not before or not after or not before["kept"] or not after["kept"]:
        return ""
    row = catalogue().version(before["id"], before["version"])
    then, now = (*before["kept"], before["version"]), (*after["kept"], after["version"])
    return moved(then, now, row.direction)


def _keep(picture: Picture, name: str, on: date) -> Kept:
    figure = picture.years.get(name)
    known = catalogue()
    row = known.in_force(name, on)
    assert row is not None, "one of those offered"
    if figure is not None and figure.version != row.version:
        row = known.version(name, figure.version)
    shown = show_figure(row, figure, sees_all=False)
    public = shown.state == "shown"
    return {
        "id": name,
        "version": row.version,
        "state": shown.state,
        "kept": [shown.numerator, shown.denominator] if public else None,
    }
