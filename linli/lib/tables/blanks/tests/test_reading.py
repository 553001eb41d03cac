"""Where a form's headings, rows and places stand, in the layouts offices use."""

import pytest

from linli.lib.tables.blanks import read_blank
from linli.lib.tables.blanks.matching import Vocabulary, likeness
from linli.lib.tables.blanks.tests.fields import FIELDS, WITHOUT_GROUND
from linli.lib.tables.blanks.tests.making import cell, docx, line, opened, saved, table, xlsx

GAP = None


def read(content, name="表.xlsx"):
    return read_blank(content, name, fields=FIELDS, without_ground=WITHOUT_GROUND)


def columns(blank, number=1):
    return {each.heading: each for each in blank.table(number).columns}


STACKED = [
    ["2026年11月居民情况表"],
    ["填报单位：            填报日期：    年  月  日"],
    ["序号", "*姓名", "联系方式", GAP, "政治面貌", "近期动态"],
    [GAP, GAP, "电话", "住址", GAP, GAP],
    *[[GAP] * 6 for _row in range(3)],
    ["合计"],
    ["填表人：", GAP, "审核人："],
]
MERGED = ["A1:F1", "A2:F2", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4"]


def test_a_heading_over_two_rows_between_title_and_total():
    blank = read(xlsx(STACKED, MERGED, boxed="A3:F7"))
    found = blank.table(1)
    assert (found.heading_rows, found.first_row, found.drawn) == ((3, 4), 5, 3)
    assert [each.heading for each in found.columns] == [
        "序号", "*姓名", "联系方式|电话", "联系方式|住址", "政治面貌", "近期动态",
    ]  # fmt: skip
    assert found.numbered is found.columns[0]
    assert [each.kind for each in found.below] == ["total", "signature"]
    assert blank.title == "2026年11月居民情况表"
    assert {(each.what, each.label) for each in blank.around} == {
        ("unit", "填报单位"), ("date", "填报日期"), ("filler", "填表人"), ("approver", "审核人"),
    }  # fmt: skip


def test_what_is_known_what_has_no_ground_and_what_nobody_knows():
    found = columns(read(xlsx(STACKED, MERGED, boxed="A3:F7")))
    assert (found["*姓名"].field, found["*姓名"].verdict, found["*姓名"].required) == (
        "name", "known", True,
    )  # fmt: skip
    assert (found["政治面貌"].field, found["政治面貌"].verdict) == ("politics", "no_ground")
    assert (found["近期动态"].field, found["近期动态"].verdict) == (None, "unknown")


@pytest.mark.parametrize(
    "heading",
    [
        "监护人姓名",
        "姓名（监护人）",
        "监护人|姓名",
        "房主姓名",
        "户籍地址",
        "原住址",
        "配偶身份证号",
        "单位电话",
    ],
)
def test_a_heading_that_says_whose_it_is_is_not_the_bare_one(heading):
    assert Vocabulary(FIELDS).candidates(heading) == []


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("户主姓名", "head_name"),
        ("户主|姓名", "head_name"),
        ("姓名（户主）", "head_name"),
        ("户主基本信息|姓名", "head_name"),
        ("一、基本情况|姓　名", "name"),
        ("身份证号吗", "id_number"),
        ("身份正号码", "id_number"),
        ("姓别", "sex"),
        ("联系电话（11位）", "phone"),
        ("家庭主址", "address"),
    ],
)
def test_slips_hints_and_groups_do_not_hide_a_heading(heading, field):
    assert Vocabulary(FIELDS).candidates(heading)[0][0] == field


def test_two_people_in_one_letter_are_no_slip():
    assert likeness("房主身份证号", "户主身份证号") == 0
    assert likeness("迁出日期", "迁入日期") == 0


def test_counted_columns_and_an_example_belong_to_the_heading():
    rows = [
        ["姓名", "性别", "身份证号", "住址"],
        [1, 2, 3, 4],
        ["例：张三", "男", "110…", "3-2-501"],
    ]
    found = read(xlsx([*rows, [GAP] * 4, [GAP] * 4], boxed="A1:D5")).table(1)
    assert (found.heading_rows, found.first_row, found.drawn) == ((1,), 4, 2)


def test_a_column_the_form_computes_is_never_ours():
    rows = [
        ["姓名", "出生日期", "住址", "合计"],
        [GAP, GAP, GAP, "=LEN(A2)"],
        [GAP, GAP, GAP, "=LEN(A3)"],
    ]
    found = columns(read(xlsx(rows)))
    assert found["合计"].formula
    assert not found["姓名"].formula


def test_a_form_of_last_month_says_that_it_is_filled():
    rows = [["姓名", "性别", "住址"], ["李秀英", "女", "3-2-501"], ["王建国", "男", "3-2-502"]]
    blank = read(xlsx(rows))
    assert blank.table(1).filled == 2
    assert [each.code for each in blank.problems] == ["has_rows"]


def test_the_same_form_next_month_is_recognised_and_another_is_not():
    first = read(xlsx(STACKED, MERGED, boxed="A3:F7"))
    later = [["2026年12月居民情况表"], *STACKED[1:]]
    other = [*STACKED[:3], [GAP, GAP, "电话", "微信", GAP, GAP], *STACKED[4:]]
    assert read(xlsx(later, MERGED, boxed="A3:F7")).signature == first.signature
    assert read(xlsx(other, MERGED, boxed="A3:F7")).signature != first.signature


def test_hidden_sheets_are_said_and_left_alone():
    book = opened(xlsx([["姓名", "性别", "住址"]]))
    hidden = book.create_sheet("字典")
    hidden.sheet_state = "hidden"
    hidden.append(["姓名", "电话", "住址"])
    blank = read(saved(book))
    assert blank.hidden == ("字典",)
    assert len(blank.tables) == 1
    assert [each.code for each in blank.problems] == ["hidden_sheets"]


def test_two_sheets_are_two_lists():
    book = opened(xlsx([["姓名", "性别", "住址"]], title="一"))
    book.create_sheet("二").append(["户主", "电话", "家庭人口"])
    blank = read(saved(book))
    assert [(each.number, each.name) for each in blank.tables] == [(1, "一"), (2, "二")]


CARD = docx(
    line("居民登记表"),
    table(
        [cell("姓 名"), cell(), cell("性 别"), cell("□男 □女"), cell("照片", 1, "restart")],
        [cell("出生年月"), cell(), cell("政治面貌"), cell(), cell("", 1, "on")],
        [cell("身份证号码"), cell("", 4)],
        [cell("监护人", 1, "restart"), cell("姓名"), cell(), cell("电话"), cell()],
        [cell("", 1, "on"), cell("住址"), cell("", 3)],
        [cell("家庭成员", 1, "restart"), cell("姓名"), cell("性别"), cell("电话"), cell("住址")],
        [cell("", 1, "on"), cell(), cell(), cell(), cell()],
        [cell("", 1, "on"), cell(), cell(), cell(), cell()],
        [cell("社区意见"), cell("（盖章）   年  月  日", 4)],
    ),
    line("填表人：", "        ", "电话："),
)


def test_a_card_in_word_with_a_list_of_the_family_in_it():
    blank = read(CARD, "登记表.docx")
    assert blank.kind == "docx"
    found = {each.heading: each for each in blank.cards}
    assert {heading for heading, each in found.items() if each.field} == {
        "姓 名", "性 别", "出生年月", "政治面貌", "身份证号码",
    }  # fmt: skip
    assert found["监护人|姓名"].verdict == "unknown"
    assert found["出生年月"].habit == "month"
    family = blank.table(1)
    assert (family.first_row, family.drawn) == (7, 2)
    assert all(each.heading.startswith("家庭成员|") for each in family.columns)
    assert [each.what for each in blank.around] == ["filler", "phone"]


def test_a_card_in_a_sheet_with_the_values_below():
    rows = [
        ["登记卡"],
        ["姓名", "性别", "电话"],
        [GAP] * 3,
        ["身份证号", "住址", "户主"],
        [GAP] * 3,
    ]
    blank = read(xlsx(rows, ["A1:C1"], boxed="A2:C5"))
    asked = {each.heading: (each.row, each.index) for each in blank.cards}
    assert asked["姓名"] == (3, 0)
    assert asked["住址"] == (5, 1)
    assert blank.tables == ()


BLANKS = {"表.xlsx": xlsx(STACKED, MERGED, boxed="A3:F7"), "登记表.docx": CARD}
