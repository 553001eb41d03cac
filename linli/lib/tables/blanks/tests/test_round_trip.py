"""Filled and read back: the same facts, whatever they are and however many."""

from datetime import date

from hypothesis import assume, given, settings, strategies as st

from linli.lib.tables.blanks import Fill, fill_blank, read_blank, read_filled
from linli.lib.tables.blanks.habits import in_words
from linli.lib.tables.blanks.tests.fields import FIELDS
from linli.lib.tables.blanks.tests.making import cell, docx, table, xlsx
from linli.lib.tables.blanks.tests.test_reading import MERGED, STACKED
from linli.lib.tables.dates import read_date

GAP = None
TAIL = ("合计", "填表人")
SHEET = xlsx(STACKED, MERGED, boxed="A3:F7")
WORD = docx(
    table(
        [
            cell("序号"),
            cell("姓名"),
            cell("身份证号"),
            cell("住址"),
            cell("出生日期"),
            cell("近期动态"),
        ],
        [cell() for _number in range(6)],
        [cell("合计"), cell("", 5)],
    )
)
TEXTS = st.text(
    # A box is an answer to be ticked and not a fact that anybody holds.
    st.characters(
        exclude_categories=["C", "Z"],
        include_characters=" =+-@",
        exclude_characters="□☐☑☒■√✓○●◯",
    ),
    min_size=1,
    max_size=20,
).map(str.strip)
FACT = st.one_of(
    TEXTS,
    st.from_regex(r"\A\d{17}[\dX]\Z"),
    st.integers(0, 10**14),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
)
ROW = st.fixed_dictionaries({1: TEXTS, 2: st.from_regex(r"\A\d{17}[\dX]\Z"), 3: TEXTS, 5: FACT})


def compare(content, name, rows):
    assume(all(value != "" and value not in TAIL for row in rows for value in row.values()))
    blank = read_blank(content, name, fields=FIELDS)
    filled = fill_blank(content, name, blank, [Fill(1, rows)])
    back, *_rest = read_filled(filled, name, blank)
    assert len(back.rows) == len(rows)
    for number, (given_row, found) in enumerate(zip(rows, back.rows, strict=True), 1):
        assert str(found[0]) == str(number)
        for index, value in given_row.items():
            if isinstance(value, date):
                assert read_date(found[index])[0] == value
            else:
                assert str(found[index]).split() == in_words(value, "").split()
    again = fill_blank(content, name, blank, [Fill(1, back.rows)])
    assert read_filled(again, name, blank)[0].rows == back.rows


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=7))
def test_what_is_filled_into_a_sheet_is_what_is_read_back(rows):
    compare(SHEET, "表.xlsx", rows)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=5))
def test_what_is_filled_into_a_word_list_is_what_is_read_back(rows):
    compare(WORD, "表.docx", rows)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 40), st.integers(1, 40))
def test_whatever_is_drawn_and_however_many_come_all_are_there_and_the_total_is_below(drawn, count):
    content = xlsx([["姓名", "住址", "电话"], *[[GAP] * 3 for _row in range(drawn)], ["合计"]],
                   boxed=f"A1:C{drawn + 1}")  # fmt: skip
    blank = read_blank(content, "表.xlsx", fields=FIELDS)
    filled = fill_blank(content, "表.xlsx", blank, [Fill(1, [{0: f"人{n}"} for n in range(count)])])
    (back,) = read_filled(filled, "表.xlsx", blank)
    assert [row[0] for row in back.rows] == [f"人{n}" for n in range(count)]
    after = read_blank(filled, "表.xlsx", fields=FIELDS).table(1)
    assert after.below[0].row == 2 + max(drawn, count)
    assert after.below[0].kind == "total"
