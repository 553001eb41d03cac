"""A user's own file comes back as it was, with the cells to correct in red and the reasons."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture
from python_calamine import CalamineWorkbook

from linli.lib.tables import (
    PROBLEM_SHEET,
    Field,
    Problem,
    mark_problems,
    read_table,
    sentence_of,
)
from linli.lib.tables.marking.cells import SheetMarks
from linli.lib.tables.marking.styles import RED
from linli.lib.tables.tests.workbooks import ods, saved, xls, xlsx

FIELDS = [Field("name", ["姓名"], required=True), Field("born", ["出生日期"], "date")]
ROWS = [["姓名", "出生日期", "备注"], ["张三", "1990-01-05", "x"], [None, "2026-02-30", "y"]]


def marked(content: bytes, filename: str = "a.xlsx", fields=FIELDS, **options) -> bytes:
    sheet = read_table(content, filename, fields=fields)
    problems = [*sheet.problems, *(p for row in sheet.rows() for p in row.problems)]
    return mark_problems(content, filename, sheet, problems, sentence_of, **options)


def opened(content: bytes) -> openpyxl.Workbook:
    assert CalamineWorkbook.from_filelike(BytesIO(content)).sheet_names
    return openpyxl.load_workbook(BytesIO(content))


def red_cells(sheet) -> list[str]:
    return [cell.coordinate for row in sheet for cell in row if cell.fill.start_color.rgb == RED]


def test_wrong_cells_are_red_with_their_reason_and_all_others_untouched():
    sheet = opened(marked(xlsx(ROWS)))["花名册"]
    assert red_cells(sheet) == ["A3", "B3"]
    assert sheet["A3"].comment.text == "“姓名”不能为空。请填写。"
    assert "2026-02-30" in sheet["B3"].comment.text
    assert [[cell.value for cell in row] for row in sheet] == ROWS


def test_the_sheet_of_problems_lists_each_with_a_link_to_its_cell():
    listing = opened(marked(xlsx(ROWS)))["问题"]
    lines = [[cell.value for cell in row] for row in listing]
    assert lines[0][:4] == ["单元格", "行", "列", "原因"]
    assert lines[1][:3] == ["A3", 3, "姓名"]
    assert lines[2][:3] == ["B3", 3, "出生日期"]
    assert listing["A2"].hyperlink.location == "'花名册'!A3"
    assert listing.freeze_panes == "A2"


def test_layout_pictures_validations_and_other_sheets_are_kept():
    picture = BytesIO()
    Picture.new("RGB", (8, 8), "blue").save(picture, "PNG")
    book = openpyxl.load_workbook(BytesIO(xlsx(ROWS)))
    sheet = book["花名册"]
    sheet["B3"].font = Font(bold=True, name="楷体")
    sheet["C2"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet.column_dimensions["B"].width = 33
    sheet.merge_cells("C2:C3")
    sheet.freeze_panes = "A2"
    sheet.add_image(Image(picture), "E5")
    rule = DataValidation(type="list", formula1='"男,女"')
    rule.add("D2:D9")
    sheet.add_data_validation(rule)
    book.create_sheet("问题")["A1"] = "=1+1"
    content = marked(saved(book))

    book = opened(content)
    sheet = book["花名册"]
    assert red_cells(sheet) == ["A3", "B3"]
    assert (sheet["B3"].font.bold, sheet["B3"].font.name) == (True, "楷体")
    assert sheet["C2"].fill.start_color.rgb == "FF00FF00"
    assert (sheet.column_dimensions["B"].width, sheet.freeze_panes) == (33, "A2")
    assert [str(area) for area in sheet.merged_cells.ranges] == ["C2:C3"]
    assert [str(v.sqref) for v in sheet.data_validations.dataValidation] == ["D2:D9"]
    assert len(sheet._images) == 1
    assert book["问题"]["A1"].value == "=1+1"
    assert book.sheetnames == ["花名册", "问题", "问题2"]


def test_a_comment_the_user_wrote_stays_and_ours_join_it():
    book = openpyxl.load_workbook(BytesIO(xlsx(ROWS)))
    book["花名册"]["A2"].comment = Comment("已核对", "王主任")
    book["花名册"]["B3"].comment = Comment("待查", "王主任")
    sheet = opened(marked(saved(book)))["花名册"]
    assert sheet["A2"].comment.text == "已核对"
    assert (sheet["B3"].comment.text, sheet["B3"].comment.author) == ("待查", "王主任")
    assert sheet["A3"].comment.author == "导入检查"
    assert red_cells(sheet) == ["A3", "B3"]


def test_a_file_marked_once_can_be_marked_again():
    sheet = opened(marked(marked(xlsx(ROWS))))["花名册"]
    assert red_cells(sheet) == ["A3", "B3"]


def test_the_package_stays_well_formed():
    content = marked(xlsx(ROWS))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        types = archive.read("[Content_Types].xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert all(f'"/{name}"' in types for name in names if "M1.xml" in name or "problems" in name)
    assert sheet.index("<pageMargins") < sheet.index("<legacyDrawing")


def test_a_workbook_written_with_name_prefixes_and_without_references_is_marked():
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(xlsx(ROWS))) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = (
                    "<x:worksheet "
                    'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                    '<x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>姓名</x:t></x:is></x:c>'
                    '<x:c t="inlineStr"><x:is><x:t>出生日期</x:t></x:is></x:c></x:row>'
                    '<x:row><x:c/><x:c t="inlineStr"><x:is><x:t>昨天</x:t></x:is></x:c></x:row>'
                    "</x:sheetData></x:worksheet>"
                ).encode()
            new.writestr(name, part)
    sheet = opened(marked(content.getvalue()))["花名册"]
    assert red_cells(sheet) == ["A2", "B2"]
    assert sheet["B2"].comment is not None


@pytest.mark.parametrize(
    ("content", "filename"),
    [
        ("姓名,出生日期,备注\n张三,1990-01-05,=1+1\n\n,2026-02-30,y\n".encode("gbk"), "a.csv"),
        (xls([["姓名", "出生日期"], ["张三", "1990-01-05"], [""], ["", "2026-02-30"]]), "a.xls"),
        (ods([["姓名", "出生日期"], ["张三", "1990-01-05"], [""], ["", "2026-02-30"]]), "a.ods"),
    ],
)
def test_other_kinds_of_file_come_back_as_a_workbook_with_the_same_cells(content, filename):
    book = opened(marked(content, filename))
    sheet = book.worksheets[0]
    assert red_cells(sheet) == ["A4", "B4"]
    assert [sheet["A2"].value, sheet["B4"].value] == ["张三", "2026-02-30"]
    assert sheet["C2"].value in (None, "=1+1")
    assert sheet["C2"].data_type != "f"


def test_a_row_wrong_as_a_whole_is_marked_at_its_beginning():
    content = '姓名,出生日期\n"张三,1990-01-05\n李四,1990-01-05\n'.encode()
    sheet = opened(marked(content, "a.csv")).worksheets[0]
    assert red_cells(sheet) == ["A2"]
    assert "引号" in sheet["A2"].comment.text


def test_a_file_that_cannot_be_read_gives_the_list_alone():
    listing = opened(marked(b"PK\x03\x04 torn", "a.xlsx"))["问题"]
    assert listing["B2"].value == "整个文件"
    assert listing["D2"].value.startswith("文件不完整")


def test_a_missing_column_is_listed_and_the_file_kept():
    book = opened(marked(xlsx([["住址"], ["1栋"]]), fields=[*FIELDS, Field("address", ["住址"])]))
    assert book["花名册"]["A2"].value == "1栋"
    assert "姓名" in book["问题"]["D2"].value


def test_the_words_and_sentences_may_be_in_another_language():
    words = {
        "title": "Problems: [all]",
        "row": "Row",
        "column": "Column",
        "cell": "Cell",
        "reason": "Reason & remedy",
        "whole_file": "whole file",
        "author": "Import check",
    }
    content = xlsx(ROWS)
    sheet = read_table(content, "a.xlsx", fields=FIELDS)
    problem = Problem("required_empty", 3, "姓名", "A3")
    book = opened(
        mark_problems(
            content, "a.xlsx", sheet, [problem], lambda p: "Fill <in> {prefix}", words=words
        )
    )
    assert book["花名册"]["A3"].comment.text == "Fill <in> {prefix}"
    assert book.worksheets[1]["D1"].value == "Reason & remedy"


def test_many_problems_are_all_red_and_listed_while_comments_stop():
    rows = [["姓名", "出生日期"], *[["张三", "昨天"]] * 300]
    book = opened(marked(xlsx(rows), most_comments=20))
    sheet = book["花名册"]
    assert len(red_cells(sheet)) == 300
    assert sum(sheet[f"B{n}"].comment is not None for n in range(2, 302)) == 20
    assert book["问题"].max_row == 301


def test_cells_are_put_in_where_a_sheet_has_none_even_behind_a_byte_order_mark():
    xml = (
        "\ufeff<worksheet><sheetData><row r='2'/><row r='3' ><c r='B3' s='4'/><c r='D3'/></row>"
        "</sheetData><mc:AlternateContent/><extLst/></worksheet>"
    ).encode()
    marks = SheetMarks(xml, {2: {1}, 3: {0, 1, 4}, 9: {0}}, lambda style: style + 10)
    marks.run()
    marks.refer_to_drawing("r1")
    text = marks.written().decode()
    assert '<row r=\'2\'><c r="B2" s="10"/></row>' in text
    assert '<c r="A3" s="10"/><c r=\'B3\' s="14"/><c r=\'D3\'/><c r="E3" s="10"/></row>' in text
    assert text.index("<legacyDrawing") < text.index("<mc:AlternateContent")


# The file comes back


def mended(content: bytes, **cells) -> bytes:
    """The marked file as its user saves it again, some cells put right."""
    book = openpyxl.load_workbook(BytesIO(content))
    for at, value in cells.items():
        book["花名册"][at] = value
    return saved(book)


def comments(sheet) -> dict[str, str]:
    return {c.coordinate: c.comment.text for row in sheet for c in row if c.comment}


def test_a_mended_file_loses_the_marks_of_what_was_put_right_and_keeps_the_rest():
    book = opened(marked(mended(marked(xlsx(ROWS)), A3="李四")))
    assert book.sheetnames == ["花名册", "问题"]
    assert red_cells(book["花名册"]) == ["B3"]
    assert list(comments(book["花名册"])) == ["B3"]
    assert [cell.value for cell in book["问题"]["A"]] == ["单元格", "B3"]
    clean = marked(mended(marked(xlsx(ROWS)), A3="李四", B3="2026-02-28"))
    book = opened(clean)
    assert (red_cells(book["花名册"]), comments(book["花名册"])) == ([], {})
    assert book["问题"].max_row == 1
    with zipfile.ZipFile(BytesIO(clean)) as archive:
        drawings = [archive.read(n) for n in archive.namelist() if n.endswith(".vml")]
    assert drawings
    assert not any(b"<x:Row>2</x:Row>" in drawing for drawing in drawings)


def test_every_cell_gets_back_the_ground_it_had_wherever_its_row_was_moved():
    book = openpyxl.load_workbook(BytesIO(xlsx([*ROWS, [None, "昨天", "z"], [None, "", ""]])))
    sheet = book["花名册"]
    sheet["A3"].fill = PatternFill("solid", fgColor="FFFFFF00")
    sheet["A4"].fill = PatternFill("solid", fgColor="FF00B0F0")
    sheet["B4"].fill = PatternFill("darkUp", fgColor="FF00B0F0")
    sheet["C2"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet["A3"].font = Font(bold=True)
    book = openpyxl.load_workbook(BytesIO(marked(saved(book))))
    sheet = book["花名册"]
    sheet.move_range("A3:C4", rows=3)  # what a user does before they sort
    for at in ("A6", "A7"):
        sheet[at] = "李四"
    for at in ("B6", "B7"):
        sheet[at] = "2026-02-28"
    sheet = opened(marked(saved(book)))["花名册"]
    grounds = {at: sheet[at].fill for at in ("A6", "A7", "B7", "C2")}
    assert {at: fill.fgColor.rgb for at, fill in grounds.items()} == {
        "A6": "FFFFFF00",
        "A7": "FF00B0F0",
        "B7": "FF00B0F0",
        "C2": "FF00FF00",
    }
    assert grounds["B7"].fill_type == "darkUp"
    assert sheet["B6"].fill.fill_type is None
    assert sheet["A6"].font.bold


def test_what_the_user_wrote_beside_our_reason_stays_and_so_does_a_list_they_worked_in():
    book = openpyxl.load_workbook(BytesIO(marked(xlsx(ROWS))))
    sheet, listing = book["花名册"], book["问题"]
    sheet["A3"].comment = Comment(sheet["A3"].comment.text + "\n问过本人", "导入检查")
    sheet["C2"].comment = Comment("已核对", "王主任")
    sheet["A3"], sheet["B3"] = "李四", "2026-02-28"
    listing["F2"] = "改好了"
    book = opened(marked(saved(book)))
    assert comments(book["花名册"]) == {"A3": "问过本人", "C2": "已核对"}
    assert book.sheetnames == ["花名册", "问题", "问题2"]
    assert book["问题"]["F2"].value == "改好了"


def test_without_our_list_the_red_and_our_comments_still_go():
    book = openpyxl.load_workbook(BytesIO(marked(xlsx(ROWS))))
    del book["问题"]
    book["花名册"]["A3"] = "李四"
    sheet = opened(marked(saved(book)))["花名册"]
    assert (red_cells(sheet), list(comments(sheet))) == (["B3"], ["B3"])


def test_a_file_marked_in_another_language_is_known_all_the_same():
    words = {**PROBLEM_SHEET, "title": "Problems", "author": "Import check"}
    book = opened(marked(mended(marked(xlsx(ROWS), words=words), A3="李四")))
    assert book.sheetnames == ["花名册", "Problems"]
    assert list(comments(book["花名册"])) == ["B3"]
