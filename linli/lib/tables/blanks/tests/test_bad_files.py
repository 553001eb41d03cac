"""What is no form we can fill is told with its reason, and never breaks anything."""

import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.tables.blanks import BLANK_SENTENCES, read_blank, say
from linli.lib.tables.blanks.tests.fields import FIELDS
from linli.lib.tables.blanks.tests.making import docx, line, opened, parts_of, saved, xlsx
from linli.lib.tables.blanks.tests.test_reading import BLANKS

FORM = xlsx([["姓名", "性别", "住址"]])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(content, name="表.xlsx"):
    return read_blank(content, name, fields=FIELDS)


def with_part(content, name, part):
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, held in {**parts_of(content), name: part}.items():
            archive.writestr(other, held)
    return output.getvalue()


def of_names(*names):
    return OLE + b"\0" * 504 + b"".join(name.encode("utf-16-le") for name in names)


BAD = {
    "empty_file": b"",
    "old_word": of_names("Root Entry", "WordDocument"),
    "password": of_names("EncryptedPackage"),
    "macros": with_part(FORM, "xl/vbaProject.bin", b"\0"),
    "torn_file": FORM[: len(FORM) // 2],
    "not_a_form": "姓名,性别\n".encode(),
    "web_page": b"<html><table>",
    "no_form": xlsx([["通知"], ["请各社区于本周五前上报。"]]),
    "too_large": with_part(FORM, "xl/media/image1.bin", b"\0" * (301 * 2**20)),
    "form_too_long": with_part(FORM, "xl/worksheets/sheet9.xml", b" " * (25 * 2**20)),
}


@pytest.mark.parametrize("code", BAD)
def test_each_is_refused_with_a_sentence(code):
    blank = read(BAD[code], "登记表.docx")
    assert [each.code for each in blank.problems] == [code]
    assert not blank.readable
    assert say(blank.problems[0]).endswith("。")


def test_a_heading_of_sixteen_thousand_columns_is_no_form():
    blank = read(xlsx([["姓名", *[f"列{n}" for n in range(16_382)], "尾"]]))
    assert [each.code for each in blank.problems] == ["too_wide"]
    assert blank.problems[0].numbers["cell"] == "KO1"
    assert say(blank.problems[0]).endswith("。")


def test_one_stray_cell_in_the_last_corner_is_refused_before_it_is_laid_out():
    book = opened(FORM)
    book.active["XFD1048576"] = "x"
    assert not read(saved(book)).readable


def test_macros_in_an_old_workbook_and_in_a_word_file():
    assert read(of_names("Workbook", "_VBA_PROJECT")).problems[0].code == "macros"
    word = with_part(docx(line("表")), "word/vbaProject.bin", b"\0")
    assert read(word).problems[0].code == "macros"


def test_declarations_in_the_xml_are_not_followed():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
    blank = read(with_part(FORM, "xl/worksheets/sheet1.xml", bomb))
    assert not blank.readable


def test_every_problem_has_a_sentence_that_fills_in():
    for code in BLANK_SENTENCES:
        assert "。" in BLANK_SENTENCES[code]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), which=st.sampled_from(sorted(BLANKS)))
def test_a_file_damaged_anywhere_is_told_and_never_raises(seed, which):
    chance = random.Random(seed)
    content = bytearray(BLANKS[which])
    for _number in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    read(bytes(content[: chance.randint(len(content) // 2, len(content))]), which)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), which=st.sampled_from(sorted(BLANKS)))
def test_a_part_damaged_inside_a_whole_file_is_told_and_never_raises(seed, which):
    chance = random.Random(seed)
    parts = parts_of(BLANKS[which])
    name = chance.choice(sorted(parts))
    part = bytearray(parts[name])
    for _number in range(chance.randint(1, 8)):
        part[chance.randrange(len(part))] = chance.choice(b"<>\"'/=09AZaz ")
    read(with_part(BLANKS[which], name, bytes(part)), which)
