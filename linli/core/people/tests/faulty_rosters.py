"""A roster of invented people in several sheets, clean or with faults planted in known cells.

Nobody in it lives: names are drawn from lists, numbers from running serials in a division that
does not exist.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from linli.core.people.tests.conftest import an_id
from linli.core.places.actions import BuildingPlan

HEADING = (
    "序号", "姓名", "性别", "出生日期", "身份证号", "楼栋", "单元", "室号", "居住类型", "入住日期",
    "与户主关系", "备注",
)  # fmt: skip
FIRST_ROW = 3  # under a title and the heading
COLUMN = {name: index for index, name in enumerate(HEADING)}
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"
_GIVEN = "秀英建国桂兰志强玉梅文华淑珍德明丽娟海波春燕永福小芳立新雅静宏伟玲子轩若曦浩然诗涵"
_DIVISION = "990101"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
DAY_FORMS: tuple[Callable[[date], object], ...] = (
    lambda day: day,
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day:%Y%m%d}",
    lambda day: int(f"{day:%Y%m%d}"),
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%Y/%m/%d}",
    lambda day: f"{day.year}-{day.month}",  # beside a number that says the rest
    lambda day: f"{day:%y}年{day.month}月",
    lambda day: f"{day:%y}.{day.month}.{day.day}",
    lambda day: (day - date(1899, 12, 30)).days,
    lambda day: f"{day.year}。{day.month}。{day.day}".translate(_WIDE),
)


@dataclass
class Planted:
    """One fault: where it stands, which kind it is of, and what should stand in its row (by
    column letter) instead."""

    kind: str
    sheet: str
    cell: str
    right: dict[str, object] = field(default_factory=dict)


@dataclass
class Roster:
    """Sheets of rows, and the faults planted in them."""

    sheets: dict[str, list[list[object]]]
    planted: list[Planted] = field(default_factory=list)

    def workbook(self) -> bytes:
        """As people keep it: one building a sheet, a title over the heading, a total below."""
        book = Workbook()
        book.remove(book.active)
        for title, rows in self.sheets.items():
            sheet = book.create_sheet(title)
            sheet.append([f"{title}居民花名册"])
            sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(HEADING))
            sheet.append(list(HEADING))
            for row in rows:
                sheet.append(row)
            sheet.append(["合计", f"{len(rows)}人"])
        output = BytesIO()
        book.save(output)
        return output.getvalue()


def a_roster(buildings: list[str], people: int, *, seed: int = 4) -> Roster:
    """`people` persons over the buildings, all of it right, written in every habit."""
    chance = random.Random(seed)
    sheets: dict[str, list[list[object]]] = {name: [] for name in buildings}
    homes = list(_homes(buildings))
    taken: Counter[tuple[date, int]] = Counter()
    chance.shuffle(homes)
    for number in range(people):
        building, entrance, door = homes[number % len(homes)]
        born = date(1935, 1, 1) + timedelta(days=chance.randrange(365 * 85))
        male = chance.random() < 0.5
        taken[born, male] += 1
        serial = 2 * taken[born, male] - male
        rows = sheets[building]
        by_paper = chance.random() < 0.97  # a few newborns have no number yet
        rows.append(
            [
                len(rows) + 1,
                _name(chance),
                "男" if male else "女",
                (chance.choice(DAY_FORMS) if by_paper else DAY_FORMS[0])(born),
                an_id(born, serial=serial, division=_DIVISION) if by_paper else "",
                "同上" if rows and chance.random() < 0.4 else building,
                chance.choice((entrance, f"{entrance}单元", f"0{entrance}")),
                chance.choice((door, f"{door}室")),
                chance.choice(("业主、常住", "常住", "租户", "户籍", "人户一致", "")),
                chance.choice(("", "2020-06-01", date(2021, 5, 6), "2022年3月8日")),
                "",
                chance.choice(("", "", "已核")),
            ]
        )
    return Roster(sheets)


def plans(buildings: list[str]) -> list[BuildingPlan]:
    """The buildings in which these people live."""
    return [BuildingPlan.numbered(name, entrances=6, floors=18, per_floor=4) for name in buildings]


def _homes(buildings: list[str]) -> Iterator[tuple[str, str, str]]:
    for building in buildings:
        for entrance in range(1, 7):
            for floor in range(1, 19):
                for door in range(1, 5):
                    yield building, str(entrance), f"{floor}{door:02d}"


def _name(chance: random.Random) -> str:
    given = "".join(chance.choice(_GIVEN) for _ in range(chance.choice((1, 2, 2, 2))))
    name = chance.choice(_SURNAMES) + given
    return f"{name[0]}　{name[1]}" if len(name) == 2 and chance.random() < 0.3 else name


def _other_check(number: str) -> str:
    return number[:-1] + ("0" if number[-1] != "0" else "1")


Change = Callable[[list[Any], list[Any]], object]

FAULTS: dict[str, tuple[str, Change]] = {
    "required_empty": ("姓名", lambda row, _: None),
    "name_unreadable": ("姓名", lambda row, _: f"{row[1]}2"),
    "id_checksum": ("身份证号", lambda row, _: _other_check(row[4])),
    "digits_lost": ("身份证号", lambda row, _: int(row[4][:15] + "000")),
    "id_length": ("身份证号", lambda row, _: row[4][:17]),
    "id_birth_differs": ("出生日期", lambda row, _: "1999-02-03"),
    "id_sex_differs": ("性别", lambda row, _: "女" if row[2] == "男" else "男"),
    "date_impossible": ("出生日期", lambda row, _: "1953-02-30"),
    "date_other_calendar": ("出生日期", lambda row, _: "农历一九五三年五月廿八"),
    "dwelling_unknown": ("室号", lambda row, _: "9901"),
    "kind_unknown": ("居住类型", lambda row, _: "邻居"),
    "id_twice": ("身份证号", lambda row, other: other[4]),
}
"""Twelve kinds: the column the fault stands in, and the row as it should be → what is written."""


def plant(roster: Roster, count: int, *, seed: int = 5) -> Roster:
    """Puts `count` faults of all kinds in turn into different rows."""
    chance = random.Random(seed)
    rows = [
        (title, number, row)
        for title, rows in roster.sheets.items()
        for number, row in enumerate(rows, FIRST_ROW)
        if row[COLUMN["身份证号"]]
    ]
    chosen = chance.sample(rows, count * 2)
    kinds, titles = [*FAULTS], [*roster.sheets]

    def order(found: tuple[str, int, list[Any]]) -> tuple[int, int]:
        return titles.index(found[0]), found[1]

    for number in range(count):
        kind = kinds[number % len(kinds)]
        heading, change = FAULTS[kind]
        title, at, row = chosen[number]
        other = chosen[number + count]
        before = list(row)
        if kind == "id_twice":  # the later of the two is told
            other, (title, at, row) = sorted((other, (title, at, row)), key=order)
            before = list(row)
            row[2:4] = other[2][2:4]
        row[COLUMN[heading]] = change(row, other[2])
        right = {
            chr(65 + column): was
            for column, (was, now) in enumerate(zip(before, row, strict=True))
            if was != now
        }
        cell = f"{chr(65 + COLUMN[heading])}{at}"
        roster.planted.append(Planted(kind, title, cell, right))
    return roster


def mended(workbook: bytes, roster: Roster, *, but: int = 0) -> bytes:
    """A marked workbook as its owner saves it again, every fault put right but the last few."""
    book = load_workbook(BytesIO(workbook))
    for fault in roster.planted[: len(roster.planted) - but]:
        row = fault.cell.lstrip("ABCDEFGHIJKL")
        for letter, value in fault.right.items():
            book[fault.sheet][f"{letter}{row}"] = value
    output = BytesIO()
    book.save(output)
    return output.getvalue()
