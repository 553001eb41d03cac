"""The year in six chapters as a document: what anybody may see, as a .docx or as a PDF.

It is told from the same chapters the page shows, so that paper and page never differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from linli.core.pages.paper import as_pdf
from linli.core.pages.word import WordPage
from linli.evaluation.chapters import Chapter, Line
from linli.evaluation.presentation import BASIS_WORDS, ShownFigure, held_back
from linli.lib.calendar import local_day

STYLES = ("linli/report.css",)

SCALE = 100
"""The length of the scale from the worst to the best, in the units of the drawing."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something said in the year that belongs to a chapter: by whom (a body or "a resident",
    never a name) and what."""

    who: str
    words: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure in words. `reach`: how far it lies from the worst to the best, in parts of SCALE;
    nothing where it has no goalposts or no value."""

    title: str
    value: str
    note: str
    ground: str
    reach: int | None


@dataclass(frozen=True, slots=True)
class YearChapter:
    """One standard: what stands behind each sentence, its figures, what was said of it.
    `without`: a sentence each for the figures there are none of, and why."""

    heading: str
    says: str
    evidence: tuple[tuple[str, str, str], ...]
    figures: tuple[FigureLine, ...]
    without: tuple[str, ...]
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class YearReport:
    """The whole document."""

    title: str
    subtitle: str
    note: str
    chapters: tuple[YearChapter, ...]
    foot: tuple[str, ...]


def year_report(
    community: Any,
    year: int,
    *,
    until: date,
    as_of: datetime | None,
    chapters: Sequence[Chapter],
    said: Mapping[str, Sequence[Said]] | None = None,
) -> YearReport:
    """The report of a year. `chapters`: as the public may see them, up to the day `until`;
    `said`: by the code of a standard, what residents and providers said of it."""
    words = said or {}
    return YearReport(
        title=_("{name} {year}年度报告").format(name=community.name, year=year),
        subtitle=str(community.full_name),
        note=_note(until, as_of),
        chapters=tuple(
            _chapter(chapter, words.get(chapter.standard.code, ())) for chapter in chapters
        ),
        foot=(
            _("不足 10 的数不显示；没有记录不等于零。本报告不与其他社区比较，也不评价任何居民。"),
            _(
                "表中的数都由日常记录汇总得出，没有人工填写；每个数怎样算、依据在哪里，网页上都能看到。"
            ),
        ),
    )


def write_year_word(report: YearReport, *, made_at: datetime) -> bytes:
    """The report as a .docx."""
    page = WordPage(report.title, made_at=made_at)
    page.paragraph(report.subtitle, quiet=True)
    page.paragraph(report.note, quiet=True)
    for chapter in report.chapters:
        page.heading(chapter.heading)
        page.paragraph(chapter.says)
        page.table((_("标准"), _("记录"), _("最近一条")), chapter.evidence)
        if chapter.figures:
            page.heading(_("有关的数"), 2)
            page.table(
                (_("数"), _("数值"), _("依据")),
                (
                    (each.title, "\n".join(filter(None, (each.value, each.note))), each.ground)
                    for each in chapter.figures
                ),
            )
        for sentence in chapter.without:
            page.paragraph(sentence, quiet=True)
        if chapter.said:
            page.heading(_("大家怎么说"), 2)
            page.table((_("谁"), _("说了什么")), ((each.who, each.words) for each in chapter.said))
    for line in report.foot:
        page.paragraph(line, quiet=True)
    return page.content()


def write_year_pdf(report: YearReport) -> bytes:
    """The report as a PDF. RuntimeError where this machine cannot draw one (`paper.can_draw`)."""
    context = {"report": report, "scale": SCALE}
    return as_pdf(render_to_string("evaluation/report_pdf.html", context), STYLES)


def _note(until: date, as_of: datetime | None) -> str:
    parts = [_("记录截至 {day}").format(day=date_format(until, "DATE_FORMAT"))]
    if as_of is not None:
        parts.append(_("数字截至 {day}").format(day=date_format(local_day(as_of), "DATE_FORMAT")))
    return str(_("；")).join(parts)


def _chapter(chapter: Chapter, said: Sequence[Said]) -> YearChapter:
    return YearChapter(
        heading=f"{chapter.standard.code} {chapter.standard.title}",
        says=str(chapter.standard.says),
        evidence=tuple(_evidence(chapter.lines)),
        figures=tuple(_figure(each) for each in chapter.figures if each.state != "missing"),
        without=tuple(_without(chapter.figures)),
        said=tuple(said),
    )


def _without(figures: Sequence[ShownFigure]) -> Iterator[str]:
    """What there are no figures of, told once for each reason and not line by line."""
    missing = [each for each in figures if each.state == "missing"]
    awaited = [each for each in missing if not each.indicator.has_source]
    rest = [each for each in missing if each.indicator.has_source]
    held = [each for each in rest if held_back(each.indicator)]
    unmeasured = [each for each in rest if each.gap == "no_register" and each not in held]
    unrecorded = [each for each in rest if each not in held and each not in unmeasured]
    for some, why in (
        (unrecorded, _("还没有记录：{titles}。")),
        (held, _("没有，或者太少不写：{titles}。")),
        (unmeasured, _("还没有可以对照的底数：{titles}。")),
        (awaited, _("还没有来源：{titles}。")),
    ):
        if some:
            titles = str(_("、")).join(str(each.indicator.title) for each in some)
            yield why.format(titles=titles)


def _evidence(lines: Sequence[Line]) -> Iterator[tuple[str, str, str]]:
    for line in lines:
        name = f"{line.criterion.code} {line.criterion.title}"
        if line.latest is None:
            nothing = _("没有，或者太少不写") if line.held else _("还没有记录")
            yield name, nothing, "—"
            continue
        records = _("不显示") if line.records is None else f"{line.records:,}"
        yield name, records, date_format(line.latest, "DATE_FORMAT")


def _figure(shown: ShownFigure) -> FigureLine:
    row = shown.indicator
    if shown.hidden:
        value = _("不显示")
    elif shown.words is None:
        value = "—"
    else:
        value = f"{shown.words} {shown.unit}".strip()
    return FigureLine(
        title=str(row.title),
        value=value,
        note=shown.note,
        ground=f"{BASIS_WORDS[row.basis]}{_('；')}{row.source}",
        reach=_reach(shown),
    )


def _reach(shown: ShownFigure) -> int | None:
    posts = shown.indicator.goalposts
    if posts is None or shown.value is None:
        return None
    worst, best = (Fraction(post) for post in posts)
    share = (shown.value - worst) / (best - worst)
    return round(min(max(share, Fraction(0)), Fraction(1)) * SCALE)
