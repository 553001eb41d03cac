"""How far the filled cells of an .ods file reach."""

from typing import IO
from xml.parsers import expat

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "


def ods_extent(stream: IO[bytes]) -> tuple[int, int]:
    """The last row and column, from 1, that hold anything, over all sheets of `content.xml`.

    Repeats are counted as what they stand for: one element may claim a million rows.
    Raises ValueError where the XML is torn or declares entities.
    """
    walk = _Walk()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = walk.start
    parser.StartDoctypeDeclHandler = walk.refuse
    try:
        with stream:
            parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    return walk.last_row, walk.last_column


class _Walk:
    def __init__(self) -> None:
        self.row = self.column = self.last_row = self.last_column = self.repeats = 0

    def refuse(self, *_declaration: object) -> None:
        raise ValueError("document type declaration")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _TABLE + "table":
            self.row = 0
        elif name == _TABLE + "table-row":
            self.repeats = int(attributes.get(_TABLE + "number-rows-repeated", 1))
            self.row += self.repeats
            self.column = 0
        elif name in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            self.column += int(attributes.get(_TABLE + "number-columns-repeated", 1))
            if _OFFICE + "value-type" in attributes:
                self._filled()
        elif name == _TEXT + "p" and self.column:
            self._filled()

    def _filled(self) -> None:
        self.last_row = max(self.last_row, self.row)
        self.last_column = max(self.last_column, self.column)
