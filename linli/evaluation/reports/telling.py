"""A report as one reader may see it: chapters after the six standards, lines, figures, words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _, gettext_lazy

from linli.evaluation.definitions import Catalogue
from linli.evaluation.models import Figure, Report
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.periods import period_before
from linli.evaluation.presentation import ShownFigure, say_period, say_value, show_figure
from linli.evaluation.sources import kinds_declared
from linli.evaluation.standards import standard_of, standards
from linli.lib.facts import FactKind
from linli.lib.numbers import suppressed

OTHER, OUTLOOK = "other", "outlook"
TITLES = {
    OTHER: gettext_lazy("其他办理情况"),
    OUTLOOK: gettext_lazy("下一步打算"),
}
_TYPED_NUMBER = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?|[零一二三四五六七八九十百千万两]{2,}")


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One kind of record: how many, how many of them came out well, and how it was before.
    `n` is None where it is too small to be told outside; of what is held back, to anybody."""

    kind: FactKind
    n: int | None
    part: int | None
    whole: int | None
    before: int | None
    before_known: bool

    def tells(self, whole: int | None) -> bool:
        """Whether a row behind it may say how it came out: one that is a share (it has a whole)
        only where the line itself tells how many came out well."""
        return whole is None or self.part is not None

    @property
    def hidden(self) -> bool:
        return self.n is None


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure beside what it was in the period before."""

    now: ShownFigure
    before: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; empty ones of the six are kept, since "nothing recorded" is said too."""

    key: str
    title: str
    lines: tuple[ReportLine, ...]
    figures: tuple[Beside, ...]
    words: str
    held: str = ""
    """Which of its kinds are not told where they are few, so that none is not read as nought."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recorded for it and nobody wrote anything."""
        return not (self.words or self.lines or self.figures)


@dataclass(frozen=True, slots=True)
class Told:
    """The whole report for one reader."""

    title: str
    period: str
    before: str
    until: date
    partial: bool
    chapters: tuple[Chapter, ...]
    typed_numbers: int


def chapter_keys() -> list[tuple[str, str]]:
    """The chapters people may write in, with their titles."""
    six = [(standard.code, str(standard.title)) for standard in standards()]
    return [*six, *((key, str(title)) for key, title in TITLES.items())]


def tell(report: Report, *, outside: bool) -> Told:
    """The report as it may be told: `outside` leaves small counts out, as every public page
    does; inside, those who may open the records see them."""
    content = report.content
    period = report.period
    until = date.fromisoformat(content["until"]) if content else report.starts
    return Told(
        title=_("{community} {period}工作报告").format(
            community=report.community.name, period=say_period(period)
        ),
        period=say_period(period),
        before=say_period(period_before(period)) if content else "",
        until=until,
        partial=until < report.ends,
        chapters=tuple(_chapters(report, outside=outside)),
        typed_numbers=sum(len(_TYPED_NUMBER.findall(text)) for text in report.words.values()),
    )


def as_data(report: Report, told: Told) -> dict[str, Any]:
    """The report as data, as it may be told outside."""
    return {
        "community": report.community.code,
        "period": report.period.key,
        "edition": report.edition,
        "until": told.until,
        "read_at": report.read_at,
        "finished_at": report.finished_at,
        "digest": report.digest or None,
        "chapters": [
            {
                "chapter": chapter.key,
                "title": chapter.title,
                "words": chapter.words,
                "held_back": chapter.held,
                "lines": [
                    {
                        "kind": line.kind.kind,
                        "title": str(line.kind.title),
                        "n": line.n,
                        "part": line.part,
                        "whole": line.whole,
                        "before": line.before,
                    }
                    for line in chapter.lines
                ],
                "figures": [
                    {
                        "indicator": each.now.indicator.id,
                        "title": str(each.now.indicator.title),
                        "state": each.now.state,
                        "value": each.now.words if each.now.state == "shown" else None,
                        "unit": each.now.indicator.unit,
                    }
                    for each in chapter.figures
                ],
            }
            for chapter in told.chapters
        ],
    }


def _chapters(report: Report, *, outside: bool) -> Iterator[Chapter]:
    content: dict[str, Any] = report.content or {"lines": (), "figures": (), "floor": 0}
    floor = content["floor"]
    lines: dict[str, list[ReportLine]] = {}
    kinds = kinds_declared()
    for row in content["lines"]:
        kind = kinds.get(row["kind"])
        if kind is not None:  # a room that has left the house tells nothing any more
            key = standard_of(kind.standard[0]).code if kind.standard else OTHER
            lines.setdefault(key, []).append(_line(kind, row, floor, outside=outside))
    figures: dict[str, list[Beside]] = {}
    definitions = catalogue_of(report.community_id)
    for row in content["figures"]:
        if row["id"] in definitions:
            each = _beside(report, row, definitions, outside=outside)
            figures.setdefault(standard_of(each.now.indicator.standards[0]).code, []).append(each)
    for key, title in chapter_keys():
        yield Chapter(
            key,
            title,
            tuple(lines.get(key, ())),
            tuple(figures.get(key, ())),
            report.words.get(key, ""),
            held_back_in(key),
        )


def held_back_in(chapter: str) -> str:
    """The kinds of a chapter that are held back where they are few, by their titles."""
    found = [
        str(kind.title)
        for kind in kinds_declared().values()
        if kind.held_back
        and (standard_of(kind.standard[0]).code if kind.standard else OTHER) == chapter
    ]
    return _("、").join(found)


def _line(kind: FactKind, row: dict[str, Any], floor: int, *, outside: bool) -> ReportLine:
    n, part, whole, before = row["n"], row["part"], row["whole"], row["before"]
    known = before is not None
    if outside or kind.held_back:
        if row["few"]:
            n = part = whole = None
        elif part is not None and _points_at_few((part, whole - part), floor):
            part = whole = None
        if before is not None and (suppressed(before, floor) or (kind.held_back and not before)):
            before = None
    return ReportLine(kind, n, part, whole, before, known)


def _points_at_few(counts: Iterable[int], floor: int) -> bool:
    return any(suppressed(count, floor) for count in counts)


def _beside(
    report: Report, row: dict[str, Any], definitions: Catalogue, *, outside: bool
) -> Beside:
    indicator = definitions.version(row["id"], row["version"])
    now = show_figure(indicator, _as_figure(report, row), sees_all=not outside)
    before = row["before"]
    if before is None:
        return Beside(now, "")
    shown = show_figure(indicator, _as_figure(report, before), sees_all=not outside)
    return Beside(now, _in_words(shown))


def _in_words(shown: ShownFigure) -> str:
    if shown.state == "hidden":
        return _("少于 10")
    value = say_value(shown.value) if shown.state == "shown" else None
    return f"{value} {shown.unit}".strip() if value is not None else "—"


def _as_figure(report: Report, row: dict[str, Any]) -> Figure:
    return Figure(
        community_id=report.community_id,
        period_kind=report.period_kind,
        starts=report.starts,
        ends=report.ends,
        version=row.get("version", 0),
        suppressed=row["few"],
        **{name: row[name] for name in ("numerator", "denominator", "low", "high", "n", "gap")},
    )
