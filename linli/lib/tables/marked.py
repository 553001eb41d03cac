"""A user's file given back with the cells to correct in red and the reasons beside them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from linli.lib.tables.delimited import Record
from linli.lib.tables.fields import Column
from linli.lib.tables.marking.cells import SheetMarks
from linli.lib.tables.marking.comments import add_comments
from linli.lib.tables.marking.listing import Line, free_title, listing_xml
from linli.lib.tables.marking.package import CannotMark, Package
from linli.lib.tables.marking.styles import RedStyles
from linli.lib.tables.problems import Problem, Unreadable, cell_reference, column_index
from linli.lib.tables.reading import open_sources
from linli.lib.tables.sentences import PROBLEM_SHEET
from linli.lib.tables.sheet import Sheet
from linli.lib.tables.writing import plain_workbook

Sentence = Callable[[Problem], str]


def mark_problems(
    source: bytes,
    filename: str,
    sheet: Sheet,
    problems: Iterable[Problem],
    sentence: Sentence,
    *,
    words: Mapping[str, str] = PROBLEM_SHEET,
    most_comments: int = 2000,
) -> bytes:
    """An .xlsx: the same cells in the same places, each problem's cell red with its reason.

    An .xlsx keeps its layout, pictures and other sheets; CSV, .xls and .ods become an .xlsx
    with the same cells. Every cell is red and every problem listed on a sheet of its own;
    comments stop at `most_comments`, for programs grow slow with more. `sentence` says a problem
    in the reader's language (`sentences.sentence_of`), `words` are `PROBLEM_SHEET` translated.
    """
    listed = sorted(problems, key=lambda p: (p.row, _column_of(p.cell)))
    worksheet = sheet.worksheet or "Sheet1"
    if sheet.source is not None and sheet.source.kind == "xlsx":
        try:
            return _marked(source, worksheet, sheet, listed, sentence, words, most_comments)
        except CannotMark:
            pass  # an unusual workbook: its cells are copied instead
    copy = plain_workbook(_records(source, filename, sheet), title=worksheet)
    return _marked(copy, worksheet, sheet, listed, sentence, words, most_comments)


def _marked(
    content: bytes,
    worksheet: str,
    sheet: Sheet,
    problems: list[Problem],
    sentence: Sentence,
    words: Mapping[str, str],
    most_comments: int,
) -> bytes:
    package = Package(content)
    part = package.sheet_part(worksheet)
    styles_part = package.related("xl/workbook.xml", "styles")
    if styles_part is None:
        raise CannotMark("no styles")
    red = RedStyles(package[styles_part])
    cells: dict[int, set[int]] = {}
    notes: dict[str, list[str]] = {}
    lines: list[Line] = []
    for problem in problems:
        reason = sentence(problem)
        at = problem.cell or (_row_cell(problem.row, sheet.columns) if problem.row else "")
        lines.append((problem.row, problem.column or "", at, reason))
        if at:
            cells.setdefault(problem.row, set()).add(_column_of(at))
            if at in notes or len(notes) < most_comments:
                notes.setdefault(at, []).append(reason)
    marks = SheetMarks(package[part], cells, red.red)
    marks.run()
    if notes:
        texts = {at: "\n".join(reasons) for at, reasons in notes.items()}
        relation = add_comments(package, part, texts, words["author"])
        if relation is not None:
            marks.refer_to_drawing(relation)
        elif not marks.has_drawing:
            raise CannotMark("a drawing that the sheet does not show")
    package[part] = marks.written()
    heading_style = red.red(0)
    package[styles_part] = red.written()
    title = free_title(words["title"], package.titles())
    package.add_sheet(title, listing_xml(lines, words, worksheet, heading_style))
    return package.written()


def _records(source: bytes, filename: str, sheet: Sheet) -> Iterator[Record]:
    """The records of the sheet that was read; none where the file could not be opened."""
    try:
        sources = open_sources(source, filename)
    except Unreadable:
        return
    for found in sources:
        if found.worksheet == sheet.worksheet:
            yield from found.records()
            return


def _row_cell(row: int, columns: Iterable[Column]) -> str:
    """The cell that stands for a whole row: the first under a heading."""
    first = next((column.index for column in columns if column.heading), 0)
    return cell_reference(row, first)


def _column_of(cell: str | None) -> int:
    return column_index(cell.rstrip("0123456789")) if cell else -1
