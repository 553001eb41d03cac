"""A user's file given back with the cells to correct in red and the reasons beside them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from linli.lib.tables.delimited import Record
from linli.lib.tables.fields import Column
from linli.lib.tables.marking.cells import SheetMarks
from linli.lib.tables.marking.comments import add_comments, clear_comments
from linli.lib.tables.marking.earlier import find_earlier
from linli.lib.tables.marking.listing import Line, free_title, listing_xml
from linli.lib.tables.marking.package import CannotMark, Package
from linli.lib.tables.marking.styles import RedStyles
from linli.lib.tables.problems import Problem, Unreadable, cell_reference, column_index
from linli.lib.tables.reading import open_sources
from linli.lib.tables.sentences import PROBLEM_SHEET
from linli.lib.tables.sheet import Sheet
from linli.lib.tables.writing import PLAIN_TITLE, plain_workbook

Sentence = Callable[[Problem], str]


def mark_problems(
    source: bytes,
    filename: str,
    sheets: Sheet | Sequence[Sheet],
    problems: Iterable[Problem],
    sentence: Sentence,
    *,
    words: Mapping[str, str] = PROBLEM_SHEET,
    most_comments: int = 2000,
) -> bytes:
    """An .xlsx: the same cells in the same places, each problem's cell red with its reason.

    An .xlsx keeps its layout, pictures and other sheets, and loses its macros; CSV, .xls and .ods
    become an .xlsx with the same cells. Of several `sheets` each has its own marks. Every cell is
    red and every problem listed on a sheet of its own; comments stop at `most_comments`, for
    programs grow slow with more. A file that was marked before and comes back loses the marks of
    then first: each cell gets back the ground it had, our comments and our list go, what the user
    coloured or wrote stays. `sentence` says a problem in the reader's language
    (`sentences.sentence_of`), `words` are `PROBLEM_SHEET` translated.
    """
    sheets = [sheets] if isinstance(sheets, Sheet) else list(sheets)
    order = {sheet.worksheet: number for number, sheet in enumerate(sheets)}
    listed = sorted(problems, key=lambda p: (order.get(p.sheet, 0), p.row, _column_of(p.cell)))
    if any(sheet.source is not None and sheet.source.kind == "xlsx" for sheet in sheets):
        try:
            return _Marking(source, sheets, sentence, words, most_comments).done(listed)
        except CannotMark:
            pass  # an unusual workbook: its cells are copied instead
    copy = plain_workbook(_records(source, filename, sheets))
    return _Marking(copy, sheets, sentence, words, most_comments).done(listed)


class _Marking:
    """The marks of one file, sheet by sheet."""

    def __init__(
        self,
        content: bytes,
        sheets: Sequence[Sheet],
        sentence: Sentence,
        words: Mapping[str, str],
        most_comments: int,
    ) -> None:
        self._package = Package(content)
        self._package.drop_macros()
        self._sheets = sheets
        self._sentence = sentence
        self._words = words
        self._comments_left = most_comments
        styles = self._package.related("xl/workbook.xml", "styles")
        if styles is None:
            raise CannotMark("no styles")
        self._styles_part = styles
        self._earlier = find_earlier(self._package, words["author"])
        self._red = RedStyles(self._package[styles], self._earlier.fills)

    def done(self, problems: Iterable[Problem]) -> bytes:
        """The marked file."""
        package = self._package
        named = {sheet.worksheet for sheet in self._sheets}
        by_sheet: dict[str, list[Problem]] = {sheet.worksheet: [] for sheet in self._sheets}
        for problem in problems:
            first = self._sheets[0].worksheet
            by_sheet[problem.sheet if problem.sheet in named else first].append(problem)
        lines: list[Line] = []
        for sheet in self._sheets:
            lines += self._mark(sheet, by_sheet[sheet.worksheet])
        heading_style = self._red.red(0)
        package[self._styles_part] = self._red.written()
        listing = listing_xml(
            lines,
            self._words,
            heading_style,
            tell_sheet=len(self._sheets) > 1,
            fills=self._red.fills,
        )
        if self._earlier.listings:
            package[self._earlier.listings[-1]] = listing
        else:
            package.add_sheet(free_title(self._words["title"], package.titles()), listing)
        return package.written()

    def _mark(self, sheet: Sheet, problems: Iterable[Problem]) -> list[Line]:
        worksheet = sheet.worksheet or PLAIN_TITLE
        part = self._package.sheet_part(worksheet)
        cells: dict[int, set[int]] = {}
        notes: dict[str, list[str]] = {}
        lines: list[Line] = []
        for problem in problems:
            reason = self._sentence(problem)
            at = problem.cell or (_row_cell(problem.row, sheet.columns) if problem.row else "")
            lines.append((worksheet, problem.row, problem.column or "", at, reason))
            if at:
                cells.setdefault(problem.row, set()).add(_column_of(at))
                if at in notes or len(notes) < self._comments_left:
                    notes.setdefault(at, []).append(reason)
        if not lines and not self._red.marked_before:
            return lines
        plain = self._red.plain if self._red.marked_before else None
        marks = SheetMarks(self._package[part], cells, self._red.red, plain)
        marks.run()
        clear_comments(self._package, part, self._earlier.without_ours)
        if notes:
            self._comments_left -= len(notes)
            texts = {at: "\n".join(reasons) for at, reasons in notes.items()}
            relation = add_comments(self._package, part, texts, self._words["author"])
            if relation is not None:
                marks.refer_to_drawing(relation)
            elif not marks.has_drawing:
                raise CannotMark("a drawing that the sheet does not show")
        self._package[part] = marks.written()
        return lines


def _records(
    source: bytes, filename: str, sheets: Sequence[Sheet]
) -> Iterator[tuple[str, Iterator[Record]]]:
    """Each sheet of the file with its records; an empty one where it could not be opened."""
    try:
        sources = open_sources(source, filename, [sheet.worksheet for sheet in sheets])
    except Unreadable:
        sources = ()
    for found in sources:
        yield found.worksheet or PLAIN_TITLE, found.records()
    if not sources:
        yield PLAIN_TITLE, iter(())


def _row_cell(row: int, columns: Iterable[Column]) -> str:
    """The cell that stands for a whole row: the first under a heading."""
    first = next((column.index for column in columns if column.heading), 0)
    return cell_reference(row, first)


def _column_of(cell: str | None) -> int:
    return column_index(cell.rstrip("0123456789")) if cell else -1
