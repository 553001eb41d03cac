"""What of a community's figures goes up: numerators and denominators, the small ones hidden."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.definitions import Indicator, catalogue
from linli.evaluation.levels.within_year import hidden_of
from linli.evaluation.models import Figure
from linli.evaluation.nesting import hide_nested, shipped
from linli.evaluation.periods import Period, period_of
from linli.evaluation.queries import figures_of, last_reckoning
from linli.evaluation.returns.lines import HIDDEN, TOLD, TOO_FEW, Line, as_csv
from linli.lib.calendar import local_day

CONTEXT = ("CX", "DQ")


def travels(row: Indicator) -> bool:
    """Whether an indicator goes up: what a street compares, what is scored, and the context and
    data quality that stand beside it. Working figures stay."""
    return row.street or row.is_scored or row.group in CONTEXT


@dataclass(frozen=True, slots=True)
class DrawnUp:
    """What a return would hold, as it stood on `through`. `digest`: by which a page that showed
    it is held against what is sent."""

    through: date
    lines: list[Line]

    @property
    def digest(self) -> str:
        return hashlib.sha256(f"{self.through}\n".encode() + as_csv(self.lines)).hexdigest()


def draw_up(community: Any, period: Period) -> DrawnUp:
    """What the page shows and the file holds; no lines where nothing was reckoned of it."""
    reckoned = last_reckoning(community)
    read_on = local_day(reckoned.at) if reckoned and reckoned.at else None
    through = min(period.ends, read_on or period.ends)
    has_any = read_on is not None and read_on >= period.starts
    return DrawnUp(through, lines_of(community, period, through) if has_any else [])


def lines_of(community: Any, period: Period, through: date) -> list[Line]:
    """Every line of a return, in the order of indicators and of time. What is hidden along the
    year is looked at over the whole year, also for a return of a month of it."""
    year = period_of("year", period.starts)
    figures = figures_of(community).filter(starts__gte=year.starts, ends__lte=year.ends)
    floor = floor_laid_down(community, through)
    inside = {
        each.period.key
        for each in figures
        if period.starts <= each.starts and each.ends <= period.ends
    }
    lines = lines_from(community.code, figures, floor=floor)
    return [line for line in lines if line.period in inside]


def lines_from(code: str, figures: Iterable[Figure], *, floor: int) -> list[Line]:
    """The lines of these figures; those of one year together, since a month hidden alone could be
    had back from the others, and those of one period together, since some lie in others."""
    hidden: dict[Any, bool] = {}
    of_period: dict[str, dict[str, Figure]] = defaultdict(dict)
    for (name, version), group in sorted(_by_definition(figures).items()):
        row = _row(name, version)
        if row is not None and travels(row):
            hidden |= hidden_of(row, group, floor=floor)
            for figure in group:
                of_period[figure.period.key][name] = figure
    lines = []
    for cells in of_period.values():
        alone = {name: hidden[figure.pk] for name, figure in cells.items()}
        away = hide_nested(cells, alone, floor, shipped())
        lines += [_line(code, figure, away[name]) for name, figure in cells.items()]
    return sorted(lines, key=lambda line: (line.indicator, len(line.period), line.period))


def _by_definition(figures: Iterable[Figure]) -> Mapping[tuple[str, int], list[Figure]]:
    found: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        found[figure.indicator, figure.version].append(figure)
    return found


def _row(name: str, version: int) -> Indicator | None:
    try:
        return catalogue().version(name, version)
    except KeyError:
        return None


def _line(code: str, figure: Figure, hidden: bool) -> Line:
    about = (code, figure.indicator, figure.version, figure.period.key)
    if hidden:
        return Line(*about, None, None, None, None, HIDDEN)
    if figure.numerator is None or figure.denominator is None:
        return Line(*about, None, None, None, None, figure.gap or "no_records")
    return Line(
        *about,
        figure.numerator,
        figure.denominator,
        figure.n,
        getattr(figure, "se", None),
        TOO_FEW if figure.gap == "too_few" else TOLD,
    )
