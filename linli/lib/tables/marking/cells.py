"""Marking cells of a worksheet: existing ones get a red style, missing ones are put in."""

from collections.abc import Callable, Mapping, Set

from linli.lib.tables.marking.package import RELATIONS
from linli.lib.tables.marking.splicing import Edit, Walk, splice, with_attribute
from linli.lib.tables.problems import cell_reference, column_index

# Elements of a worksheet that must stand behind the reference to its comments' drawing.
_BEHIND_COMMENTS = {
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "AlternateContent",
    "webPublishItems",
    "tableParts",
    "extLst",
}


class SheetMarks(Walk):
    """Collects the edits for one worksheet. `cells`: row (from 1) → columns (from 0). `plain`
    gives every other cell back the style it had before an earlier mark."""

    def __init__(
        self,
        xml: bytes,
        cells: Mapping[int, Set[int]],
        red: Callable[[int], int],
        plain: Callable[[int], int] | None = None,
    ) -> None:
        super().__init__(xml)
        self._cells = cells
        self._red = red
        self._plain = plain
        self._edits: list[Edit] = []
        self._row = self._row_start = 0
        self._column = -1
        self._waiting: list[int] = []
        self._insert_at = -1
        self.has_drawing = False

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        if name == "c":
            self._start_cell(attributes, at)
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._row_start = at
            self._column = -1
            self._waiting = sorted(self._cells.get(self._row, ()), reverse=True)
        elif self.depth == 2:
            if name == "legacyDrawing":
                self.has_drawing = True
            elif name.rsplit(":", 1)[-1] in _BEHIND_COMMENTS and self._insert_at < 0:
                self._insert_at = at

    def _start_cell(self, attributes: dict[str, str], at: int) -> None:
        reference = attributes.get("r")
        self._column = (
            column_index(reference.rstrip("0123456789")) if reference else self._column + 1
        )
        style = int(attributes.get("s", 0))
        turned = self._plain(style) if self._plain else style
        while self._waiting and self._waiting[-1] <= self._column:
            column = self._waiting.pop()
            if column < self._column:
                self._edits.append((at, at, self._blank(column)))
            else:
                turned = self._red(style)
        if turned != style:
            tag = self.tag_at(at)
            self._edits.append((at, at + len(tag), with_attribute(tag, "s", turned)))

    def end(self, name: str, at: int) -> None:
        if name == "row" and self._waiting:
            added = b"".join(self._blank(column) for column in reversed(self._waiting))
            self._waiting = []
            if self.is_empty(self._row_start):
                closing = f"</{self.prefix}row>".encode()
                self._edits.append((at - 2, at, b">" + added + closing))
            else:
                self._edits.append((at, at, added))
        elif self.depth == 1 and self._insert_at < 0:
            self._insert_at = at

    def _blank(self, column: int) -> bytes:
        at = cell_reference(self._row, column)
        return f'<{self.prefix}c r="{at}" s="{self._red(0)}"/>'.encode()

    def refer_to_drawing(self, relation: str) -> None:
        """Add the reference to the drawing that shows the comments, in its place."""
        entry = f'<{self.prefix}legacyDrawing xmlns:r="{RELATIONS}" r:id="{relation}"/>'
        self._edits.append((self._insert_at, self._insert_at, entry.encode()))

    def written(self) -> bytes:
        return splice(self.xml, self._edits)
