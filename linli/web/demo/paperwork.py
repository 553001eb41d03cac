"""The year's forms: the civil-affairs bureau asks for the same one each month, another office for
much of the same."""

from datetime import date, datetime, timedelta
from functools import partial
from io import BytesIO
from typing import Any

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from linli.core.access.models import Body
from linli.core.audit.actor import the_operator
from linli.core.people.actions import form_household, move_in, register_person
from linli.core.places.queries import dwellings_under
from linli.lib.calendar import local_day
from linli.partners.paperwork import actions, proposing
from linli.partners.paperwork.models import HOUSEHOLD, Asking
from linli.partners.paperwork.queries import filled
from linli.partners.paperwork.slots import slots_of
from linli.web.demo.cast import Setting
from linli.web.demo.offices import department

HEADINGS = ("序号", "户主姓名", "户内人数", "小区", "楼栋", "单元", "室号", "户号", "近期动态")
OTHERS = ("序号", "户主姓名", "户内人数", "楼栋", "单元", "室号", "政治面貌", "是否需要上门理发")
FAMILIES = (
    ("韩桂芳", 1949), ("曹德顺", 1946), ("许玉珍", 1951), ("邓国良", 1958), ("萧淑贞", 1943),
    ("田守义", 1955),
)  # fmt: skip
FIRST, SECOND, NOW = 62, 31, 2
"""Days ago."""


def play_forms(setting: Setting, at: datetime) -> None:
    """Two months handed over, the third being filled; another office's form has just come in."""
    worker = partial(_worker, setting, at)
    bodies = _offices(setting, at - timedelta(days=200))
    _families(setting, at - timedelta(days=200))
    first = _receive(setting, bodies[0], at, FIRST, HEADINGS)
    _settle(first, worker(FIRST))
    actions.choose(first, how="everybody", **worker(FIRST))
    _answer(first, worker(FIRST), "平稳")
    _hand_over(first, worker(FIRST), 25, "all")
    second = _receive(setting, bodies[0], at, SECOND, HEADINGS)
    actions.choose(second, how="last_time", **worker(SECOND))
    row = filled.fill(second, local_day(_ago(at, SECOND))).rows[2]
    key = next(slot.key for slot in slots_of(second.form.mapping) if slot.is_asked)
    actions.answer(row.line, answers={key: "住院，子女陪护"}, **worker(SECOND))
    _hand_over(second, worker(SECOND), 6, "changes")
    third = _receive(setting, bodies[0], at, NOW, HEADINGS)
    actions.choose(third, how="last_time", **worker(NOW))
    _receive(setting, bodies[1], at, NOW, OTHERS, title="独居老人服务需求表")


def _worker(setting: Setting, at: datetime, days: int) -> dict[str, Any]:
    when = _ago(at, days)
    return {"by": setting.actor("worker", local_day(when)), "at": when}


def _ago(at: datetime, days: int) -> datetime:
    day = timezone.localtime(at - timedelta(days=days))
    return day.replace(hour=9, minute=30, second=0, microsecond=0)


def _offices(setting: Setting, at: datetime) -> list[Body]:
    names = (("示范区民政局", "0990-5550011"), ("湖滨街道社会事务办公室", "0990-5550102"))
    return [department(setting, name, phone, at) for name, phone in names]


def _families(setting: Setting, at: datetime) -> None:
    by, since = the_operator(), local_day(at)
    homes = list(dwellings_under(setting.old))
    for number, (name, year) in enumerate(FAMILIES, 1):
        home = homes[-5 * number]
        person = register_person(
            setting.community, name=name, birth_date=date(year, 4, 8), by=by, at=at
        )
        move_in(person, dwelling=home, kind="usual_resident", since=since, by=by, at=at)
        form_household(
            home,
            members=[person],
            number=f"C{number:03}",
            representative=person,
            since=since,
            by=by,
            at=at,
        )


def _receive(
    setting: Setting,
    body: Body,
    at: datetime,
    days: int,
    headings: tuple[str, ...],
    title: str = "低保户近期动态统计表",
) -> Asking:
    when = _ago(at, days)
    on = local_day(when)
    content = _blank(f"{title}（{on.year}年{on.month}月）", headings)
    name = f"{title}.xlsx"
    blank = proposing.read(content, name)
    table = proposing.first_table(blank)
    asking: Asking = actions.receive(
        setting.community,
        body=body,
        content=content,
        file_name=name,
        file_kind=blank.kind,
        signature=blank.signature,
        slots=proposing.slots_for(blank, table),
        subject=HOUSEHOLD,
        table=table,
        title=blank.title or title,
        purpose="了解困难家庭近况，安排走访",
        due_on=on + timedelta(days=4),
        **_worker(setting, at, days),
    )
    return asking


def _blank(title: str, headings: tuple[str, ...]) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(headings))
    sheet["A1"] = title
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=16), Alignment("center")
    line = Side(style="thin")
    for column, heading in enumerate(headings, 1):
        sheet.cell(2, column, heading).font = Font(bold=True)
        for row in range(2, 9):
            sheet.cell(row, column).border = Border(line, line, line, line)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _settle(asking: Asking, given: dict[str, Any]) -> None:
    actions.settle(
        asking,
        slots=slots_of(asking.form.mapping),
        subject=HOUSEHOLD,
        table=asking.form.table,
        **given,
    )


def _answer(asking: Asking, given: dict[str, Any], words: str) -> None:
    for row in filled.fill(asking, local_day(given["at"])).rows:
        if row.open_keys:
            actions.answer(row.line, answers=dict.fromkeys(row.open_keys, words), **given)


def _hand_over(asking: Asking, given: dict[str, Any], minutes: int, scope: str) -> None:
    actions.hand_over(
        asking,
        received_by="社会救助科",
        way="mail",
        ground="duty",
        minutes=minutes,
        scope=scope,
        **given,
    )
