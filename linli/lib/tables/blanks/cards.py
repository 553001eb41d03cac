"""Forms about one person or household: a label, and beside or below it a cell for the value."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from linli.lib.tables.blanks.grid import Area, Grid
from linli.lib.tables.blanks.habits import has_boxes
from linli.lib.tables.blanks.lists import Listing
from linli.lib.tables.blanks.matching import Vocabulary
from linli.lib.tables.blanks.surroundings import what_of
from linli.lib.tables.headings import normal_heading

_LONGEST_LABEL = 24
_LOOKED_AT = 300
_ENDS = re.compile(r"[:：\s_＿]+$")
_NO_LABEL = re.compile(r"^[\d\W_]*$|[。；;]|^[(（].*[)）]$")
_SECTION = re.compile(r"(?:信息|情况|资料|成员|监护人|联系人)$")


@dataclass(frozen=True, slots=True)
class Place:
    """A label and its value's cell, rows and columns from 0."""

    heading: str
    row: int
    column: int


def find_places(grid: Grid, lists: Sequence[Listing], vocabulary: Vocabulary) -> list[Place]:
    """The places of a grid outside its lists, in reading order."""
    taken = {
        row for listing in lists for row in range(listing.top, max(listing.end, listing.bottom + 1))
    }
    labels = list(_labels(grid, taken))
    # What stands beside a label is its value before it could be that of the label above it.
    found: dict[tuple[int, int], str] = {}
    given: set[Area] = set()
    for neighbour, drawn in ((_beside, True), (_under, True), (_beside, False)):
        for area, label, heading in labels:
            target = neighbour(grid, area)
            if area in given or target is None or (target.top, target.left) in found:
                continue
            if not drawn and not vocabulary.candidates(label):
                continue
            if target.top not in taken and _takes_a_value(grid, target, drawn=drawn):
                found[target.top, target.left] = heading
                given.add(area)
    return [Place(found[at], *at) for at in sorted(found)]


def _labels(grid: Grid, taken: Collection[int]) -> Iterator[tuple[Area, str, str]]:
    """Every label outside the lists: its cell, its own words, and those with its group's."""
    section, begun = "", False
    for row in range(min(grid.rows, _LOOKED_AT)):
        if row in taken:
            continue
        areas = list(grid.areas_of(row))
        if _is_section(grid, row, areas):
            text = grid.text(areas[0].top, areas[0].left)
            section = text if begun or _SECTION.search(label_of(text)) else ""
            continue
        signer = _signer(grid, areas)
        for area in areas:
            label = _label(grid.text(area.top, area.left))
            if area.top != row or label is None:
                continue
            begun = True
            group = (signer if signer != label else "") or _group(grid, area) or section
            yield area, label, f"{group}|{label}" if group and group != label else label


def label_of(text: str) -> str:
    """The label without the colon and the line behind it."""
    return " ".join(_ENDS.sub("", text).split())


def _label(text: str) -> str | None:
    label = label_of(text)
    short = 0 < len(normal_heading(label, brackets=False)) <= _LONGEST_LABEL
    return label if short and not _NO_LABEL.search(label) and not has_boxes(label) else None


def _is_section(grid: Grid, row: int, areas: Sequence[Area]) -> bool:
    """A text over the whole width, which names what follows."""
    written = [area for area in areas if grid.text(area.top, area.left)]
    if len(written) != 1 or written[0].top != row:
        return False
    return written[0].left == 0 and written[0].right >= grid.columns - 1 and grid.columns > 1


def _signer(grid: Grid, areas: Sequence[Area]) -> str:
    """Who signs in this row: its other labels (a telephone, a day) are that person's."""
    labels = (label_of(grid.text(area.top, area.left)) for area in areas)
    return next((label for label in labels if what_of(label) in ("filler", "approver")), "")


def _group(grid: Grid, area: Area) -> str:
    """The name of the group a label stands in: a tall cell to its left, with labels beside it."""
    column = area.left - 1
    while column >= 0:
        left = grid.area(area.top, column)
        text = grid.text(left.top, left.left)
        if text and left.bottom > left.top and left.bottom - left.top > area.bottom - area.top:
            beside = grid.area(left.top, left.right + 1)
            if grid.text(beside.top, beside.left) and _label(text):
                return label_of(text)
        column = left.left - 1
    return ""


def _takes_a_value(grid: Grid, target: Area, *, drawn: bool) -> bool:
    cell = grid.cell(target.top, target.left)
    if cell.formula or (cell.text and not has_boxes(cell.text)):
        return False
    return not drawn or grid.drawn(target.top, target.left)


def _beside(grid: Grid, area: Area) -> Area | None:
    """The cell to the right; a Word table ends at its edge."""
    if grid.boxed and area.right + 1 >= grid.columns:
        return None
    right = grid.area(area.top, area.right + 1)
    return right if right.top == area.top else None


def _under(grid: Grid, area: Area) -> Area | None:
    """The cell below, as wide as the label and not to the right of another one."""
    if area.bottom + 1 >= grid.rows or area.bottom > area.top:
        return None
    below = grid.area(area.bottom + 1, area.left)
    return below if (below.left, below.right) == (area.left, area.right) else None
