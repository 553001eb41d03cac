"""What stands on the pages of one indicator, and the twins of all of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile
from typing import Any

from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext as _

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.pages.shapes import Chart, Level, Tab
from linli.evaluation.bars import level_of_score, why_no_score
from linli.evaluation.chapters import Reader, chapters_of, own_figures_of, tell_chapters
from linli.evaluation.definitions import Catalogue, Indicator
from linli.evaluation.explaining import Explained, explain
from linli.evaluation.models import Figure
from linli.evaluation.overview import Standing, headlines_in, tell_standing
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.periods import Period
from linli.evaluation.presentation import (
    BASIS_WORDS,
    DIRECTION_WORDS,
    MARK_WORDS,
    UNIT_WORDS,
    ShownFigure,
    draw,
    say_period,
    show_figure,
    show_recast,
    sort_by_versions,
    tell_figure,
)
from linli.evaluation.queries import Picture
from linli.evaluation.queries.figures import figures_of
from linli.evaluation.queries.recasts import figures_recast, recast_figures
from linli.evaluation.queries.records import Behind
from linli.evaluation.scores import score_of
from linli.evaluation.standards import criteria
from linli.lib.facts import FactKind


@dataclass(frozen=True, slots=True)
class Series:
    """The figures by one version of the definition: never drawn together with another's."""

    row: Indicator
    chart: Chart | None
    points: tuple[ShownFigure, ...]


@dataclass(frozen=True, slots=True)
class Recasted:
    """A past year by a later definition, beside the figure of record."""

    year: int
    by_year: int
    shown: ShownFigure
    own: ShownFigure


@dataclass(frozen=True, slots=True)
class Beside:
    """An indicator of a recast year: the figure of record and the recast one."""

    row: Indicator
    own: ShownFigure
    shown: ShownFigure


@dataclass(frozen=True, slots=True)
class Sheet:
    """All there is to say of one indicator in one community."""

    row: Indicator
    year: ShownFigure
    facts: tuple[tuple[Any, Any], ...]
    series: tuple[Series, ...]
    years: tuple[ShownFigure, ...]
    drawn: tuple[Chart, ...]
    level: Level | None
    change: Explained | None
    recasts: tuple[Recasted, ...]

    @property
    def as_levels(self) -> list[Level]:
        """Its score alone."""
        return [self.level] if self.level else []


def sheet_of(community: Any, row: Indicator, reader: Reader, on: date) -> Sheet:
    """The sheet of an indicator; two queries."""
    known = catalogue_of(community)
    figures = list(figures_of(community).filter(indicator=row.id))
    years = [figure for figure in figures if figure.period_kind == "year"]
    kind = row.every or "year"
    # Before the first record there is nothing to tell, month after month.
    parts = list(
        dropwhile(
            lambda figure: figure.gap == "no_records",
            (figure for figure in figures if figure.period_kind == kind),
        )
    )
    by_year = {figure.starts.year: figure for figure in years}
    return Sheet(
        row=row,
        year=_show(row, years[-1] if years else None, reader, known),
        facts=tuple(_facts(row)),
        series=tuple(_series(row.id, parts, reader, known)),
        years=tuple(_show(row, figure, reader, known) for figure in reversed(years)),
        drawn=tuple(_drawn_years(row, years, reader, known)) if row.every else (),
        level=_level(row, years[-1] if years else None, known),
        change=explain(row, figures, known, sees_all=reader.sees_all, on=on),
        recasts=tuple(_recasts(community, row, by_year, reader, known)),
    )


def figures_beside(community: Any, reader: Reader) -> dict[Any, list[Beside]]:
    """What each recast that came about gave, by its key; two queries. A recast none of whose
    definitions had changed is not among them."""
    known, beside = catalogue_of(community), dict[Any, list[Beside]]()
    recast = list(figures_recast(community))
    years = {
        (figure.indicator, figure.starts.year): figure
        for figure in figures_of(community).filter(
            period_kind="year", starts__year__in={each.recast.year for each in recast}
        )
    }
    for figure in recast:
        of = known.version(figure.indicator, figure.version)
        own = _show(of, years.get((figure.indicator, figure.recast.year)), reader, known)
        shown = show_recast(of, figure, sees_all=reader.sees_all)
        beside.setdefault(figure.recast_id, []).append(Beside(of, own, shown))
    return beside


def tell_overview(
    community: Any, picture: Picture, on: date, floor: int, standing: Standing
) -> dict[str, Any]:
    """The community's page as data, as anybody may see it: scores, evidence, figures."""
    reader = Reader(sees_all=False, floor=floor)
    known = catalogue_of(community)
    told = chapters_of(picture, on, reader, definitions=known)
    return {
        "community": community.code,
        "as_of": picture.reckoned.at if picture.reckoned else None,
        "scores": tell_standing(standing),
        "headlines": [tell_figure(shown) for shown in headlines_in(standing, reader)],
        "standards": tell_chapters(told),
        "own": [
            tell_figure(shown) for shown in own_figures_of(picture, on, reader, definitions=known)
        ],
    }


def find_period(
    community: Any, row: Indicator, figures: Sequence[Figure], period: Period
) -> ShownFigure | None:
    """A period's figure as anybody may see it; nothing where there is none."""
    known = catalogue_of(community)
    for figure in figures:
        if figure.period == period:
            return _show(row, figure, Reader(sees_all=False), known)
    return None


def tell_report(
    picture: Picture,
    year: int,
    until: date,
    floor: int,
    known: Catalogue,
    said: Mapping[str, Sequence[Any]],
) -> dict[str, Any]:
    """A year's report as data, as anybody may see it. `said`: who said what, by standard."""
    reader = Reader(sees_all=False, floor=floor)
    chapters = tell_chapters(chapters_of(picture, until, reader, definitions=known))
    for each in chapters:
        words = said.get(each["standard"], ())
        each["said"] = [{"who": str(one.who), "words": one.words} for one in words]
    return {
        "year": year,
        "until": until,
        "as_of": picture.reckoned.at if picture.reckoned else None,
        "chapters": chapters,
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
        "group": row.group,
        "basis": row.basis,
        "year": tell_figure(sheet.year),
        "score": None if sheet.level is None or sheet.level.value is None else sheet.level.value,
        "change": _tell_change(sheet.change),
        "recast": [
            {"year": each.year, "by_definitions_of": each.by_year, **tell_figure(each.shown)}
            for each in sheet.recasts
        ],
        "series": [
            {"version": each.row.version, "points": [tell_figure(point) for point in each.points]}
            for each in sheet.series
        ],
    }


def _tell_change(change: Explained | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "period": change.period.key,
        "earlier": change.earlier.key,
        "better": change.better,
        "working": {str(term): str(what) for term, what in change.lines},
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


def _show(row: Indicator, figure: Figure | None, reader: Reader, known: Catalogue) -> ShownFigure:
    if figure is not None and figure.version != row.version:
        row = known.version(row.id, figure.version)
    return show_figure(row, figure, sees_all=reader.sees_all)


def _series(
    name: str, figures: Iterable[Figure], reader: Reader, known: Catalogue
) -> Iterable[Series]:
    for version, own in sorted(sort_by_versions(figures).items(), reverse=True):
        row = known.version(name, version)
        points = tuple(_show(row, figure, reader, known) for figure in reversed(own))
        yield Series(row, draw(row, own, sees_all=reader.sees_all), points)


def _drawn_years(
    row: Indicator, years: Iterable[Figure], reader: Reader, known: Catalogue
) -> Iterable[Chart]:
    """A line over the years for each version that has two of them or more."""
    for version, own in sorted(sort_by_versions(years).items(), reverse=True):
        of = known.version(row.id, version)
        title = _("{title}：各年（定义第 {version} 版）").format(title=of.title, version=version)
        chart = draw(of, own, sees_all=reader.sees_all, title=title) if len(own) > 1 else None
        if chart is not None:
            yield replace(chart, heading=_("年"))


def _level(row: Indicator, figure: Figure | None, known: Catalogue) -> Level | None:
    """Its score of the latest year, as anybody may see it; nothing for what is never scored."""
    scored = score_of(row, figure, known)
    if not scored.row.is_scored:
        return None
    return level_of_score(_("分数"), scored.score, why_no_score(scored))


def _recasts(
    community: Any, row: Indicator, years: dict[int, Figure], reader: Reader, known: Catalogue
) -> Iterable[Recasted]:
    for figure in recast_figures(community, row.id):
        of = known.version(row.id, figure.version)
        yield Recasted(
            figure.recast.year,
            figure.recast.by_year,
            show_recast(of, figure, sees_all=reader.sees_all),
            _show(row, years.get(figure.recast.year), reader, known),
        )


def _facts(row: Indicator) -> Iterable[tuple[Any, Any]]:
    yield _("算法"), f"{row.numerator} ÷ {row.denominator}" if row.denominator else row.numerator
    yield _("怎样看"), DIRECTION_WORDS[row.direction]
    if row.goalposts:
        worst, best = row.goalposts
        yield _("标尺（最差到最好）"), f"{worst:f} – {best:f} {UNIT_WORDS[row.unit]}".strip()
        if row.is_scored:
            yield _("分数怎么来"), _("落在标尺的哪里：最差 0 分，最好 100 分，超出的不多给")
    if row.target:
        yield _("目标或参考"), row.target
    yield _("数从哪里来"), BASIS_WORDS[row.basis]
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
    if row.awaits:
        yield _("还没有来源"), row.awaits
    if row.guard:
        yield _("不能怎样读"), row.guard
    if row.note:
        yield _("注意"), row.note
    if row.until:
        yield _("停用"), row.until.isoformat()
