"""Tables given out open in a spreadsheet program without computing or shortening anything."""

import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest

from linli.lib.tables import Field, comma_separated, read_table, spreadsheet

COLUMNS = ["姓名", "身份证号", "备注", "金额", "日期"]
ROW = ["张三", "110101199003072316", "=1+1", Decimal("12.50"), date(2026, 3, 5)]


def test_a_workbook_has_a_frozen_heading_filters_and_typed_cells():
    book = openpyxl.load_workbook(BytesIO(spreadsheet([ROW] * 3, COLUMNS, title="名单")))
    sheet = book["名单"]
    assert [cell.value for cell in sheet[1]] == COLUMNS
    assert sheet["A1"].font.bold
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:E4")
    assert sheet["B2"].value == "110101199003072316"
    assert sheet["B2"].number_format == "@"
    assert sheet["D2"].value == 12.5
    assert sheet["E2"].value.date() == date(2026, 3, 5)
    assert sheet.column_dimensions["B"].width >= 18


@pytest.mark.parametrize(
    "text", ["=1+1", "+86 138", "-5℃", "@SUM(A1)", "＝1", "=cmd|' /C calc'!A0"]
)
def test_text_that_begins_like_a_formula_stays_text(text):
    sheet = openpyxl.load_workbook(BytesIO(spreadsheet([[text]], ["备注"]))).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == (text, "s")
    assert sheet["A2"].quotePrefix
    line = b"".join(comma_separated([[text]], ["备注"])).decode("utf-8-sig").splitlines()[1]
    assert next(csv.reader([line])) == ["'" + text]


def test_numbers_are_not_mistaken_for_formulas_and_long_ones_stay_whole():
    sheet = openpyxl.load_workbook(
        BytesIO(spreadsheet([[-5, 123456789012345678]], ["a", "b"]))
    ).active
    assert sheet["A2"].value == -5
    assert sheet["B2"].value == "123456789012345678"
    assert b"".join(comma_separated([[-5]], ["a"])).endswith(b"-5\r\n")


def test_moments_blanks_and_control_letters_are_written_plainly():
    at = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)
    sheet = openpyxl.load_workbook(
        BytesIO(spreadsheet([[at, None, "a\x07b", True]], list("abcd")))
    ).active
    assert [cell.value for cell in sheet[2]] == [at.replace(tzinfo=None), None, "ab", True]
    text = b"".join(comma_separated([[at, None]], ["a", "b"])).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text)))[1] == ["2026-03-05 08:30:00", ""]


def test_what_we_write_we_read_again():
    fields = [
        Field("name", ["姓名"]),
        Field("id_number", ["身份证号"], "code"),
        Field("note", ["备注"]),
        Field("amount", ["金额"], "decimal"),
        Field("day", ["日期"], "date"),
    ]
    for content in (spreadsheet([ROW], COLUMNS), b"".join(comma_separated([ROW], COLUMNS))):
        sheet = read_table(content, "a", fields=fields)
        row = next(sheet.rows())
        assert row.problems == ()
        assert list(row.values.values()) == ROW


def test_a_csv_begins_with_the_mark_spreadsheet_programs_look_for():
    pieces = list(comma_separated(([n] for n in range(1200)), ["数"]))
    assert pieces[0].startswith(b"\xef\xbb\xbf")
    assert len(pieces) == 4
