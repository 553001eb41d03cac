"""A table read as persons at dwellings: any order of columns, and every fault at once."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from linli.core.people.grounds import GROUNDS
from linli.core.people.roster.columns import FIELDS, WITHOUT_GROUND
from linli.core.people.tests.conftest import an_id
from linli.core.people.tests.rosters import as_csv, as_workbook, codes, read

BORN = date(1954, 5, 6)
GOOD = an_id(BORN, serial=12)


def rows_of(preview):
    return [entry.first for entry in preview.plan.new]


def test_columns_may_stand_in_any_order_under_titles_and_merged_headings(community):
    content = as_workbook(
        ("翠湖社区居民花名册", None, None, None, None, None, None),
        ("住址", None, None, "基本信息", None, "联系方式", "与住房的关系"),
        ("楼栋", "单元", "室号", "姓名", "身份证号", "电话", None),
        ("1号楼", "1单元", "101", "王秀英", GOOD, "13812345678", "业主、常住"),
        (None, None, None, "李建国", "", "", "户籍"),
        merged=["A1:G1", "A2:C2", "D2:E2", "G2:G3", "A4:A5", "B4:B5", "C4:C5"],
    )
    preview = read(community, content, "花名册.xlsx", contact="signed")
    assert codes(preview) == []
    first, second = rows_of(preview)
    assert (first.name, first.birth_date, first.sex) == ("王秀英", BORN, "female")
    assert (first.phone, first.kinds) == ("+8613812345678", ("owner", "usual_resident"))
    assert second.kinds == ("hukou_here",)
    assert first.dwelling == second.dwelling


def test_every_fault_of_every_row_is_told_at_once_with_its_cell(community):
    wrong_check = GOOD[:-1] + ("0" if GOOD[-1] != "0" else "1")
    preview = read(
        community,
        as_csv(
            ("姓名", "性别", "出生日期", "身份证号", "地址", "与住房的关系", "入住日期"),
            ("王秀英", "男", "1954-05-07", GOOD, "9-9-999", "邻居", "2030-01-01"),
            ("", "女", "", wrong_check, "", "常住", ""),
            ("李4", "?", "2026-02-30", "12345", "楼上", "", "1950-01-01"),
            ("赵六", "", "2027-01-01", "", "1-1-102", "", ""),
        ),
    )
    assert {(row, code) for row, code in codes(preview)} == {
        (2, "id_birth_differs"),
        (2, "id_sex_differs"),
        (2, "dwelling_unknown"),
        (2, "kind_unknown"),
        (2, "since_in_future"),
        (3, "required_empty"),
        (3, "id_checksum"),
        (3, "address_missing"),
        (4, "name_unreadable"),
        (4, "sex_unknown"),
        (4, "date_impossible"),
        (4, "id_length"),
        (4, "address_unreadable"),
        (5, "birth_in_future"),
    }
    cells = {found["cell"]: found["reason"] for found in preview.refused()}
    assert set(cells) >= {"B2", "C2", "E2", "F2", "G2", "A3", "D3", "E3"}
    assert "2026-02-30" in cells["C4"]
    assert preview.counts() == {
        "read": 4, "new": 0, "changed": 0, "same": 0, "doubtful": 0, "refused": 4, "gone": 0,
    }  # fmt: skip


def test_a_number_whose_last_digits_a_program_ate_is_never_guessed(community):
    content = as_workbook(
        ("姓名", "身份证号", "地址"),
        ("王秀英", int(GOOD[:15] + "000"), "1-1-101"),
        ("李建国", 3.71102198e17, "1-1-102"),
        ("赵六", "1.10101E+17", "1-1-201"),
        ("钱七", GOOD[:15] + "000", "1-1-202"),
    )
    preview = read(community, content, "a.xlsx")
    found = dict(codes(preview))
    assert [found[row] for row in (2, 3, 4)] == ["digits_lost"] * 3
    assert found[5] in ("id_digits_lost", "id_birth_date")
    assert rows_of(preview) == []


def test_full_width_spaces_and_a_small_x_are_forgiven(community):
    number = next(
        found for serial in range(1, 99) if (found := an_id(BORN, serial=serial)).endswith("X")
    )
    wide = number.lower().translate(str.maketrans("0123456789x", "０１２３４５６７８９ｘ"))
    content = as_csv(
        ("姓名", "身份证号", "地址"), ("欧阳　海", f" {wide[:6]} {wide[6:]}", "1-1-101")
    )
    (row,) = rows_of(read(community, content))
    assert (row.name, row.id_number) == ("欧阳海", number)


def test_columns_without_a_ground_are_read_past_with_a_word(community):
    content = as_csv(
        (
            "姓名",
            "宗教信仰",
            "政治面貌",
            "曾用名",
            "月收入(元)",
            "健康状况",
            "地址",
            "备注",
            "爱好",
        ),
        ("王秀英", "佛教", "群众", "王翠花", "3000", "高血压", "1-1-101", "老好人", "太极拳"),
    )
    preview = read(community, content)
    assert preview.left_out.without_ground == (
        "宗教信仰", "政治面貌", "曾用名", "月收入(元)", "健康状况",
    )  # fmt: skip
    assert preview.left_out.unknown == ("爱好",)
    (row,) = rows_of(preview)
    assert not any("佛教" in str(getattr(row, name)) for name in row.__slots__)


def test_what_is_read_has_a_ground_and_what_has_none_is_not_read():
    about_a_person = {"name", "id_number", "id_kind", "birth_date", "sex", "phone"}
    assert about_a_person <= {field.name for field in FIELDS}
    assert all(f"people.Person.{name}" in GROUNDS for name in about_a_person)
    known = {synonym for field in FIELDS for synonym in field.synonyms}
    assert not known & set(WITHOUT_GROUND)


def test_a_telephone_is_read_only_where_people_agreed_to_it(community):
    content = as_csv(("姓名", "联系电话", "地址"), ("王秀英", "1381234567", "1-1-101"))
    without = read(community, content)
    assert codes(without) == []
    assert without.left_out.without_consent == ("联系电话",)
    assert rows_of(without)[0].phone == ""
    assert codes(read(community, content, contact="signed")) == [(2, "phone_length")]


@pytest.mark.parametrize(
    ("content", "filename", "code"),
    [
        (b"", "a.csv", "empty_file"),
        (b"%PDF-1.7 ...", "a.csv", "not_a_table"),
        (b"PK\x03\x04torn", "a.xlsx", "torn_file"),
        (as_csv(("甲", "乙"), ("1", "2")), "a.csv", "no_heading"),
        (as_csv(("身份证号", "地址"), (GOOD, "1-1-101")), "a.csv", "missing_column"),
        (as_csv(("姓名", "地址")), "a.csv", "no_rows"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(community, content, filename, code):
    preview = read(community, content, filename)
    assert not preview.readable
    assert [problem["code"] for problem in preview.refused()] == [code]
    assert preview.counts()["read"] == 0


def test_the_file_comes_back_as_it_was_with_its_faults_in_red(community):
    content = as_workbook(
        ("姓名", "地址", "备注"), ("王秀英", "9-9-9", "自留"), ("李建国", "1-1-101", "")
    )
    preview = read(community, content, "花名册.xlsx")
    book = load_workbook(BytesIO(preview.marked()))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["王秀英", "9-9-9", "自留"]
    assert "本社区没有这套住房" in sheet["B2"].comment.text
    assert sheet["B2"].fill.fgColor.rgb != sheet["B3"].fill.fgColor.rgb
    assert sheet["B3"].comment is None


def test_a_row_prints_without_what_is_personal(community):
    preview = read(community, as_csv(("姓名", "地址"), ("王秀英", "1-1-101")))
    assert "王" not in repr(rows_of(preview)[0])
