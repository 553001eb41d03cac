"""Two figures beside each other give their difference: what may stand beside what is told already.

A figure is taken apart into what it says was counted (`Cut`): in what way, of which kinds, in
which field. Cuts of one way whose kinds overlap are held against each other; where they differ by
a few, those few are told by nobody and yet by both.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.pages.bilingual import in_both
from linli.evaluation.definitions import Catalogue, Indicator
from linli.evaluation.models import Figure
from linli.evaluation.own.catalogue import catalogue_of, kept_of
from linli.evaluation.own.composing import as_indicator
from linli.evaluation.own.models import OwnIndicator
from linli.evaluation.own.trial import figures_of_trial
from linli.evaluation.presentation import say_period
from linli.evaluation.rules import raise_floor
from linli.lib.numbers import suppressed


@dataclass(frozen=True, slots=True)
class Cut:
    """So many were counted: `way` rows, parts, those left over, persons, households …"""

    way: str
    kinds: frozenset[str]
    field: str
    number: int

    def tells_few_beside(self, other: "Cut", floor: int) -> bool:
        """Whether the two differ by a few. Two fields apart from each other have nothing in
        common."""
        alike = self.way == other.way and bool(self.kinds & other.kinds)
        apart = self.field and other.field and self.field != other.field
        return alike and not apart and suppressed(abs(self.number - other.number), floor)


@dataclass(frozen=True, slots=True)
class Beside:
    """An indicator that stands in the way, and in which period."""

    indicator: Indicator
    period: Any

    @property
    def named(self) -> dict[str, str]:
        """Its code and title, in both languages."""
        return {
            language: f"{self.indicator.id} {title}"
            for language, title in in_both(self.indicator.title).items()
        }


def cuts_of(row: Indicator, figure: Figure) -> Iterator[Cut]:
    """What a figure that is told says was counted; nothing of one that is not."""
    top, whole = figure.numerator, figure.denominator
    if figure.suppressed or top is None or whole is None:
        return
    kinds, within = frozenset(row.kinds), row.field
    match row.aggregator:
        case "ratio_of_sums":
            yield Cut("sum", kinds, within, top)
            yield Cut("count", kinds, within, whole)
            yield Cut("left", kinds, within, whole - top)
        case "share_at_least":
            yield Cut("often", kinds, within, top)
            yield Cut("distinct person", kinds, within, whole)
        case "median":
            yield Cut("count", kinds, within, figure.n)
        case "distinct":
            yield Cut(f"distinct {row.of}", kinds, within, top)
        case "count" | "sum" | "last":
            yield Cut(row.aggregator, kinds, within, top)
        case _:
            return
    base = row.against
    if base is not None and base.by != "constant":
        way = f"distinct {base.of}" if base.by == "distinct" else base.by
        yield Cut(way, frozenset(base.kinds), base.field, whole)


def in_another_pace(row: OwnIndicator) -> Beside | None:
    """An indicator in use that counts the same in the same way for other stretches of time: a
    quarter less two of its months is the third, hidden or not."""
    mine = as_indicator(row)
    for other in _in_use(catalogue_of(row.community), row.code):
        same = other.aggregator == mine.aggregator and set(other.kinds) == set(mine.kinds)
        if same and other.field == mine.field and other.every != mine.every:
            return Beside(other, "")
    return None


def told_of_few(row: OwnIndicator) -> Beside | None:
    """An indicator whose public figure, beside one of the trial, tells of a few."""
    if row.trial is None:
        return None
    mine, floor = as_indicator(row), raise_floor(as_indicator(row).floor, row.trial["floor"])
    known = catalogue_of(row.community)
    others = list(_public_in(row, known))
    for figure in _of_trial(row):
        cuts = list(cuts_of(mine, figure))
        for other, beside in others:
            if _same_period(figure, beside) and _tell_few(cuts, cuts_of(other, beside), floor):
                return Beside(other, figure.period)
    return None


def told_beside(known: Catalogue, figures: Sequence[Figure], floor: int) -> set[Any]:
    """The keys of the own figures that tell of a few beside a shipped one, or beside an own one
    of a lower code: these give way, whatever the trial showed of another year. Where a month
    gives way all parts of its year do, and with the year its parts: they add up to it."""
    by_period: dict[tuple[str, date], list[tuple[Indicator, Figure, list[Cut]]]] = {}
    away: set[Any] = set()
    gone: set[tuple[str, int]] = set()
    for figure in sorted(
        figures, key=lambda each: (each.indicator.startswith("OW"), each.indicator)
    ):
        if figure.indicator not in known:
            continue
        row = known.version(figure.indicator, figure.version)
        cuts = list(cuts_of(row, figure))
        there = by_period.setdefault((figure.period_kind, figure.starts), [])
        least = raise_floor(row.floor, floor)
        if row.is_own and any(
            other.id != row.id and _tell_few(cuts, told, least) for other, _figure, told in there
        ):
            away.add(figure.pk)
            gone.add((figure.indicator, figure.starts.year))
        else:
            there.append((row, figure, cuts))
    return away | {
        figure.pk
        for figure in figures
        if figure.period_kind != "year" and (figure.indicator, figure.starts.year) in gone
    }


def say_where(beside: Beside | None) -> dict[str, Any]:
    """What a refusal names."""
    if beside is None:
        return {"other": "", "period": ""}
    return {"other": beside.named, "period": say_period(beside.period) if beside.period else ""}


def _tell_few(mine: Iterable[Cut], others: Iterable[Cut], floor: int) -> bool:
    told = list(others)
    return any(one.tells_few_beside(other, floor) for one in mine for other in told)


def _in_use(known: Catalogue, but: str) -> Iterator[Indicator]:
    for name in dict.fromkeys(row.id for row in known.rows):
        row = known.versions(name)[-1]
        if name != but and row.is_counted and row.until is None:
            yield row


def _public_in(row: OwnIndicator, known: Catalogue) -> Iterator[tuple[Indicator, Figure]]:
    """Every public figure of the year that was tried; of an own indicator that is in use and not
    reckoned yet, those of its trial."""
    assert row.trial is not None
    year, reckoned = row.trial["year"], set()
    for figure in Figure.objects.filter(community=row.community, starts__year=year):
        if figure.indicator in known and figure.indicator != row.code:
            reckoned.add(figure.indicator)
            yield known.version(figure.indicator, figure.version), figure
    for kept in kept_of(row.community).filter(until__isnull=True).exclude(code=row.code or "-"):
        if kept.code not in reckoned and kept.trial and kept.trial["year"] == year:
            for figure in _of_trial(kept):
                yield as_indicator(kept), figure


def _of_trial(row: OwnIndicator) -> Iterator[Figure]:
    year, parts = figures_of_trial(row)
    yield year
    yield from (part for part, _why in parts)


def _same_period(one: Figure, other: Figure) -> bool:
    return (one.period_kind, one.starts) == (other.period_kind, other.starts)
