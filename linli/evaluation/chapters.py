"""The six standards as chapters of a page: what stands behind each sentence, and its figures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from linli.core.pages.shapes import Chart
from linli.evaluation.definitions import Catalogue, Indicator, catalogue
from linli.evaluation.models import Evidence
from linli.evaluation.presentation import ShownFigure, draw, show_figure, tell_figure
from linli.evaluation.queries import Picture
from linli.evaluation.sources import kinds_declared
from linli.evaluation.standards import Criterion, Standard, standard_of, standards
from linli.lib.numbers import FLOOR, suppressed


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion and what stands behind it. `records`: None where there is no evidence or
    (`hidden`) too little to be shown. `kinds`: none where one of them is too few."""

    criterion: Criterion
    records: int | None = None
    hidden: bool = False
    latest: date | None = None
    kinds: tuple[tuple[Any, int], ...] = ()
    held: bool = False
    """Some of its kinds are held back where they are few: none may be a few."""

    @property
    def is_empty(self) -> bool:
        """Whether there is no evidence yet."""
        return self.latest is None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One standard with its criteria, its figures, and the lines of the year."""

    standard: Standard
    lines: tuple[Line, ...]
    figures: tuple[ShownFigure, ...]
    charts: tuple[Chart, ...]

    @property
    def proven(self) -> int:
        """How many of its criteria have evidence."""
        return sum(not line.is_empty for line in self.lines)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: whether they may see counts that are too small to be public."""

    sees_all: bool
    floor: int = FLOOR
    drawn: frozenset[str] = field(default=frozenset())
    """The indicators drawn as well as told; all, where empty."""


def chapters_of(
    picture: Picture, on: date, reader: Reader, *, definitions: Catalogue | None = None
) -> tuple[Chapter, ...]:
    """The six chapters as of the day `on` (which decides the versions of the definitions)."""
    known = definitions or catalogue()
    return tuple(
        chapter_of(standard, picture, on, reader, definitions=known) for standard in standards()
    )


def chapter_of(
    standard: Standard,
    picture: Picture,
    on: date,
    reader: Reader,
    *,
    definitions: Catalogue | None = None,
) -> Chapter:
    """One standard as of the day `on`."""
    known = definitions or catalogue()
    # An indicator that bears on two standards stands in the chapter of the first.
    rows = [
        row
        for row in known.all_in_force(on)
        if not row.is_own and standard_of(row.standards[0]).code == standard.code
    ]
    return Chapter(
        standard=standard,
        lines=tuple(_line(criterion, picture, reader) for criterion in standard.criteria),
        figures=tuple(_year_figure(row, picture, reader, known) for row in rows),
        charts=tuple(_charts(rows, picture, reader)),
    )


def own_figures_of(
    picture: Picture, on: date, reader: Reader, *, definitions: Catalogue
) -> tuple[ShownFigure, ...]:
    """The figures of the indicators the community composed itself: a section of their own."""
    rows = [row for row in definitions.all_in_force(on) if row.is_own]
    return tuple(_year_figure(row, picture, reader, definitions) for row in rows)


def tell_chapters(chapters: tuple[Chapter, ...]) -> list[dict[str, Any]]:
    """The chapters as data."""
    return [
        {
            "standard": chapter.standard.code,
            "title": str(chapter.standard.title),
            "criteria": [_tell_line(line) for line in chapter.lines],
            "figures": [tell_figure(shown) for shown in chapter.figures],
        }
        for chapter in chapters
    ]


def _line(criterion: Criterion, picture: Picture, reader: Reader) -> Line:
    standing = picture.evidence.get(criterion.code)
    if standing is None:
        return Line(criterion, held=_is_held_back(criterion))
    records = _seen(standing, reader)
    titles = kinds_declared()
    kinds = sorted(picture.by_kind.get(criterion.code, ()), key=lambda each: -each.records)
    if not reader.sees_all and any(_seen(each, reader) is None for each in kinds):
        kinds = []  # the others and all together would say the few
    return Line(
        criterion,
        records=records,
        hidden=records is None,
        latest=standing.latest,
        kinds=tuple(
            (titles[each.kind].title, each.records) for each in kinds if each.kind in titles
        ),
    )


def _is_held_back(criterion: Criterion) -> bool:
    return any(
        kind.held_back and criterion.code in kind.standard for kind in kinds_declared().values()
    )


def _seen(standing: Evidence, reader: Reader) -> int | None:
    small = suppressed(standing.records, reader.floor)
    return None if small and not reader.sees_all else standing.records


def _year_figure(row: Indicator, picture: Picture, reader: Reader, known: Catalogue) -> ShownFigure:
    figure = picture.years.get(row.id)
    if figure is not None and figure.version != row.version:
        row = known.version(row.id, figure.version)
    return show_figure(row, figure, sees_all=reader.sees_all)


def _charts(rows: list[Indicator], picture: Picture, reader: Reader) -> Iterator[Chart]:
    for row in rows:
        if reader.drawn and row.id not in reader.drawn:
            continue
        chart = draw(row, picture.parts.get(row.id, ()), sees_all=reader.sees_all)
        if chart is not None:
            yield chart


def _tell_line(line: Line) -> dict[str, Any]:
    nothing = "held_back" if line.held else "no_evidence"
    state = nothing if line.is_empty else "hidden" if line.hidden else "shown"
    return {
        "code": line.criterion.code,
        "title": str(line.criterion.title),
        "state": state,
        "records": line.records,
        "latest": line.latest,
    }
