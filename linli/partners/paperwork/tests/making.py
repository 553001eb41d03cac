"""A department's form as departments make them, and the households it is about."""

from datetime import date
from functools import cache
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Border, Side

from linli.core.access.actions import register_body
from linli.core.audit.actor import the_operator
from linli.core.people.actions import form_household, move_in, register_person
from linli.core.places.queries import dwellings_under

TWELVE = (
    "序号", "户主姓名", "户主身份证号", "户内人数", "小区", "楼栋", "单元", "室号", "所属社区",
    "所属街道", "户号", "近期动态",
)  # fmt: skip
"""The twelve columns of a real form for households on aid: eleven never change (U1)."""

PERSONS = ("序号", "姓名", "性别", "身份证号", "出生日期", "住址", "宗教信仰", "近期动态")


@cache
def blank(title="低保户近期动态统计表（2026年11月）", headings=TWELVE, rows=8):
    """An .xlsx with a merged title, a heading row, drawn empty rows and a line to sign.
    Made once: a spreadsheet file tells the second it was made in, and the same file is meant."""
    book = Workbook()
    sheet = book.active
    sheet.title = "统计表"
    last = len(headings)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=last)
    sheet.cell(1, 1, title)
    sheet.cell(2, 1, "填报单位：")
    sheet.cell(2, last, "填表日期：")
    line = Side(style="thin")
    for column, heading in enumerate(headings, 1):
        sheet.cell(3, column, heading)
        for row in range(3, 4 + rows):
            sheet.cell(row, column).border = Border(left=line, right=line, top=line, bottom=line)
    sheet.cell(4 + rows, 1, "审核人：")
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def civil_affairs(community, at):
    """The department that asks."""
    return register_body(
        community,
        name="示范区民政局",
        kind="department",
        place=community,
        office_phone="0990-5550100",
        by=the_operator(),
        at=at,
    )


def id_number(born: date, sequence: int) -> str:
    """A number with a right check digit, of a region that does not exist."""
    body = f"990101{born:%Y%m%d}{sequence:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


def households(setting, at, count=16):
    """So many households, a pair each, in the old compound's homes; persons by household."""
    by, since = the_operator(), date(2020, 1, 1)
    homes = list(dwellings_under(setting.old))[-count:]
    made = []
    for number, home in enumerate(homes, 1):
        pair = []
        for place, (born, sequence) in enumerate(
            ((date(1950, 1, number), 100 + 2 * number), (date(1952, 2, number), 101 + 2 * number))
        ):
            person = register_person(
                setting.community,
                name=f"低保{number:02}{'甲乙'[place]}",
                id_number=id_number(born, sequence),
                by=by,
                at=at,
            )
            move_in(person, dwelling=home, kind="usual_resident", since=since, by=by, at=at)
            pair.append(person)
        household = form_household(
            home, members=pair, number=f"H{number:03}", since=since, by=by, at=at
        )
        made.append((household, pair))
    return made
