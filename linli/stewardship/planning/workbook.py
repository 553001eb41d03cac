"""A table of tasks read from a workbook, and written into one."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from linli.lib.tables import Field, Problem, read_table, sentence_of, spreadsheet
from linli.stewardship.planning.actions import TaskRow
from linli.stewardship.planning.models import Task
from linli.stewardship.planning.words import STANDARDS, owners

MOST_ROWS = 400
FIELDS = (
    Field("title", ("任务", "工作内容", "工作任务", "事项", "Task"), required=True, longest=100),
    Field("due_on", ("完成日期", "完成时间", "截止日期", "日期", "Due"), kind="date"),
    Field("month", ("月份", "月", "Month"), kind="code"),
    Field("owner", ("责任岗位", "责任人", "负责人", "岗位", "Post")),
    Field("standard", ("标准", "类别", "Standard")),
    Field("budget", ("钱从哪里来", "经费来源", "资金来源", "Money from")),
    Field("yuan", ("金额", "金额（元）", "预算", "经费", "Amount"), kind="decimal"),
)


@dataclass(frozen=True, slots=True)
class Read:
    """The rows of a workbook, or what is wrong with it."""

    rows: list[TaskRow]
    problems: list[str]


def read_tasks(content: bytes, name: str, year: int) -> Read:
    """The tasks of a workbook for the plan of a year. A row with a month alone is due on its last
    day; a post that is not known falls to the worker; one wrong row holds up the whole table."""
    sheet = read_table(content, name, fields=FIELDS, limit_rows=MOST_ROWS)
    problems = [_say(problem) for problem in sheet.problems]
    if not sheet.readable:
        return Read([], problems or [_("读不懂这个文件。")])
    rows = []
    for each in sheet.rows():
        wrong = [_say(problem) for problem in each.problems]
        due_on = _day(each.values, year)
        if due_on is None:
            wrong.append(_("没有写完成日期或月份，或不在 {year} 年里").format(year=year))
        if wrong:
            problems.append(
                _("第 {row} 行：{what}").format(row=each.number, what=_("；").join(wrong))
            )
        elif due_on is not None:
            rows.append(_row(each.values, due_on))
    if not rows and not problems:
        problems.append(_("表里没有任务。"))
    return Read(rows, problems)


def write_tasks_table(tasks: Iterable[Task], year: int) -> bytes:
    """The tasks as a workbook that `read_tasks` reads again."""
    standards = dict(STANDARDS)
    columns = (
        _("任务"), _("完成日期"), _("责任岗位"), _("标准"), _("回应什么需要"), _("钱从哪里来"),
        _("金额"), _("状态"), _("结果"),
    )  # fmt: skip
    rows = (
        (
            task.title,
            task.due_on,
            str(task.owner_title),
            str(standards.get(task.standard, "")),
            task.need_told,
            task.budget,
            Decimal(task.fen) / 100 if task.fen is not None else None,
            task.state_label,
            task.result,
        )
        for task in tasks
    )
    return spreadsheet(rows, columns, title=str(year))


def _row(values: dict[str, Any], due_on: date) -> TaskRow:
    yuan = values.get("yuan")
    return TaskRow(
        title=str(values["title"]),
        due_on=due_on,
        owner=_code(values.get("owner"), owners(), "worker"),
        standard=_code(values.get("standard"), STANDARDS, ""),
        budget=str(values.get("budget") or "")[:80],
        fen=int(Decimal(str(yuan)) * 100) if yuan is not None else None,
    )


def _day(values: dict[str, Any], year: int) -> date | None:
    due_on = values.get("due_on")
    if isinstance(due_on, date):
        return due_on if due_on.year == year else None
    digits = "".join(letter for letter in str(values.get("month") or "") if letter.isdigit())
    month = int(digits) if digits else 0
    if not 1 <= month <= 12:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def _code(said: Any, choices: Iterable[tuple[str, Any]], otherwise: str) -> str:
    text = str(said or "").strip()
    for code, title in choices:
        if text in (code, str(title)):
            return code
    return otherwise


def _say(problem: Problem) -> str:
    return sentence_of(problem, _)
