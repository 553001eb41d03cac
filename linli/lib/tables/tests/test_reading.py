"""What a person brings is read in any column order, in any usual file, under any heading."""

import csv
import os
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from linli.lib.tables import Field, Sheet, read_table
from linli.lib.tables.tests.workbooks import ods, saved, xls, xlsx

NAME = Field("name", ["姓名", "Name"], "text", required=True)
PHONE = Field("phone", ["联系电话", "手机号", "电话", "Phone"], "code")
ID_NUMBER = Field("id_number", ["身份证号", "公民身份号码"], "code")
BORN = Field("born", ["出生日期"], "date")
SEX = Field("sex", ["性别"], "choice", choices={"male": ["男", "M"], "female": ["女", "F"]})
AREA = Field("area", ["建筑面积", "面积"], "decimal")
FIELDS = [NAME, PHONE, ID_NUMBER, BORN, SEX, AREA]


def values(sheet: Sheet, name: str) -> list[object]:
    return [row.values[name] for row in sheet.rows()]


def codes(sheet: Sheet) -> list[tuple[str, str | None]]:
    return [(p.code, p.cell) for row in sheet.rows() for p in row.problems]


def read(text: str, fields=FIELDS, encoding: str = "utf-8", **options) -> Sheet:
    return read_table(text.encode(encoding), "名单.csv", fields=fields, **options)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le"]
)
def test_the_usual_encodings_are_recognised(encoding):
    sheet = read("姓名,联系电话\n张三丰,13800001234\n欧阳娜娜,010-62345678\n", encoding=encoding)
    assert sheet.problems == ()
    assert values(sheet, "name") == ["张三丰", "欧阳娜娜"]


def test_a_short_gbk_file_that_happens_to_be_almost_utf8_is_gbk():
    sheet = read("姓名\n联通\n", encoding="gbk")
    assert values(sheet, "name") == ["联通"]


def test_rare_characters_of_names_survive_gb18030():
    sheet = read("姓名,电话\n李喆,1\n王㛃䶮,2\n张𬍛,3\n陈一,4\n", encoding="gb18030")
    assert values(sheet, "name") == ["李喆", "王㛃䶮", "张𬍛", "陈一"]


def test_traditional_big5_is_read():
    text = "姓名,電話,備註\n" + "陳麗華,02-1234,樓梯間電燈壞了請儘快處理謝謝\n" * 20
    sheet = read(text, encoding="big5")
    assert values(sheet, "name")[0] == "陳麗華"


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(delimiter):
    text = StringIO()
    csv.writer(text, delimiter=delimiter).writerows(
        [["姓名", "电话", "住址"], ["张三", "138", f"1栋{delimiter}2单元"], ["李四", "139", "3栋"]]
    )
    sheet = read(text.getvalue(), [NAME, PHONE, Field("address", ["住址"])])
    assert values(sheet, "address") == [f"1栋{delimiter}2单元", "3栋"]


def test_excels_own_delimiter_line_is_no_row():
    sheet = read("sep=;\n姓名;电话\n张三;138\n")
    assert [row.number for row in sheet.rows()] == [3]


def test_columns_may_stand_in_any_order_with_marks_units_and_full_width_letters():
    sheet = read(
        "2.*建筑面积（㎡）,备注, 身 份 证 号 ,＊姓名(必填),PHONE\n85.5,无,11010119900307231x,张三,138\n"
    )
    assert {name: match.column.letters for name, match in sheet.mapping.items()} == {
        "area": "A",
        "id_number": "C",
        "name": "D",
        "phone": "E",
    }
    assert [column.heading for column in sheet.unused] == ["备注"]
    assert all(match.sure for match in sheet.mapping.values())
    row = next(sheet.rows())
    assert row.values["area"] == Decimal("85.5")
    assert "备注" not in row.raw


def test_an_earlier_synonym_wins_where_a_file_has_two():
    sheet = read("姓名,电话,手机号\n张三,1,2\n")
    assert sheet.mapping["phone"].column.heading == "手机号"


def test_a_slip_of_the_input_method_is_matched_but_not_as_sure():
    sheet = read("姓名,身份正号,联系电话号码\n张三,1,2\n")
    assert sheet.mapping["id_number"].column.letters == "B"
    assert not sheet.mapping["id_number"].sure
    assert sheet.mapping["phone"].column.letters == "C"


@pytest.mark.parametrize(
    "heading", ["户主姓名", "房主身份证号", "死亡日期", "登记日期", "紧急联系人电话"]
)
def test_a_heading_about_something_else_is_not_taken(heading):
    sheet = read(f"姓名,{heading}\n张三,1\n")
    assert [column.heading for column in sheet.unused] == [heading]


def test_a_required_column_that_is_missing_is_named_with_what_the_file_had():
    sheet = read("电话,住址\n138,1栋\n")
    assert not sheet.readable
    assert sheet.missing == ("name",)
    problem = sheet.problems[0]
    assert (problem.code, problem.numbers["field"]) == ("missing_column", "姓名")
    assert problem.numbers["had"] == "电话、住址"
    assert list(sheet.rows()) == []


def test_two_columns_with_one_heading_are_not_guessed_between():
    sheet = read("姓名,电话,姓名\n张三,1,李四\n")
    assert [p.code for p in sheet.problems] == ["duplicate_heading"]
    assert sheet.problems[0].numbers["columns"] == "A、C"
    confirmed = read("姓名,电话,姓名\n张三,1,李四\n", mapping={"name": 2})
    assert values(confirmed, "name") == ["李四"]


def test_a_person_may_point_at_columns_no_one_would_recognise():
    sheet = read("甲,乙\n张三,138\n")
    assert [p.code for p in sheet.problems] == ["no_heading"]
    sheet = read("甲,乙\n张三,138\n", mapping={"name": 0, "phone": 1})
    assert values(sheet, "phone") == ["138"]


def test_of_rubbish_in_place_of_a_heading_only_the_beginning_is_shown():
    problem = read("╰" * 4000 + "\n").problems[0]
    assert problem.code == "no_heading"
    assert problem.numbers["had"] == "╰" * 24 + "…"


def test_titles_above_the_heading_and_notes_below_the_table_are_passed_over():
    sheet = read(
        "幸福社区居民花名册,,\n填报日期：2026年3月,,\n,,\n序号,姓名,电话\n1,张三,138\n,,\n"
        "序号,姓名,电话\n2,李四,139\n合计,2,\n填表人：王五,审核：,\n"
    )
    assert [(row.number, row.values["name"]) for row in sheet.rows()] == [(5, "张三"), (8, "李四")]
    assert [(s.number, s.reason) for s in sheet.skipped] == [
        (7, "repeated_heading"),
        (9, "total"),
        (10, "note"),
    ]


def test_a_merged_heading_over_two_rows_is_recognised():
    content = xlsx(
        [
            ["花名册", None, None, None],
            ["姓名", "联系方式", None, "性别"],
            [None, "电话", "微信", None],
            ["张三", "138", "zhang", "男"],
        ],
        ["A1:D1", "A2:A3", "B2:C2", "D2:D3"],
    )
    wechat = Field("wechat", ["联系方式|微信"])
    sheet = read_table(content, "a.xlsx", fields=[*FIELDS, wechat])
    assert [c.heading for c in sheet.columns] == ["姓名", "联系方式|电话", "联系方式|微信", "性别"]
    row = next(sheet.rows())
    assert row.number == 4
    assert (row.values["phone"], row.values["wechat"], row.values["sex"]) == (
        "138",
        "zhang",
        "male",
    )


def test_the_same_two_rows_are_recognised_in_a_csv_that_lost_its_merges():
    sheet = read("姓名,联系方式,,性别\n,电话,微信,\n张三,138,z,女\n")
    assert [row.number for row in sheet.rows()] == [3]
    assert values(sheet, "phone") == ["138"]


def test_one_word_under_two_groups_means_two_things():
    content = xlsx(
        [
            ["房主", None, "租客", None],
            ["姓名", "电话", "姓名", "电话"],
            ["张三", "1", "李四", "2"],
        ],
        ["A1:B1", "C1:D1"],
    )
    owner, tenant = Field("owner", ["房主姓名"]), Field("tenant", ["租客姓名", "承租人姓名"])
    sheet = read_table(content, "a.xlsx", fields=[owner, tenant])
    row = next(sheet.rows())
    assert (row.values["owner"], row.values["tenant"]) == ("张三", "李四")
    ambiguous = read_table(content, "a.xlsx", fields=[NAME])
    assert [p.code for p in ambiguous.problems] == ["duplicate_heading"]


def test_merged_cells_in_the_body_and_ditto_marks_are_filled_down():
    building = Field("building", ["楼栋"], required=True)
    content = xlsx(
        [
            ["楼栋", "姓名", "电话"],
            ["1号楼", "张三", "138"],
            [None, "李四", "同上"],
            [None, "王五", "〃"],
            ["2号楼", "赵六", "139"],
        ],
        ["A2:A4"],
    )
    sheet = read_table(content, "a.xlsx", fields=[building, NAME, PHONE])
    assert values(sheet, "building") == ["1号楼", "1号楼", "1号楼", "2号楼"]
    assert values(sheet, "phone") == ["138", "138", "138", "139"]


def test_a_blank_cell_that_was_not_merged_stays_blank_and_ditto_needs_something_above():
    sheet = read("姓名,电话\n张三,同上\n,139\n")
    assert codes(sheet) == [("nothing_above", "B2"), ("required_empty", "A3")]


def test_all_errors_come_in_one_pass_with_their_cells():
    sheet = read(
        "姓名,出生日期,性别,建筑面积\n,2026-02-30,不详,约80\n李四,1990-1-5,女,80\n王五,98.3.5,男,8,5\n"
    )
    assert codes(sheet) == [
        ("required_empty", "A2"),
        ("date_impossible", "B2"),
        ("not_a_choice", "C2"),
        ("not_a_number", "D2"),
        ("more_cells_than_headings", "E4"),
        ("date_two_digit_year", "B4"),
    ]
    good = list(sheet.rows())[1]
    assert good.values["born"] == date(1990, 1, 5)
    assert good.problems == ()


def test_row_numbers_are_those_a_spreadsheet_shows():
    sheet = read('姓名,电话\n\n"张\n三",1\n李四,2\n')
    assert [row.number for row in sheet.rows()] == [3, 4]


def test_an_id_number_kept_as_a_number_is_reported_not_guessed():
    content = xlsx(
        [["姓名", "身份证号"], ["张三", 110101199003072316], ["李四", "11010119900307231X"]]
    )
    sheet = read_table(content, "a.xlsx", fields=FIELDS)
    rows = list(sheet.rows())
    assert rows[0].values["id_number"] is None
    assert rows[0].problems[0].code == "digits_lost"
    assert rows[0].problems[0].numbers == {"digits": 18, "lost": 3}
    assert rows[1].values["id_number"] == "11010119900307231X"


def test_a_csv_saved_by_excel_shows_the_same_loss():
    assert codes(read("姓名,身份证号\n张三,1.10101E+17\n")) == [("digits_lost", "B2")]


def test_what_a_problem_repeats_says_nothing_about_a_person():
    sheet = read("姓名,身份证号,出生日期\n张三,1.10101E+17,昨天\n")
    problems = [p for row in sheet.rows() for p in row.problems]
    assert "1.10101E+17" not in str(problems)
    assert "昨天" in str(problems)


def test_numbers_of_a_workbook_become_the_text_a_reader_sees():
    content = xlsx(
        [["姓名", "联系电话", "建筑面积"], ["张三", 13800001234, 85.5], ["李", 12345.0, 0.1]]
    )
    sheet = read_table(content, "a.xlsx", fields=FIELDS)
    assert values(sheet, "phone") == ["13800001234", "12345"]
    assert values(sheet, "area") == [Decimal("85.5"), Decimal("0.1")]


def test_a_door_number_turned_into_a_date_is_reported():
    door = Field("door", ["门牌"], "code")
    content = xlsx([["姓名", "门牌"], ["张三", datetime(2026, 3, 2)]])  # noqa: DTZ001
    sheet = read_table(content, "a.xlsx", fields=[NAME, door])
    assert codes(sheet) == [("became_date", "B2")]


def test_of_several_sheets_the_one_that_names_most_fields_is_read():
    book = openpyxl.Workbook()
    book.active.title = "填表说明"
    book.active.append(["请按要求填写姓名"])
    roster = book.create_sheet("名单")
    roster.append(["姓名", "电话"])
    roster.append(["张三", "138"])
    hidden = book.create_sheet("旧")
    hidden.append(["姓名", "电话", "性别", "出生日期"])
    hidden.sheet_state = "hidden"
    sheet = read_table(saved(book), "a.xlsx", fields=FIELDS)
    assert sheet.worksheet == "名单"
    assert sheet.other_worksheets == ("填表说明",)
    assert values(sheet, "name") == ["张三"]


def test_a_table_that_does_not_begin_in_the_first_column_keeps_its_references():
    book = openpyxl.Workbook()
    book.active["C5"], book.active["D5"] = "姓名", "性别"
    book.active["C6"], book.active["D6"] = "张三", "?"
    sheet = read_table(saved(book), "a.xlsx", fields=FIELDS)
    assert codes(sheet) == [("not_a_choice", "D6")]


def test_old_excel_and_opendocument_files_are_read():
    for content, name in [
        (xls([["姓名", "电话", "建筑面积"], ["张三", "138", 85.5]]), "a.xls"),
        (ods([["姓名", "电话", "建筑面积"], ["张三", "138", "85.5"]]), "a.ods"),
    ]:
        sheet = read_table(content, name, fields=FIELDS)
        assert sheet.problems == ()
        assert sheet.source.kind == name[2:]
        assert next(sheet.rows()).values["area"] == Decimal("85.5")


def test_the_content_decides_what_a_file_is_not_its_name():
    content = xlsx([["姓名"], ["张三"]])
    assert values(read_table(content, "名单.csv", fields=[NAME]), "name") == ["张三"]
    assert values(read_table("姓名\n张三\n".encode("gbk"), "名单.xls", fields=[NAME]), "name") == [
        "张三"
    ]


def test_a_path_is_read_like_bytes(tmp_path):
    path = tmp_path / "名单.csv"
    path.write_text("姓名,电话\n张三,138\n", encoding="gbk")
    assert values(read_table(path, path.name, fields=FIELDS), "phone") == ["138"]


def test_rows_come_in_batches_and_can_be_read_again():
    sheet = read("姓名\n" + "".join(f"张{n}\n" for n in range(2500)))
    assert sheet.total == 2500
    assert [len(batch) for batch in sheet.batches(1000)] == [1000, 1000, 500]
    assert sum(1 for _ in sheet.rows()) == 2500


def test_too_many_rows_are_refused_whole():
    sheet = read("姓名\n" + "张\n" * 11, limit_rows=10)
    assert sheet.problems[0].numbers == {"rows": 11, "limit": 10}
    assert list(sheet.rows()) == []


def test_real_reports_are_read_with_their_twelve_hour_times():
    data = os.environ.get("LINLI_TEST_DATA", str(Path(__file__).parents[5] / "shared" / "data"))
    path = Path(data) / "problem_reports" / "nyc311_2022-05-01.csv"
    if not path.exists():
        pytest.skip("the real reports are not on this machine")
    fields = [
        Field("number", ["Unique Key"], "code", required=True),
        Field("filed", ["Created Date"], "datetime", required=True),
        Field("closed", ["Closed Date"], "datetime"),
    ]
    sheet = read_table(path, path.name, fields=fields)
    rows = list(sheet.rows())
    assert (len(rows), sum(len(row.problems) for row in rows)) == (924, 0)
    assert rows[0].values["filed"] == datetime(2022, 5, 1, 0, 0, 3)  # noqa: DTZ001
