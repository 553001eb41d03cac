"""What stands on the page of a community, and on those of its standards and groups."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.pages.shapes import Level, Tab
from linli.evaluation import bars
from linli.evaluation.chapters import Reader
from linli.evaluation.definitions import Catalogue, Indicator
from linli.evaluation.groups import groups
from linli.evaluation.models import Weighing
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.presentation import (
    BASIS_WORDS,
    ShownFigure,
    show_figure,
    tell_figure,
)
from linli.evaluation.queries.weights import weighing_of
from linli.evaluation.queries.years import Years, figures_of_years
from linli.evaluation.scores import YearScores, scores_of, what_moved
from linli.evaluation.scoring import Joint, Overall, band_of, bands, from_one
from linli.evaluation.standards import standard_of

OWN = "own"
"""The address of a community's own indicators, which no group of the house scores."""

YEARS_BACK = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """How a community stands in one year, and what changed since the year before."""

    year: int
    scores: YearScores
    changes: tuple[str, ...]
    weighing: Weighing | None
    known: Catalogue
    figures: Years
    is_running: bool


@dataclass(frozen=True, slots=True)
class YearCell:
    """One year's value in a row of them. `new`: by another version than the year before it, so
    that the two are not to be compared."""

    shown: ShownFigure
    new: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator in a group: its figure as the reader may see it, its score as anybody may,
    and its values over the years (by one version each)."""

    row: Indicator
    shown: ShownFigure
    level: Level | None
    years: Mapping[int, ShownFigure]
    cells: tuple[YearCell | None, ...] = ()

    @property
    def basis_words(self) -> Any:
        """Measured, reported or asked of a sample."""
        return BASIS_WORDS[self.row.basis]

    @property
    def score_words(self) -> str:
        """Its score as a whole number."""
        return "" if self.level is None or self.level.value is None else f"{self.level.value:.0f}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A group, or a standard, with its indicators: those with figures, and those that wait."""

    code: str
    title: Any
    joint: Joint | None
    level: Level | None
    lines: tuple[Line, ...]
    waiting: tuple[Indicator, ...]
    years: tuple[int, ...]

    @property
    def as_levels(self) -> list[Level]:
        """The whole first, then each scored indicator."""
        each = [line.level for line in self.lines if line.level is not None]
        return [self.level, *each] if self.level else each


def standing_of(community: Any, year: int, on: date, *, all_years: bool = False) -> Standing:
    """The scores of a year and the sentences of what changed. Two queries."""
    known = catalogue_of(community)
    figures = figures_of_years(community, () if all_years else (year, year - 1))
    weighing = weighing_of(community, year)
    weights = weighing.by_group if weighing else None
    scores = scores_of(figures.get(year, {}), year, known, weights)
    before = scores_of(figures.get(year - 1, {}), year - 1, known)
    told = bars.say_changes(what_moved(before, scores), scores, year - 1)
    return Standing(year, scores, tuple(told), weighing, known, figures, is_running=year == on.year)


def sheet_of_group(standing: Standing, code: str, reader: Reader) -> Sheet | None:
    """One group of the house, or the community's own indicators; None for an unknown one."""
    if code == OWN:
        rows = [row for row in _in_force(standing) if row.is_own]
        return _sheet(standing, OWN, _("本社区自定的指标"), rows, None, reader)
    group = groups().get(code)
    if group is None:
        return None
    rows = [row for row in _in_force(standing) if row.group == code and not row.is_own]
    return _sheet(standing, code, group.title, rows, standing.scores.groups.get(code), reader)


def sheet_of_standard(standing: Standing, code: str, title: Any, reader: Reader) -> Sheet:
    """The indicators that bear on a standard in the first place."""
    rows = [row for row in _in_force(standing) if standard_of(row.standards[0]).code == code]
    return _sheet(standing, code, title, rows, standing.scores.standards[code], reader)


def headlines_in(standing: Standing, reader: Reader) -> list[ShownFigure]:
    """The figures a page begins with."""
    rows = [row for row in _in_force(standing) if row.headline]
    return [_line(standing, row, reader).shown for row in rows]


def picture_in(standing: Standing, community: Any, reader: Reader) -> dict[str, Any]:
    """The picture at the top of the page, and what it leads to."""
    return {
        "standards": bars.standards_as_levels(standing.scores, community),
        "groups": bars.groups_as_levels(standing.scores, community),
        "ticks": bars.TICKS,
        "overall": say_overall(standing.scores.overall),
        "headlines": headlines_in(standing, reader),
        "asides": asides_of(standing, community),
        "no_source": sum(len(rows) for _title, rows in waiting_in(standing)),
    }


def context_beside(standing: Standing, reader: Reader) -> tuple[Line, ...]:
    """What a reader has to know of the place, never scored; only what there is."""
    found = sheet_of_group(standing, "CX", reader)
    return tuple(line for line in found.lines if line.shown.state == "shown") if found else ()


def asides_of(standing: Standing, community: Any) -> list[tuple[Any, str, int]]:
    """The pages beside the nine: context, data quality, own indicators, the work of the rooms;
    with how many indicators each has."""
    rows = _in_force(standing)
    codes = [code for code, group in groups().items() if not group.scored]
    counts = {code: sum(row.group == code and not row.is_own for row in rows) for code in codes}
    found: list[tuple[Any, str, int]] = [
        (groups()[code].title, code, counts[code]) for code in codes
    ]
    found.append((_("本社区自定的指标"), OWN, sum(row.is_own for row in rows)))
    return [
        (title, reverse("evaluation:group", args=[community.code, code]), count)
        for title, code, count in found
        if count
    ]


def waiting_in(standing: Standing) -> list[tuple[Any, list[Indicator]]]:
    """By group, what has no source yet."""
    rows = [row for row in _in_force(standing) if not row.has_source]
    return [
        (group.title, of_group)
        for code, group in groups().items()
        if (of_group := [row for row in rows if row.group == code])
    ]


def say_overall(found: Overall) -> tuple[str, str] | None:
    """The joined score both ways, with the word of the geometric one; None where too little is
    known."""
    if found.geometric is None or found.arithmetic is None:
        return None
    band = next(each for each in reversed(_laid_bands()) if each[0] <= found.geometric)[1]
    return f"{found.geometric:.1f}", _("{band}；算术平均 {mean}").format(
        band=band, mean=f"{float(found.arithmetic):.1f}"
    )


def tabs_of_years(years: Sequence[int], present: int) -> list[Tab]:
    """The years that can be read, the latest first."""
    return [
        Tab(_("{year}年").format(year=year), f"?year={year}", year == present)
        for year in years[:YEARS_BACK]
    ]


def tell_standing(standing: Standing) -> dict[str, Any]:
    """The scores as data, as anybody may see them."""
    scores = standing.scores
    return {
        "year": scores.year,
        "weights": {code: float(weight) for code, weight in (scores.weights or {}).items()} or None,
        "standards": {code: tell_joint(joint) for code, joint in scores.standards.items()},
        "groups": {code: tell_joint(joint) for code, joint in scores.groups.items()},
        "overall": {
            "geometric": _rounded(scores.overall.geometric),
            "arithmetic": _rounded(scores.overall.arithmetic),
            "present": scores.overall.present,
            "asked": scores.overall.asked,
        },
        "changes": list(standing.changes),
    }


def tell_lines(found: Sheet) -> dict[str, Any]:
    """A group or standard as data, as anybody may see it."""
    return {
        "code": found.code,
        "title": str(found.title),
        "score": tell_joint(found.joint) if found.joint else None,
        "indicators": [
            tell_figure(line.shown)
            | {"basis": line.row.basis, "score": _rounded(line.level.value if line.level else None)}
            for line in found.lines
        ],
        "waiting": [
            {"indicator": row.id, "title": str(row.title), "for": str(row.awaits)}
            for row in found.waiting
        ],
    }


def tell_joint(joint: Joint) -> dict[str, Any]:
    """A joined score as data."""
    told: dict[str, Any] = {
        "score": _rounded(joint.value),
        "present": joint.present,
        "asked": joint.asked,
    }
    if joint.value is not None:
        told["band"] = band_of(joint.value).code
    if joint.low is not None:
        told |= {"low": _rounded(joint.low), "high": _rounded(joint.high)}
    return told


def _sheet(
    standing: Standing,
    code: str,
    title: Any,
    rows: Iterable[Indicator],
    joint: Joint | None,
    reader: Reader,
) -> Sheet:
    rows = list(rows)
    found = [_line(standing, row, reader) for row in rows if row.has_source]
    years = sorted({year for line in found for year in line.years}, reverse=True)[:YEARS_BACK]
    lines = tuple(replace(line, cells=_cells(line, years[::-1])) for line in found)
    return Sheet(
        code,
        title,
        joint,
        bars.level_of_joint(title, joint) if joint else None,
        lines,
        tuple(row for row in rows if not row.has_source),
        tuple(years),
    )


def _line(standing: Standing, row: Indicator, reader: Reader) -> Line:
    def show(year: int) -> ShownFigure:
        figure = standing.figures.get(year, {}).get(row.id)
        of = row
        if figure is not None and figure.version != row.version:
            of = standing.known.version(row.id, figure.version)
        return show_figure(of, figure, sees_all=reader.sees_all)

    scored = standing.scores.by_id.get(row.id)
    level = (
        bars.level_of_score(row.title, scored.score, bars.why_no_score(scored)) if scored else None
    )
    years = [year for year in sorted(standing.figures) if row.id in standing.figures[year]]
    return Line(row, show(standing.year), level, {year: show(year) for year in years})


def _cells(line: Line, years: Sequence[int]) -> tuple[YearCell | None, ...]:
    cells: list[YearCell | None] = []
    version: int | None = None
    for year in years:
        shown = line.years.get(year)
        if shown is None:
            cells.append(None)
            continue
        cells.append(YearCell(shown, version is not None and shown.version != version))
        version = shown.version
    return tuple(cells)


def _in_force(standing: Standing) -> tuple[Indicator, ...]:
    return standing.known.all_in_force(date(standing.year, 12, 31))


def _laid_bands() -> list[tuple[float, Any]]:
    return [(float(from_one(band.since)), band.title) for band in bands()]


def _rounded(value: Any) -> float | None:
    return None if value is None else round(float(value), 4)
