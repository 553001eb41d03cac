"""A torn, wrong or hostile file is answered with a problem that says where, never with a crash."""

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from linli.lib.tables import SENTENCES, Field, Problem, read_table, sentence_of, workbook
from linli.lib.tables.tests.workbooks import ods, saved, xlsx

NAME = Field("name", ["姓名"], required=True)
PHONE = Field("phone", ["电话"], "code")
FIELDS = [NAME, PHONE]


def first_problem(content: bytes, filename: str = "a.csv") -> Problem:
    sheet = read_table(content, filename, fields=FIELDS)
    assert not sheet.readable
    assert list(sheet.rows()) == []
    return sheet.problems[0]


def problems_by_row(text: str) -> list[tuple[int, str]]:
    sheet = read_table(text.encode(), "a.csv", fields=FIELDS)
    assert sheet.problems == ()
    return [(row.number, p.code) for row in sheet.rows() for p in row.problems]


def test_a_quote_that_is_never_closed_costs_its_own_row_only():
    text = "姓名,电话\n" + "张三,1\n" * 3 + '"李四,2\n' + "王五,3\n" * 500
    sheet = read_table(text.encode(), "a.csv", fields=FIELDS)
    rows = list(sheet.rows())
    assert [(r.number, p.code, p.numbers) for r in rows for p in r.problems] == [
        (5, "quote_torn", {"line": 5})
    ]
    assert len(rows) == 504
    assert rows[-1].values["name"] == "王五"


def test_two_torn_quotes_do_not_swallow_what_lies_between():
    text = '姓名,电话\n"张三,1\n李四,2\n"王五,3\n赵六,4\n'
    sheet = read_table(text.encode(), "a.csv", fields=FIELDS)
    assert [row.values["name"] for row in sheet.rows()] == ["张三", "李四", "王五", "赵六"]
    assert problems_by_row(text) == [(2, "quote_torn"), (4, "quote_torn")]


def test_a_quote_used_loosely_within_a_line_is_reported_there():
    assert problems_by_row('姓名,电话\n"张"三,1\n李四,2\n') == [(2, "quote_broken")]


def test_the_line_of_damage_counts_lines_inside_quoted_cells():
    sheet = read_table('姓名,电话\n"张\n三\n",1\n"李四,2\n'.encode(), "a.csv", fields=FIELDS)
    problem = next(p for row in sheet.rows() for p in row.problems)
    assert (problem.row, problem.numbers["line"]) == (3, 5)


def test_zero_bytes_in_a_line_are_reported_there():
    assert problems_by_row("姓名,电话\n张三,1\n李\0\0四,2\n王五,3\n") == [(3, "nul_bytes")]


def test_a_last_row_that_was_cut_off_is_reported():
    assert problems_by_row("姓名,电话\n张三,1\n李") == [(3, "row_cut_off")]
    assert problems_by_row("姓名,电话\n张三,1\n李四,2") == []


def test_broken_text_is_told_by_its_line():
    broken = "姓名,电话\n张三,1\n李四,2\n".encode() + b"\xff\xfe\xff,3\n"
    assert first_problem(broken).numbers == {"line": 4}
    cut_in_a_character = "姓名,电话\n张三,1\n李四".encode()[:-1]
    assert first_problem(cut_in_a_character).code == "encoding_broken"


def test_letters_lost_before_the_file_came_to_us_are_reported_in_their_cell():
    assert problems_by_row("姓名,电话\n张\ufffd,1\n锟斤拷,2\n") == [
        (2, "letters_lost"),
        (3, "letters_lost"),
    ]


@pytest.mark.parametrize("kept", [100, 2000, 4000])
def test_a_truncated_workbook_is_torn(kept):
    content = xlsx([["姓名", "电话"], *[[f"张{n}", n] for n in range(500)]])
    assert kept < len(content)
    assert first_problem(content[:kept], "a.xlsx").code == "torn_file"


def test_a_workbook_damaged_inside_is_torn():
    content = xlsx([["姓名", "电话"], *[[f"张{n}", n] for n in range(500)]])
    output = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(output, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part[:300] if "sheet1" in name else part)
    assert first_problem(output.getvalue(), "a.xlsx").code == "torn_file"


def test_one_stray_cell_in_the_last_corner_does_not_eat_the_memory():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = "姓名", "张三"
    book.active["XFD1048576"] = "."
    problem = first_problem(saved(book), "a.xlsx")
    assert (problem.code, problem.numbers["cell"]) == ("stray_cell", "XFD1048576")


def test_an_opendocument_sheet_that_claims_a_huge_area_is_refused_and_blank_rows_are_not():
    assert read_table(ods([["姓名"], ["张三"]]), "a.ods", fields=[NAME]).problems == ()
    rows = [["姓名", "电话"]] * 1000
    content = ods(rows, blank_columns_before_last=16_000)
    assert first_problem(content, "a.ods").code == "stray_cell"


def test_a_file_that_unfolds_without_end_is_refused_before_it_is_unfolded(monkeypatch):
    monkeypatch.setattr(workbook, "_LARGEST_UNPACKED", 5 * 2**20)
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 7 * 2**20)
    problem = first_problem(output.getvalue(), "a.xlsx")
    assert (problem.code, problem.numbers) == ("too_large", {"megabytes": 7})


def test_a_workbook_with_a_password_says_so():
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    content += "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    assert first_problem(content, "a.xlsx").code == "password"


def test_other_kinds_of_files_are_named_for_what_they_are():
    picture = b"\x89PNG\r\n\x1a\n" + b"\0" * 100
    assert first_problem(picture, "a.xlsx").code == "not_a_table"
    assert first_problem(b"%PDF-1.7 ...", "a.csv").code == "not_a_table"
    assert first_problem("<html><table>姓名".encode(), "a.xls").code == "web_page"
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert first_problem(output.getvalue(), "a.xlsx").code == "word_file"
    old_word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    old_word += "WordDocument".encode("utf-16-le") + b"\0" * 600
    assert first_problem(old_word, "a.xlsx").code == "word_file"
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("xl/workbook.bin", "binary")
    assert first_problem(output.getvalue(), "a.xlsx").code == "binary_workbook"
    assert (
        first_problem(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 900, "a.xls").code == "torn_file"
    )


@pytest.mark.parametrize("content", [b"", b"   \r\n\n", b"\xef\xbb\xbf", "\n\n".encode("utf-16")])
def test_an_empty_file_is_empty(content):
    assert first_problem(content).code == "empty_file"


def test_a_workbook_without_content_is_empty_and_one_with_a_heading_only_has_no_rows():
    assert first_problem(xlsx([]), "a.xlsx").code == "empty_file"
    assert first_problem(xlsx([["姓名", "电话"]]), "a.xlsx").code == "no_rows"


def test_every_problem_has_a_sentence_with_all_its_placeholders_filled():
    text = '姓名,电话\n"张三,1\n,同上\n李四,2,3\n锟斤拷,1.2E+17\n'
    sheet = read_table(text.encode(), "a.csv", fields=FIELDS)
    sentences = [sentence_of(p) for row in sheet.rows() for p in row.problems]
    assert len(sentences) == 5
    assert "最后 3 位已丢失" in sentences[-1]
    assert not any("{" in sentence for sentence in sentences)


def test_every_code_that_can_come_is_a_sentence():
    folder = Path(__file__).parents[1]
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    for name in SENTENCES:
        assert code.count(f'"{name}"') >= 2, f"{name} is never given"
