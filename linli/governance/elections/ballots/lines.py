"""Alike rows of a table, counted before anything is read: a million papers are few patterns."""

from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from linli.lib.tables.delimited import DelimitedText, Record
from linli.lib.tables.sheet import Source

Cells = tuple[str, ...]
_BLOCK = 1 << 20
_UNCUT = b"\0"
"""Before a line that is not whole; no line that is read here holds such a byte."""
_BY_BYTE = {"utf-8", "utf-8-sig", "gb18030"}
"""Codecs in which no byte of a letter can be taken for the end of a line or an ASCII delimiter."""


def open_content(content: Path | bytes) -> BinaryIO:
    """The bytes of a file, from its start."""
    return BytesIO(content) if isinstance(content, bytes) else content.open("rb")


class NotByLines(Exception):
    """Lines of this file are no records: a quote may hold a line's end, or ends are of another
    kind. It has to be read record by record."""


class AlikeLines:
    """The lines of a delimited file below its heading, as bytes, with how often each occurs.

    `leading` columns at the start of a line (a serial number, a station) are cut off first, since
    they would make alike papers differ.
    """

    def __init__(
        self, content: Path | bytes, source: Source, heading: int, width: int, leading: int
    ) -> None:
        """`heading` is the row of the heading, `width` how many columns it has. Raises NotByLines
        where the codec or the delimiter cannot be cut by bytes."""
        if not isinstance(source, DelimitedText) or source.encoding not in _BY_BYTE:
            raise NotByLines
        self._delimiter = source.delimiter.encode()
        if len(self._delimiter) != 1:
            raise NotByLines
        self._content = content
        self._source = source
        self._above = heading + source.first_line - 1
        self._heading = heading
        self._width = width
        self._leading = leading

    def count(self, advance: Callable[[int], None]) -> Counter[bytes]:
        """The lines with their numbers; `advance` is told the bytes that were read. Raises
        NotByLines where a quote or a lone return turns up."""
        found: Counter[bytes] = Counter()
        for lines in self._blocks(advance):
            found.update(lines)
        if any(b"\r" in line.removesuffix(b"\r") for line in found):
            raise NotByLines
        return found

    def rows_of(self, wanted: set[bytes], most: int) -> Iterator[tuple[int, bytes]]:
        """The first rows that hold one of these lines: the row as a spreadsheet counts, and it."""
        row = self._heading
        for lines in self._blocks(lambda _bytes: None):
            for line in lines:
                row += 1
                if line in wanted:
                    yield row, line
                    most -= 1
                    if most == 0:
                        return

    def cells(self, line: bytes) -> Cells | None:
        """A line's cells, with those cut off as empty ones; None of a line that is torn. An empty
        line has no cells."""
        text = line.removeprefix(_UNCUT).decode(self._source.encoding).removesuffix("\r")
        torn = line.startswith(_UNCUT)
        if not text.strip() and (torn or not self._leading):
            return ()
        return None if torn else ("",) * self._leading + tuple(text.split(self._source.delimiter))

    def _blocks(self, advance: Callable[[int], None]) -> Iterator[list[bytes]]:
        with open_content(self._content) as stream:
            for _line in range(self._above):
                if b"\r" in stream.readline().rstrip(b"\r\n"):
                    raise NotByLines
            rest = b""
            while block := stream.read(_BLOCK):
                if b'"' in block or b"\0" in block:
                    raise NotByLines
                advance(len(block))
                lines = (rest + block).split(b"\n")
                rest = lines.pop()
                yield self._cut(lines) if self._leading else lines
            if rest:
                # The file does not end its last line: whole, or cut off?
                whole = rest.count(self._delimiter) + 1 >= self._width
                yield (
                    self._cut([rest])
                    if whole and self._leading
                    else [rest if whole else _UNCUT + rest]
                )

    def _cut(self, lines: list[bytes]) -> list[bytes]:
        delimiter, leading = self._delimiter, self._leading
        if leading == 1:
            return [line.partition(delimiter)[2] or _uncut(line, delimiter) for line in lines]
        return [
            parts[leading]
            if len(parts := line.split(delimiter, leading)) > leading
            else _UNCUT + line
            for line in lines
        ]


def _uncut(line: bytes, delimiter: bytes) -> bytes:
    """What stands for a line with nothing behind its first cell: nothing, or that it is torn."""
    return b"" if line.endswith(delimiter) else _UNCUT + line


def records_below(source: Source, heading: int) -> Iterator[Record]:
    """The rows under the heading, one by one, of whatever kind of file."""
    return (record for record in source.records() if record.number > heading)
