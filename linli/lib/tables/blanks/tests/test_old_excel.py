"""An .xls comes back as .xlsx with its layout."""

import struct

from linli.lib.tables.blanks import Fill, fill_blank, read_blank, read_filled
from linli.lib.tables.blanks.old_excel_pages import Page, _note, pages_of
from linli.lib.tables.blanks.tests.fields import FIELDS
from linli.lib.tables.blanks.tests.making import opened, xlsx
from linli.lib.tables.tests.workbooks import xls

OLD = xls([["居民表", "", ""], ["序号", "姓名", "身份证号"], ["", "", ""], ["合计", "", ""]])


def test_it_is_read_filled_and_given_back_as_xlsx_and_said_so():
    blank = read_blank(OLD, "表.xls", fields=FIELDS)
    assert (blank.kind, blank.written_as) == ("xls", "xlsx")
    assert [each.code for each in blank.problems] == ["becomes_xlsx"]
    rows = [{1: "甲", 2: "110101194001011234"}, {1: "=乙", 2: "110101194001011235"}]
    filled = fill_blank(OLD, "表.xls", blank, [Fill(1, rows)])
    sheet = opened(filled).active
    assert [cell.value for cell in sheet["B"]] == [None, "姓名", "甲", "=乙", None]
    assert sheet["C3"].data_type == "s"
    assert sheet["A5"].value == "合计"
    assert read_filled(filled, "表.xls", blank)[0].rows[1][1] == "=乙"


def test_an_old_and_a_new_file_of_one_form_are_one_form():
    new = xlsx([["居民表"], ["序号", "姓名", "身份证号"], [None] * 3, ["合计"]], boxed="A2:C3")
    signatures = {read_blank(content, "表", fields=FIELDS).signature for content in (OLD, new)}
    assert len(signatures) == 1


def test_how_it_is_printed_is_read_from_the_old_records():
    assert pages_of(OLD) == [Page()]
    page = Page()
    _note(page, 0x00A1, struct.pack("<6H", 8, 85, 1, 1, 0, 0), fits=True)
    _note(page, 0x0026, struct.pack("<d", 0.5), fits=True)
    _note(page, 0x0006, struct.pack("<HHH", 3, 2, 0), fits=True)
    assert page.formulas == {(3, 2)}
    page.formulas.clear()
    assert page == Page(8, False, 85, (1, 0), margins={"left": 0.5})
