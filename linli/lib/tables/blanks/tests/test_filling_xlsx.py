"""A spreadsheet form filled: the same file, the same layout, each value by its type."""

from datetime import date

import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from linli.lib.tables.blanks import Fill, fill_blank, read_blank, read_filled
from linli.lib.tables.blanks.moving import RowsAdded
from linli.lib.tables.blanks.tests.fields import FIELDS
from linli.lib.tables.blanks.tests.making import opened, parts_of, saved, xlsx
from linli.lib.tables.blanks.tests.test_reading import MERGED, STACKED

GAP = None
NUMBER = "110101194001011234"
BLANK = xlsx(STACKED, MERGED, boxed="A3:F7")


def read(content):
    return read_blank(content, "表.xlsx", fields=FIELDS)


def people(count):
    return [{1: f"居民{number}", 2: NUMBER, 3: "3-2-501"} for number in range(count)]


def fill(content, *fills):
    return fill_blank(content, "表.xlsx", read(content), fills)


def test_more_people_than_rows_drawn_push_the_total_down():
    sheet = opened(fill(BLANK, Fill(1, people(5)))).active
    assert [sheet.cell(row, 2).value for row in range(5, 10)] == [f"居民{n}" for n in range(5)]
    assert [sheet.cell(row, 1).value for row in range(5, 10)] == [1, 2, 3, 4, 5]
    assert (sheet["A10"].value, sheet["A11"].value) == ("合计", "填表人：")
    assert sheet["B9"].border.left.style == "thin"
    assert {str(area) for area in sheet.merged_cells.ranges} == set(MERGED)


def test_fewer_people_leave_the_drawn_rows_and_what_is_below():
    sheet = opened(fill(BLANK, Fill(1, people(1)))).active
    assert (sheet["B5"].value, sheet["B6"].value, sheet["A8"].value) == ("居民0", None, "合计")


def test_eighteen_digits_stay_text_and_a_number_stays_a_number():
    content = xlsx([["姓名", "身份证号", "家庭人口"]])
    filled = fill(content, Fill(1, [{0: "甲", 1: NUMBER, 2: 3}]))
    sheet = opened(filled).active
    assert (sheet["B2"].value, sheet["B2"].data_type) == (NUMBER, "s")
    assert sheet["B2"].number_format == "@"
    assert (sheet["C2"].value, sheet["C2"].data_type) == (3, "n")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_nothing_of_ours_becomes_a_formula(text):
    sheet = opened(fill(BLANK, Fill(1, [{1: text}]))).active
    assert (sheet["B5"].value.strip(), sheet["B5"].data_type) == (text.strip(), "s")
    assert sheet["B5"].quotePrefix


def test_dates_in_the_form_s_own_habit():
    born = date(1953, 7, 8)
    for heading, number_format, seen in (
        ("出生日期（如1953.07.08）", "General", "1953.07.08"),
        ("出生年月", "General", "1953.07"),
        ("出生日期(yyyy/mm/dd)", "General", "1953/7/8"),
        ("出生日期", "General", "1953-07-08"),
        ("出生日期", "@", "1953-07-08"),
    ):
        content = xlsx(
            [["姓名", heading], [GAP, GAP]], boxed="A1:B2", formats={"B2": number_format}
        )
        assert opened(fill(content, Fill(1, [{0: "甲", 1: born}]))).active["B2"].value == seen
    content = xlsx([["姓名", "出生日期"]], formats={"B2": "yyyy-mm-dd"})
    cell = opened(fill(content, Fill(1, [{0: "甲", 1: born}]))).active["B2"]
    assert (cell.is_date, cell.value.date()) == (True, born)


def test_the_form_s_formulas_stay_and_follow():
    rows = [["姓名", "家庭人口", "补贴"], [GAP, GAP, "=B2*100"], [GAP, GAP, "=B3*100"],
            ["合计", "=SUM(B2:B3)", "=SUM(C2:C3)"]]  # fmt: skip
    content = xlsx(rows, boxed="A1:C4")
    filled = fill(content, Fill(1, [{0: "甲", 1: 1}, {0: "乙", 1: 2}, {0: "丙", 1: 3}]))
    sheet = opened(filled).active
    assert [sheet.cell(row, 3).value for row in (2, 3, 4)] == ["=B2*100", "=B3*100", "=B4*100"]
    assert (sheet["B5"].value, sheet["C5"].value) == ("=SUM(B2:B4)", "=SUM(C2:C4)")
    assert b'fullCalcOnLoad="1"' in parts_of(filled)["xl/workbook.xml"]


def test_what_the_office_set_up_around_its_list_follows_the_rows():
    book = opened(BLANK)
    sheet = book.active
    choice = DataValidation("list", formula1='"党员,群众"', sqref="E5:E7")
    sheet.add_data_validation(choice)
    sheet.print_area = "A1:F9"
    sheet.page_setup.orientation = "landscape"
    sheet["A8"].comment = Comment("请核对", "街道")
    sheet.row_dimensions[7].height = 33
    book.create_sheet("说明").append(["不要改动本页", "=Sheet1!A8"])
    filled = fill(saved(book), Fill(1, people(6)))
    after = opened(filled)
    sheet = after["Sheet1"]
    assert str(sheet.data_validations.dataValidation[0].sqref) == "E5:E10"
    assert "$F$12" in sheet.print_area
    assert sheet.page_setup.orientation == "landscape"
    assert sheet["A11"].comment.text == "请核对"
    assert sheet.row_dimensions[10].height == 33
    assert after["说明"]["B1"].value == "=Sheet1!A11"


def test_other_sheets_and_parts_stay_byte_for_byte():
    book = opened(BLANK)
    book.create_sheet("填表说明").append(["一、如实填写"])
    content = saved(book)
    before, after = parts_of(content), parts_of(fill(content, Fill(1, people(4))))
    touched = {name for name in before if before[name] != after.get(name)}
    assert touched <= {"xl/worksheets/sheet1.xml", "xl/styles.xml"}


def test_the_lines_around_are_filled_and_no_signature_is():
    blank = read(BLANK)
    keys = {each.what: each.key for each in blank.around}
    day = date(2026, 11, 28)
    cells = {keys["unit"]: "南阳里社区", keys["date"]: day, keys["filler"]: "王工"}
    filled = fill(BLANK, Fill(cells=cells), Fill(1, people(4)))
    sheet = opened(filled).active
    assert sheet["A2"].value.split() == ["填报单位：南阳里社区", "填报日期：2026年11月28日"]
    assert (sheet["A10"].value, sheet["C10"].value) == ("填表人：王工", "审核人：")
    *_lists, around = read_filled(filled, "表.xlsx", blank)
    assert around.cells == {
        keys["unit"]: "南阳里社区", keys["date"]: "2026年11月28日", keys["filler"]: "王工",
    }  # fmt: skip


def test_last_month_s_people_leave_no_word_beside_this_month_s():
    rows = [["姓名", "电话", "近期动态"], ["旧人甲", "138", "住院"], ["旧人乙", "139", "外出"]]
    sheet = opened(fill(xlsx(rows), Fill(1, [{0: "新人"}]))).active
    assert [[cell.value for cell in row] for row in sheet["A2:C3"]] == [
        ["新人", GAP, GAP], [GAP, GAP, GAP],
    ]  # fmt: skip


def test_a_box_is_ticked_and_only_where_one_says_it():
    rows = [["姓名", "性别"], [GAP, "□男 □女"], [GAP, "□男 □女"]]
    sheet = opened(fill(xlsx(rows), Fill(1, [{1: "女"}, {1: "未知"}]))).active
    assert (sheet["B2"].value, sheet["B3"].value) == ("□男 ☑女", "□男 □女")


def test_what_the_form_does_not_have_is_refused():
    blank = read(BLANK)
    for wrong in (Fill(2, [{0: "x"}]), Fill(1, [{40: "x"}]), Fill(cells={"1.Z9": "x"})):
        with pytest.raises(ValueError):
            fill_blank(BLANK, "表.xlsx", blank, [wrong])


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("SUM(B5:B7)", "SUM(B5:B9)"),
        ("B8+$C$9", "B10+$C$11"),
        ("SUM(B1:B4)", "SUM(B1:B4)"),
        ('"B8"&B8', '"B8"&B10'),
        ("Other!B8+'Sheet 1'!B8", "Other!B8+'Sheet 1'!B10"),
        ("LOG10(B8)", "LOG10(B10)"),
        ("TAXES8+B6", "TAXES8+B6"),
    ],
)
def test_references_follow_rows_put_in_after_the_seventh(formula, moved):
    assert RowsAdded(7, 2).in_formula(formula, "Sheet 1") == moved
