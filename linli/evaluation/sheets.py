"""What stands on the pages of one indicator, and the twins of all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext as _

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.pages.shapes import Chart, Tab
from linli.evaluation.chapters import Reader, chapters_of, headlines_of, tell_chapters
from linli.evaluation.definitions import Indicator, catalogue
from linli.evaluation.models import Figure
from linli.evaluation.periods import Period
from linli.evaluation.presentation import (
    DIRECTION_WORDS,
    MARK_WORDS,
    UNIT_WORDS,
    ShownFigure,
    draw,
    say_period,
    show_figure,
    sort_by_versions,
    tell_figure,
)
from linli.evaluation.queries import Picture
from linli.evaluation.queries.figures import figures_of
from linli.evaluation.queries.records import Behind
from linli.evaluation.standards import criteria
from linli.lib.facts import FactKind


@dataclass(frozen=True, slots=True)
class Series:
    """The figures by one version of the definition: never drawn together with another's."""

    row: Indicator
    chart: Chart | None
    points: tuple[ShownFigure, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All there is to say of one indicator in one community."""

    row: Indicator
    year: ShownFigure
    facts: tuple[tuple[Any, Any], ...]
    series: tuple[Series, ...]
    years: tuple[ShownFigure, ...]


def drawn_on_overview(on: date) -> frozenset[str]:
    """The indicators whose year is drawn on the page of the six standards."""
    rows = catalogue().all_in_force(on)
    return frozenset(row.id for row in rows if row.headline and row.every)


def sheet_of(community: Any, row: Indicator, reader: Reader) -> Sheet:
    """The sheet of an indicator; one query."""
    figures = list(figures_of(community).filter(indicator=row.id))
    years = [figure for figure in figures if figure.period_kind == "year"]
    parts = [figure for figure in figures if figure.period_kind == (row.every or "year")]
    return Sheet(
        row=row,
        year=_show(row, years[-1] if years else None, reader),
        facts=tuple(_facts(row)),
        series=tuple(_series(row.id, parts, reader)),
        years=tuple(_show(row, figure, reader) for figure in reversed(years)),
    )


def tell_overview(community: Any, picture: Picture, on: date, floor: int) -> dict[str, Any]:
    """The page of the six standards as data, as anybody may see it."""
    reader = Reader(sees_all=False, floor=floor)
    return {
        "community": community.code,
        "as_of": picture.reckoned.at if picture.reckoned else None,
        "headlines": [tell_figure(shown) for shown in headlines_of(picture, on, reader)],
        "standards": tell_chapters(chapters_of(picture, on, reader)),
    }


def tell_report(picture: Picture, year: int, until: date, floor: int) -> dict[str, Any]:
    """A year's report as data, as anybody may see it."""
    reader = Reader(sees_all=False, floor=floor)
    return {
        "year": year,
        "until": until,
        "as_of": picture.reckoned.at if picture.reckoned else None,
        "chapters": tell_chapters(chapters_of(picture, until, reader)),
    }


def tell_sheet(sheet: Sheet) -> dict[str, Any]:
    """The page of an indicator as data."""
    row = sheet.row
    return {
        "id": row.id,
        "version": row.version,
        "title": str(row.title),
        "definition": str(row.says),
        "numerator": str(row.numerator),
        "denominator": str(row.denominator) or None,
        "unit": row.unit,
        "direction": row.direction,
        "goalposts": [float(post) for post in row.goalposts] if row.goalposts else None,
        "target": str(row.target) or None,
        "mark": row.mark,
        "source": str(row.source),
        "minimum": row.minimum,
        "standards": list(row.standards),
        "year": tell_figure(sheet.year),
        "series": [
            {"version": each.row.version, "points": [tell_figure(point) for point in each.points]}
            for each in sheet.series
        ],
    }


def periods_of(community: Any, row: Indicator, present: Period) -> list[Tab]:
    """The periods whose records can be listed: the years, then their parts, the latest first."""
    figures = figures_of(community).filter(indicator=row.id, numerator__isnull=False)
    latest = sorted(figures, key=lambda each: (each.period_kind == "year", each.starts))[::-1]
    return [
        Tab(say_period(each), f"?period={each.key}", each == present)
        for each in (figure.period for figure in latest[:18])
    ]


def with_addresses(
    rows: Sequence[Behind], community: Any, actor: Actor
) -> list[tuple[Behind, str]]:
    """Each record with the address where it opens; nothing where the reader may not go there."""
    return [(row, address_of(row.kind, row.record, community, actor)) for row in rows]


def address_of(kind: FactKind, record: Any, community: Any, actor: Actor) -> str:
    """Where a record opens; nothing where it has no page or this actor may not go there."""
    if not kind.opens or not kind.opens_with:
        return ""
    given = {"community_code": community.code, kind.opens_with: record}
    try:
        url = reverse(kind.opens, kwargs=given)
    except NoReverseMatch:
        return ""
    permission = getattr(resolve(url).func, "linli_permission", "")
    if permission in ("public", "signed_in"):
        return url
    return url if permission and may(permission, actor, community) else ""


def _show(row: Indicator, figure: Figure | None, reader: Reader) -> ShownFigure:
    if figure is not None and figure.version != row.version:
        row = catalogue().version(row.id, figure.version)
    return show_figure(row, figure, sees_all=reader.sees_all)


def _series(name: str, figures: Iterable[Figure], reader: Reader) -> Iterable[Series]:
    for version, own in sorted(sort_by_versions(figures).items(), reverse=True):
        row = catalogue().version(name, version)
        points = tuple(_show(row, figure, reader) for figure in reversed(own))
        yield Series(row, draw(row, own, sees_all=reader.sees_all), points)


def _facts(row: Indicator) -> Iterable[tuple[Any, Any]]:
    yield _("算法"), f"{row.numerator} ÷ {row.denominator}" if row.denominator else row.numerator
    yield _("怎样看"), DIRECTION_WORDS[row.direction]
    if row.goalposts:
        worst, best = row.goalposts
        yield _("标尺（最差到最好）"), f"{worst:f} – {best:f} {UNIT_WORDS[row.unit]}".strip()
    if row.target:
        yield _("目标或参考"), row.target
    if row.minimum > 1:
        yield _("至少要有"), _("{minimum}，不足不计算").format(minimum=row.minimum)
    yield _("出处"), _("{mark}：{source}").format(mark=MARK_WORDS[row.mark], source=row.source)
    yield _("对应标准"), _("、").join(f"{code} {criteria()[code].title}" for code in row.standards)
    yield (
        _("定义版本"),
        _("第 {version} 版，{since} 起").format(
            version=row.version, since=row.valid_from.isoformat()
        ),
    )
    if row.note:
        yield _("注意"), row.note
