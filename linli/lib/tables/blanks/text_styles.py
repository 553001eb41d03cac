"""Variants of a workbook's cell styles under which everything typed is text."""

import copy

from linli.lib.tables.blanks.parts import parsed, written
from linli.lib.tables.marking.package import MAIN, CannotMark, Package

_N = f"{{{MAIN}}}"
_TEXT = "49"  # the number format "@"


class TextStyles:
    """Gives for each cell style the number of the same style as text, with the mark by which
    programs keep =1+1 from being computed even when somebody edits the cell."""

    def __init__(self, package: Package) -> None:
        part = package.related("xl/workbook.xml", "styles")
        if part is None:
            raise CannotMark("no styles")
        self._package, self._part = package, part
        self._root = parsed(package[part])
        formats = self._root.find(f"{_N}cellXfs")
        if formats is None or len(formats) == 0:
            raise CannotMark("no cell styles")
        self._formats = formats
        self._made: dict[int, int] = {}

    def as_text(self, style: int) -> int:
        if style not in self._made:
            found = self._formats[style if style < len(self._formats) else 0]
            variant = copy.deepcopy(found)
            variant.set("numFmtId", _TEXT)
            variant.set("applyNumberFormat", "1")
            variant.set("quotePrefix", "1")
            self._formats.append(variant)
            self._made[style] = len(self._formats) - 1
        return self._made[style]

    def write(self) -> None:
        if self._made:
            self._formats.set("count", str(len(self._formats)))
            self._package[self._part] = written(self._root)
