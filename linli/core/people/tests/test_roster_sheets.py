"""A roster in several sheets: read as one, each fault told in its own, all of it given back."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from linli.core.people.queries import persons_in
from linli.core.people.roster.addresses import ANYWHERE, AddressBook
from linli.core.people.roster.earlier import taken_in_before
from linli.core.people.tests.conftest import an_id
from linli.core.people.tests.faulty_rosters import FAULTS, a_roster, mended, plans, plant
from linli.core.people.tests.rosters import as_csv, as_workbook, codes, read, take_in
from linli.core.places.actions import build_compound
from linli.core.places.tests.town import a_community, a_compound, by_operator
from linli.lib.tables.marking.styles import RED

HEAD = ("姓名", "身份证号", "住址", "与住房的关系")
BUILDINGS = ["1号楼", "2号楼", "3号楼", "5号楼"]
GOOD = an_id(date(1954, 5, 6), serial=12)
OTHER = an_id(date(1980, 2, 29), serial=31)


def workbook(sheets, hidden=()) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        if title in hidden:
            sheet.sheet_state = "hidden"
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def names(preview):
    return [entry.first.name for entry in preview.plan.new]


@pytest.fixture
def towers(db):
    """A community of four towers, 1,728 dwellings."""
    community = a_community()
    by_operator(build_compound, community, name="云杉里", buildings=plans(BUILDINGS))
    return community


def test_sixty_planted_faults_are_found_and_nothing_else_is_said(towers):
    community = towers
    clean = a_roster(BUILDINGS, 1000)
    assert codes(read(community, clean.workbook(), "名册.xlsx")) == []
    faulty = plant(a_roster(BUILDINGS, 1000), 60)
    assert len({fault.kind for fault in faulty.planted}) == len(FAULTS) == 12
    preview = read(community, faulty.workbook(), "名册.xlsx")
    found = {(p.sheet, p.cell, p.code.removesuffix("_elsewhere")) for p in preview.problems}
    assert found == {(fault.sheet, fault.cell, fault.kind) for fault in faulty.planted}
    assert len(preview.problems) == 60
    counts = preview.counts()
    assert (counts["read"], counts["new"], counts["refused"]) == (1000, 940, 60)
    marked = preview.marked()
    book = load_workbook(BytesIO(marked))
    assert book.sheetnames == [*BUILDINGS, "问题"]
    for fault in faulty.planted:
        assert book[fault.sheet][fault.cell].fill.fgColor.rgb == RED
        assert book[fault.sheet][fault.cell].comment.text
    assert book["问题"].max_row == 61
    assert len(red_cells(book)) == 60

    back = read(community, mended(marked, faulty, but=2), "名册.xlsx")
    assert (back.counts()["new"], back.counts()["refused"]) == (998, 2)
    again = load_workbook(BytesIO(back.marked()))
    assert again.sheetnames == [*BUILDINGS, "问题"]
    left = {(fault.sheet, fault.cell) for fault in faulty.planted[-2:]}
    assert red_cells(again) == left
    noted = {(s.title, c.coordinate) for s in again for row in s for c in row if c.comment}
    assert noted == left


def red_cells(book):
    return {
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet
        for cell in row
        if cell.fill.fgColor.rgb == RED and sheet.title != "问题"
    }


def test_sheets_named_after_buildings_say_the_building(community, registrar):
    content = workbook(
        {
            "1号楼": [("姓名", "单元", "室号"), ("王秀英", "1", "101")],
            "2栋名单": [("姓名", "住址"), ("李建国", "1-101"), ("赵六", "2单元102")],
        }
    )
    preview = read(community, content, "a.xlsx")
    assert codes(preview) == []
    take_in(community, content, registrar, "a.xlsx")
    assert persons_in(community).count() == 3
    found = {row.name: row.dwelling for row in preview.reading.rows}
    book = AddressBook(community)
    assert found["王秀英"] == book.find("1-1-101").dwelling
    assert found["李建国"] == book.find("2-1-101").dwelling
    assert found["赵六"] == book.find("2-2-102").dwelling


def test_a_sheet_named_after_a_compound_settles_which_of_two(community):
    a_compound(community, "望江苑")
    book = AddressBook(community)
    assert book.find("1-1-101").problem == "dwelling_several"
    content = workbook(
        {
            "翠湖一期": [("姓名", "住址"), ("王秀英", "1-1-101")],
            "望江苑": [("姓名", "住址"), ("李建国", "1-1-101"), ("赵六", "翠湖一期1-1-101")],
        }
    )
    first, second, third = read(community, content, "a.xlsx").reading.rows
    assert first.dwelling == third.dwelling == book.find("翠湖一期1-1-101").dwelling
    assert second.dwelling == book.find("望江苑1-1-101").dwelling


@pytest.mark.parametrize(
    ("title", "said"),
    [("Sheet1", False), ("9号楼", False), ("名单", False), ("2号楼", True), ("翠湖一期2幢", True)],
)
def test_a_sheet_says_a_building_only_where_there_is_one(community, title, said):
    assert (AddressBook(community).within(title) != ANYWHERE) is said


def test_a_short_address_on_a_buildings_sheet_is_never_taken_for_another_building(community):
    book = AddressBook(community)
    within = book.within("2号楼")
    assert book.find("1-101", within) == book.find("2-1-101")
    assert book.find("2-101", within).problem == "dwelling_several"  # entrance 2, or the building?
    assert book.find("2号楼1单元101", within) == book.find("2-1-101")
    assert book.find("1号楼1单元101", within) == book.find("1-1-101")
    assert book.find("9-101", within).problem == "dwelling_unknown"


def test_a_sheet_of_tenants_says_so(community):
    content = workbook(
        {
            "业主": [("姓名", "住址"), ("王秀英", "1-1-101")],
            "租户名单": [("姓名", "住址"), ("李建国", "1-1-102")],
        }
    )
    assert [row.kinds for row in read(community, content, "a.xlsx").reading.rows] == [
        ("owner",),
        ("tenant",),
    ]


def test_hidden_sheets_are_said_and_left_unless_chosen(community):
    content = workbook(
        {
            "1号楼": [HEAD, ("王秀英", GOOD, "1-1-101", "常住")],
            "旧表": [HEAD, ("李建国", OTHER, "1-1-102", "常住")],
            "说明": [("请按要求填写姓名", "")],
        },
        hidden=["旧表"],
    )
    preview = read(community, content, "a.xlsx")
    assert names(preview) == ["王秀英"]
    assert [(left.name, left.reason) for left in preview.tables.left] == [
        ("旧表", "hidden"),
        ("说明", "no_table"),
    ]
    assert names(read(community, content, "a.xlsx", sheets=("1号楼", "旧表"))) == [
        "王秀英",
        "李建国",
    ]


def test_a_sheet_with_a_broken_heading_is_told_and_nobody_is_gone(community, registrar):
    first = [HEAD, ("王秀英", GOOD, "1-1-101", "常住")]
    second = [HEAD, ("李建国", OTHER, "1-1-102", "常住")]
    take_in(community, workbook({"甲": first, "乙": second}), registrar, "a.xlsx")
    broken = [("大名", *HEAD[1:]), *second[1:]]
    preview = read(community, workbook({"甲": first, "乙": broken}), "a.xlsx", complete=True)
    assert [(p.sheet, p.code) for p in preview.problems] == [("乙", "missing_column")]
    assert preview.readable
    assert preview.counts()["gone"] == 0


def test_whoever_stands_in_a_faulty_row_is_not_gone(community, registrar):
    take_in(
        community,
        as_csv(HEAD, ("王秀英", GOOD, "1-1-101", "常住"), ("李建国", OTHER, "1-1-102", "常住")),
        registrar,
    )
    mistyped = as_csv(HEAD, ("王秀英", GOOD, "1-1-909", "常住"))
    preview = read(community, mistyped, complete=True)
    assert preview.counts()["gone"] == 1
    assert preview.counts()["refused"] == 1


def test_one_number_under_two_names_in_two_sheets_names_the_other_sheet(community):
    content = workbook(
        {
            "甲": [HEAD, ("王秀英", GOOD, "1-1-101", "常住")],
            "乙": [HEAD, ("赵德柱", GOOD, "1-1-102", "常住")],
        }
    )
    (fault,) = read(community, content, "a.xlsx").refused()
    assert (fault["sheet"], fault["cell"], fault["code"]) == ("乙", "B2", "id_twice_elsewhere")
    assert "甲" in fault["reason"]


def test_rows_of_two_sheets_are_decided_apart(community, registrar, resident, dwelling):
    known = resident("王秀英", home=dwelling())
    rows = [("姓名", "住址", "居住类型"), ("王秀英", "1-1-101", "业主")]
    namesake = [("姓名", "住址", "居住类型"), ("王秀英", "1-1-101", "租户")]
    preview = read(community, workbook({"甲": rows, "乙": namesake}), "a.xlsx")
    first, second = (doubt.row for doubt in preview.plan.doubts)
    assert first.number == second.number == 2
    assert first.at != second.at
    batch = take_in(
        community, workbook({"甲": rows}), registrar, "a.xlsx", decisions={first.at: known.pk}
    )
    assert batch.counts["changed"] == 1


# A roster of another community


def test_a_roster_of_another_community_is_one_finding_on_top(community):
    rows = [(f"王{letter}", f"9-1-{n}01") for n, letter in enumerate("秀英建国桂兰志强玉梅文华", 1)]
    preview = read(community, as_csv(("姓名", "住址"), *rows))
    assert codes(preview) == [(0, "other_community")]
    assert preview.counts()["refused"] == len(rows)
    named = [("姓名", "社区", "住址"), *((name, "青禾社区", "1-1-101") for name, _at in rows)]
    preview = read(community, as_csv(*named))
    assert codes(preview) == [(0, "other_community_named")]
    assert "青禾社区" in preview.refused()[0]["reason"]


def test_a_few_foreign_rows_are_told_row_by_row(community):
    head = ("姓名", "所属社区", "住址")
    content = as_csv(
        head,
        ("王秀英", "翠湖社区居委会", "1-1-101"),
        ("李建国", "翠湖街道翠湖社区", "1-1-102"),
        ("赵六", "青禾社区", "1-1-201"),
        ("钱七", "", "1-1-202"),
    )
    assert codes(read(community, content)) == [(4, "row_of_other_community")]


def test_before_there_are_dwellings_the_finding_says_what_to_do_first(db):
    content = as_csv(("姓名", "住址"), ("王秀英", "1-1-101"), ("李建国", "1-1-102"))
    assert codes(read(a_community(3, "新社区"), content)) == [(0, "no_dwellings")]


# The same file twice


def test_the_same_file_is_recognised_whatever_its_name(community, next_door, registrar):
    content = as_csv(HEAD, ("王秀英", GOOD, "1-1-101", "常住"))
    assert taken_in_before(community, content) is None
    batch = take_in(community, content, registrar)
    assert taken_in_before(community, content) == batch
    assert taken_in_before(next_door, content) is None
    assert taken_in_before(community, content + b"\n") is None


# Incomplete birth dates


@pytest.mark.parametrize(
    ("written", "number", "code"),
    [
        ("1954-5", GOOD, None),
        ("54年5月", GOOD, None),
        ("54.5.6", GOOD, None),
        ("1954", GOOD, None),
        ("1954-6", GOOD, "id_birth_differs"),
        ("45年5月", GOOD, "id_birth_differs"),
        ("54.5.6", "", None),
        ("05.5.6", "", "date_two_digit_year"),
        ("1954-5", "", "date_incomplete"),
        ("民国43年5月6日", GOOD, "date_other_calendar"),
    ],
)
def test_a_birth_date_without_its_day_is_held_against_the_number(community, written, number, code):
    content = as_csv(
        ("姓名", "出生日期", "身份证号", "住址"), ("王秀英", written, number, "1-1-101")
    )
    preview = read(community, content)
    assert codes(preview) == ([(2, code)] if code else [])
    if code is None:
        assert preview.reading.rows[0].birth_date == date(1954, 5, 6)


def test_formulas_give_their_result_and_one_without_says_so(community):
    content = as_workbook(("姓名", "住址"), ("王秀英", '="1-1-"&"101"'))
    assert codes(read(community, content, "a.xlsx")) == [(2, "formula_uncomputed")]
