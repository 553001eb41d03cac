"""A Word form filled: cells, boxes to tick, lines of text, rows added to lists."""

from datetime import date

from linli.lib.tables.blanks import Fill, fill_blank, read_blank, read_filled
from linli.lib.tables.blanks.docx import W, WordFile, rows_of, text_in
from linli.lib.tables.blanks.tests.fields import FIELDS
from linli.lib.tables.blanks.tests.making import cell, docx, line, parts_of, table
from linli.lib.tables.blanks.tests.test_reading import CARD

LIST = docx(
    line("填报单位：", "________", "    填报日期：    年    月    日"),
    table(
        [cell("序号", 1, "restart"), cell("姓名", 1, "restart"), cell("联系方式", 2)],
        [cell("", 1, "on"), cell("", 1, "on"), cell("电话"), cell("住址")],
        [cell(), cell(), cell(), cell()],
        [cell("合计"), cell("", 3)],
    ),
    line("填表人：          审核人："),
)


def read(content):
    return read_blank(content, "表.docx", fields=FIELDS)


def fill(content, *fills):
    return fill_blank(content, "表.docx", read(content), fills)


def texts(content, number=1):
    word = WordFile(content)
    return [
        [text_in(each) for each in row.iterfind(f"{W}tc")]
        for row in rows_of(word.tables[number - 1])
    ]


def test_rows_are_added_with_the_look_of_the_last_and_the_total_moves():
    filled = fill(LIST, Fill(1, [{1: f"居民{n}", 2: "13800000000"} for n in range(3)]))
    assert texts(filled)[2:] == [
        ["1", "居民0", "13800000000", ""],
        ["2", "居民1", "13800000000", ""],
        ["3", "居民2", "13800000000", ""],
        ["合计", ""],
    ]
    word = WordFile(filled)
    last = rows_of(word.tables[0])[4]
    assert last.find(f".//{W}r/{W}rPr/{W}sz").get(f"{W}val") == "21"


def test_a_card_is_filled_and_what_we_do_not_know_stays_empty():
    blank = read(CARD)
    keys = {each.heading: each.key for each in blank.cards}
    cells = {
        keys["姓 名"]: "李秀英",
        keys["性 别"]: "女",
        keys["出生年月"]: date(1940, 1, 2),
        keys["身份证号码"]: "110101194001021234",
    }
    filled = fill(CARD, Fill(cells=cells))
    found = texts(filled)
    assert found[0] == ["姓 名", "李秀英", "性 别", "□男 ☑女", "照片"]
    assert found[1][1] == "1940.01"
    assert found[3] == ["监护人", "姓名", "", "电话", ""]
    (read_back,) = [each for each in read_filled(filled, "表.docx", blank) if each.cells]
    assert read_back.cells[keys["性 别"]] == "女"
    assert read_back.cells[keys["身份证号码"]] == "110101194001021234"


def test_the_lines_of_text_around_keep_their_labels():
    blank = read(LIST)
    keys = {each.what: each.key for each in blank.around}
    cells = {keys["unit"]: "南阳里社区", keys["date"]: date(2026, 11, 28), keys["filler"]: "王工"}
    word = WordFile(fill(LIST, Fill(cells=cells)))
    lines = [text.split() for _number, text in word.paragraphs]
    assert lines == [
        ["填报单位：南阳里社区", "填报日期：2026年11月28日"],
        ["填表人：王工", "审核人："],
    ]


def test_a_list_inside_a_card_grows_within_its_group():
    filled = fill(CARD, Fill(1, [{1: "甲"}, {1: "乙"}, {1: "丙"}]))
    blank = read(filled)
    assert [row[1] for row in texts(filled)[6:9]] == ["甲", "乙", "丙"]
    assert blank.table(1).below[0].text == "社区意见"


def test_only_the_text_of_the_document_changes():
    before, after = parts_of(LIST), parts_of(fill(LIST, Fill(1, [{1: "甲"}])))
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_several_lines_and_letters_xml_cannot_hold():
    found = texts(fill(LIST, Fill(1, [{3: "甲\n乙\x0b"}])))
    assert found[2][3].split() == ["甲", "乙"]
