"""CSV and TSV, read line by line, with damage told by its line instead of swallowing the rest."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO, NamedTuple

from linli.lib.tables.encoding import detect_encoding
from linli.lib.tables.problems import Unreadable
from linli.lib.tables.values import Cell

_DELIMITERS = (",", "\t", ";", "|", "，")
_SNIFFED_LINES = 60
_LONGEST_RECORD = 200  # lines a quoted cell may span before its quote counts as torn


class Record(NamedTuple):
    """One row of a source: its number as a spreadsheet shows it, its cells, the code of what is
    wrong with its form (`quote_torn`, `quote_broken`, `nul_bytes`, `unfinished`: the file ends
    without ending the line), and its first line in a text editor."""

    number: int
    cells: Sequence[Cell]
    flaw: str | None = None
    line: int = 0


class DelimitedText:
    """A source of records over a delimited text file; can be read again and again."""

    kind = "csv"
    worksheet = ""

    def __init__(self, open_stream: Callable[[], BinaryIO], filename: str) -> None:
        self._open_stream = open_stream
        with open_stream() as stream:
            self.encoding = detect_encoding(stream)
        self._hint, self.first_line = self._declared_delimiter()
        sample = list(islice(self._lines(), _SNIFFED_LINES))
        if not any(line.strip() for line in sample):
            raise Unreadable("empty_file")
        tab_first = filename.lower().endswith((".tsv", ".tab"))
        self.delimiter = self._hint or sniff_delimiter(sample, tab_first=tab_first)

    def records(self) -> Iterator[Record]:
        """All records, blank ones too, so that row numbers stay those of the file."""
        return read_records(self._lines(), self.delimiter, first=self.first_line)

    def merged_ranges(self) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        return []

    def _lines(self) -> Iterator[str]:
        with self._open_stream() as stream:
            text = TextIOWrapper(stream, encoding=self.encoding, newline="")
            yield from islice(text, self.first_line - 1, None)

    def _declared_delimiter(self) -> tuple[str | None, int]:
        """Excel's own first line `sep=;`, which is no row of the table."""
        self.first_line = 1
        line = next(self._lines(), "").strip()
        if len(line) == 5 and line.lower().startswith("sep="):
            return line[4], 2
        return None, 1


def sniff_delimiter(lines: Sequence[str], *, tab_first: bool = False) -> str:
    """The delimiter that cuts most lines into the same number, above one, of cells."""
    best, best_score = "\t" if tab_first else ",", 0.0
    for delimiter in _DELIMITERS:
        widths = Counter(
            len(record.cells)
            for record in read_records(iter(lines), delimiter)
            if any(cell for cell in record.cells)
        )
        widths.pop(1, None)
        if not widths:
            continue
        width, times = widths.most_common(1)[0]
        score = times * (1.2 if delimiter == best else 1) + min(width, 50) / 100
        if score > best_score:
            best, best_score = delimiter, score
    return best


def read_records(lines: Iterable[str], delimiter: str, *, first: int = 1) -> Iterator[Record]:
    """Cut lines into records.

    A quote that is never closed would make the rest of the file one cell; here it costs one
    row, marked `quote_torn`, and reading goes on with the next line.
    """
    stream = _Rewindable(lines, first - 1)
    for number, line in enumerate(stream, first):
        at = stream.position
        if '"' not in line:
            bare = line.rstrip("\r\n")
            cells, flaw = bare.split(delimiter), None
            if bare == line:
                flaw = "unfinished"
        else:
            cells, flaw = _quoted(line, stream, delimiter)
        if "\0" in line:
            cells, flaw = [cell.replace("\0", "") for cell in cells], "nul_bytes"
        yield Record(number, cells, flaw, at)


class _Rewindable:
    """Lines that can be given back; `position` is the number of the line last taken."""

    def __init__(self, lines: Iterable[str], position: int) -> None:
        self.position = position
        self._lines = iter(lines)
        self._returned: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._returned.pop() if self._returned else next(self._lines)
        self.position += 1
        return line

    def give_back(self, lines: list[str]) -> None:
        self.position -= len(lines)
        self._returned.extend(reversed(lines))


def _quoted(line: str, stream: _Rewindable, delimiter: str) -> tuple[list[str], str | None]:
    """The cells of a record with quotes in it, which may go on over the next lines."""
    taken: list[str] = []
    text = line
    while True:
        try:
            cells = next(csv.reader([text], delimiter=delimiter, strict=True))
        except csv.Error as error:
            if "end of data" not in str(error):
                if taken:  # the quote was closed in the middle of a later cell: not its own end
                    stream.give_back(taken)
                    return _unquoted(line, delimiter), "quote_torn"
                return _lenient(line, delimiter), "quote_broken"
            following = next(stream, None) if len(taken) < _LONGEST_RECORD else None
            if following is None:
                stream.give_back(taken)
                return _unquoted(line, delimiter), "quote_torn"
            taken.append(following)
            text += following
        else:
            return cells, None if text.endswith(("\n", "\r")) else "unfinished"


def _unquoted(line: str, delimiter: str) -> list[str]:
    return [cell.strip('"') for cell in line.rstrip("\r\n").split(delimiter)]


def _lenient(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter))
    except csv.Error:
        return _unquoted(line, delimiter)
