"""A report as a document for a word processor, every figure a link to its rows."""

from collections.abc import Callable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from linli.core.pages.word import Content, Linked, WordPage
from linli.stewardship.planning.actions.posting import title_of
from linli.stewardship.planning.queries.reports import Told
from linli.stewardship.planning.rules import Progress
from linli.stewardship.planning.words import OUTCOMES

Address = Callable[[str], str]
"""The address of the rows behind a figure (`S1-done`)."""


def write_word(told: Told, *, address: Address) -> bytes:
    """The report as a .docx."""
    report = told.report
    title = f"{title_of(report.plan)} {report.get_kind_display()}"
    page = WordPage(title, made_at=report.made_at)
    until = date_format(report.until, "DATE_FORMAT")
    page.paragraph(
        _("任务情况截至 {day}，都由任务记录得出，没有人工填写。").format(day=until), quiet=True
    )
    if report.plan.approved_by:
        page.paragraph(_("计划由 {by} 批准。").format(by=report.plan.approved_by), quiet=True)
    page.heading(_("总的情况"))
    page.table(
        (_("标准"), *(str(name) for _code, name in OUTCOMES), _("合计")),
        [
            *(
                (
                    str(each.title or _("不分")),
                    *_counts(each.code or "none", each.progress, address),
                )
                for each in told.chapters
            ),
            (_("合计"), *_counts("", told.progress, address)),
        ],
    )
    for chapter in told.chapters:
        rows = [row for row in told.rows if row.standard == chapter.code]
        if not rows and not chapter.words:
            continue
        page.heading(str(chapter.title or _("不分标准的")), 2)
        if chapter.words:
            page.paragraph(chapter.words)
        page.table(
            (_("任务"), _("计划日期"), _("完成情况"), _("结果或原因")),
            [
                (
                    row.title,
                    date_format(row.planned_on, "DATE_FORMAT"),
                    str(row.outcome_title),
                    row.why or "—",
                )
                for row in rows
            ],
        )
    if told.outlook:
        page.heading(_("下一步打算"))
        page.paragraph(told.outlook)
    return page.content()


def _counts(code: str, progress: Progress, address: Address) -> list[Content]:
    cells: list[Content] = []
    for outcome, _title in [*OUTCOMES, ("", "")]:
        n = progress.counts.get(outcome, 0) if outcome else progress.total
        cells.append(Linked(str(n), address(f"{code}-{outcome}")) if n else "0")
    return cells
