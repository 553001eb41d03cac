"""A report as a document for a word processor, every figure a link to its rows."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from linli.core.pages.word import Content, Linked, WordPage
from linli.evaluation.reports.telling import Beside, ReportLine, Told

Address = Callable[[str], str]
"""The address of the rows behind a kind of record or an indicator."""


def write_word(told: Told, *, made_at: datetime, address: Address, inside: bool) -> bytes:
    """The report as a .docx."""
    page = WordPage(told.title, made_at=made_at)
    page.paragraph(note_of(told, inside=inside), quiet=True)
    for chapter in told.chapters:
        page.heading(chapter.title)
        if chapter.words:
            page.paragraph(chapter.words)
        if chapter.lines:
            page.table(
                (_("记录"), told.period, told.before),
                (_line(line, address) for line in chapter.lines),
            )
        if chapter.figures:
            page.table(
                (_("有关的数"), told.period, told.before),
                (_figure(each, address) for each in chapter.figures),
            )
        if chapter.is_empty:
            page.paragraph(_("这个时段没有记录。"))
    for line in foot_of(told):
        page.paragraph(line, quiet=True)
    return page.content()


def note_of(told: Told, *, inside: bool) -> str:
    """What stands below the title: up to which day, and for whom."""
    until = _("记录截至 {day}").format(day=date_format(told.until, "DATE_FORMAT"))
    whom = _("内部使用，含不足 10 的数，不外传。") if inside else _("不足 10 的数不显示。")
    running = _("这个时段还没有结束。") if told.partial else ""
    return f"{until}{_('。')}{running}{whom}"


def foot_of(told: Told) -> Iterator[str]:
    """What stands at the end: where the figures come from, and what was typed by hand."""
    yield _("表中的数都由日常记录汇总得出，没有人工填写；没有记录不等于零。本报告不评价任何居民。")
    if told.typed_numbers:
        yield _("文字说明里有手写的数 {count} 处，不由系统得出。").format(count=told.typed_numbers)


def say_line(line: ReportLine) -> str:
    """The count in words; with what came out well, where it is a share."""
    if line.n is None:
        return _("少于 10")
    if line.part is None:
        return f"{line.n:,}"
    return _("{n}，其中 {part}").format(n=f"{line.n:,}", part=f"{line.part:,}")


def say_before(line: ReportLine) -> str:
    """The count of the period before; "—" where nothing was known by then."""
    if not line.before_known:
        return "—"
    return _("少于 10") if line.before is None else f"{line.before:,}"


def say_figure(each: Beside) -> str:
    """A figure with its counts, or why there is none."""
    shown = each.now
    if shown.state == "hidden":
        return _("少于 10")
    if shown.state == "missing":
        return shown.note
    note = f"{_('（')}{shown.note}{_('）')}" if shown.note else ""
    return f"{shown.words} {shown.unit}".strip() + note


def _line(line: ReportLine, address: Address) -> tuple[Content, ...]:
    told = say_line(line)
    return (
        str(line.kind.title),
        told if line.hidden else Linked(told, address(line.kind.kind)),
        say_before(line),
    )


def _figure(each: Beside, address: Address) -> tuple[Content, ...]:
    told = say_figure(each)
    opens = each.now.state in ("shown", "thin")
    return (
        str(each.now.indicator.title),
        Linked(told, address(each.now.indicator.id)) if opens else told,
        each.before or "—",
    )
