"""Where a list stands on a sheet: its heading over one to three rows, its columns, its rows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linli.lib.tables.blanks.form import Below, BelowKind
from linli.lib.tables.blanks.grid import MOST_ROWS, Area, Grid
from linli.lib.tables.blanks.habits import has_boxes
from linli.lib.tables.blanks.matching import Vocabulary
from linli.lib.tables.headings import normal_heading

_HEADING_ROWS = 3
_LOOKED_AT = 60  # rows in which headings are looked for
_LONGEST_HEADING = 80
_ALL_COLUMNS = 0.8  # share of columns that must have a heading
NUMBERED = {
    "序号",
    "序",
    "序次",
    "序列",
    "户次",
    "编号",
    "no",
    "sn",
    "行号",
    "顺序号",
    "serialno",
    "serialnumber",
}
_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数|total|subtotal)", re.I)
_NOTE = re.compile(
    r"^(?:备\s*注|注|说\s*明|填\s*[表报写]\s*(?:说明|要求|须知)|附|note|[*※＊])", re.I
)
_SIGNS = re.compile(
    r"填\s*[表报]|制\s*表|审\s*[核批]|负责人|经办|盖\s*章|签\s*[字名章]|公\s*章|"
    r"联系(?:人|电话)\s*[:：]|日\s*期\s*[:：]|单\s*位\s*[:：]|年\s*月\s*日"
)
_SAMPLE = re.compile(
    r"^[(（【]?(?:示\s*例|样\s*例|举\s*例|例\s*[:：如\d]|填写示例|example|e\.g\.)", re.I
)
_COUNTING = re.compile(r"^[(（]?(?:\d{1,2}|[甲乙丙丁戊己庚辛壬癸])[)）]?$")
_SENTENCE = re.compile(r"[：:。；;，,]|.{16}")
_COLON = re.compile(r"[:：]\s*[_＿\s]*$")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column as the lowest row of a heading shows it."""

    left: int
    right: int
    heading: str
    known: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A list found on a grid; rows from 0, `body` the first row to fill, `drawn` how many."""

    top: int
    bottom: int
    leaves: tuple[Leaf, ...]
    body: int
    drawn: int
    filled: int
    below: tuple[Below, ...]

    @property
    def end(self) -> int:
        """The first row after those drawn."""
        return self.body + self.drawn

    def rank(self) -> tuple[int, int, int, int]:
        known = sum(leaf.known for leaf in self.leaves)
        return known, len(self.leaves), self.bottom - self.top, -self.top


def find_lists(grid: Grid, vocabulary: Vocabulary) -> list[Listing]:
    """The lists of a grid from top to bottom; of two that overlap, the one that says more."""
    found = [
        listing
        for row in range(min(grid.rows, _LOOKED_AT))
        if (listing := _list_under(grid, row, vocabulary)) and not _has_gaps(grid, listing)
    ]
    chosen: list[Listing] = []
    for listing in sorted(found, key=Listing.rank, reverse=True):
        if not any(_overlap(listing, other) for other in chosen):
            chosen.append(listing)
    chosen.sort(key=lambda listing: listing.top)
    return [] if _lines_of_a_card(chosen) else chosen


def _lines_of_a_card(lists: Sequence[Listing]) -> bool:
    """Several headings with one empty row each, close upon one another: labels over values."""
    return len(lists) > 1 and all(
        listing.drawn == 1 and not listing.filled and not any(map(is_numbered, listing.leaves))
        for listing in lists
    )


def _has_gaps(grid: Grid, listing: Listing) -> bool:
    """Labels with room drawn beside them and no row below: a card, not the heading of a list."""
    return not listing.drawn and any(
        grid.drawn(row, area.left) and not grid.text(area.top, area.left)
        for row in range(listing.top, listing.bottom + 1)
        for area in grid.areas_of(row)
    )


def _overlap(one: Listing, other: Listing) -> bool:
    """Whether one lies in the other's heading or rows, or right under it as its data."""
    return one.top <= max(other.end - 1, other.bottom) and other.top <= max(one.end - 1, one.bottom)


def _list_under(grid: Grid, bottom: int, vocabulary: Vocabulary) -> Listing | None:
    """The list whose heading ends in this row."""
    top = _top_of_heading(grid, bottom)
    if top is None:
        return None
    labels = [
        area
        for area in grid.areas_of(bottom)
        if area.bottom > bottom and grid.text(area.top, area.left)
    ]
    if len(labels) > 1 or (
        labels and any(area.left < labels[0].left for area, _ in grid.written_in(bottom))
    ):
        return None
    group = grid.text(labels[0].top, labels[0].left) if labels else ""
    leaves = _leaves(grid, top, bottom, labels, group, vocabulary)
    if leaves is None:
        return None
    return _with_rows(grid, top, bottom, leaves, vocabulary, boxed_by=labels[0] if labels else None)


def _top_of_heading(grid: Grid, bottom: int) -> int | None:
    """The first row of a heading that ends here; None if it cannot end here."""
    written = grid.written_in(bottom)
    if len(written) < 2:
        return None
    top = (
        min(area.top for area, _ in written if area.bottom == bottom)
        if any(area.bottom == bottom for area, _ in written)
        else bottom
    )
    while bottom - top < _HEADING_ROWS - 1 and top > 0 and _heads(grid, top - 1, top, bottom):
        top = min([top - 1, *(area.top for area, _ in grid.written_in(top - 1))])
    return top if bottom - top < _HEADING_ROWS else None


def _heads(grid: Grid, row: int, top: int, bottom: int) -> bool:
    """Whether this row is an upper part of the heading below: it has groups, or it fills gaps."""
    above = grid.written_in(row)
    if len(above) < 2 or any(_COLON.search(text) or _SIGNS.search(text) for _, text in above):
        return False
    if any(len(text) > _LONGEST_HEADING for _, text in above):
        return False
    lower = {
        column for area, _ in grid.written_in(bottom) for column in range(area.left, area.right + 1)
    }
    span = {column for area, _ in above for column in range(area.left, area.right + 1)}
    if any(
        area.right > area.left and len(lower & set(range(area.left, area.right + 1))) > 1
        for area, _ in above
    ):
        return True
    return bool(span - lower) and len(span | lower) > len(span)


def _leaves(
    grid: Grid, top: int, bottom: int, labels: Sequence[Area], group: str, vocabulary: Vocabulary
) -> tuple[Leaf, ...] | None:
    """The columns with their headings in full; None where too many have none."""
    left = labels[0].right + 1 if labels else 0
    areas = [area for area in grid.areas_of(bottom) if area.left >= left]
    leaves: list[Leaf] = []
    carried: dict[int, str] = {}
    for area in areas:
        if grid.boxed and not grid.text(bottom, area.left):
            continue
        parts = [group] if group else []
        for row in range(top, bottom + 1):
            over = grid.area(row, area.left)
            text = grid.text(row, area.left)
            if row < bottom and over.single and not grid.merged:
                text = text or (carried.get(row, "") if grid.text(bottom, area.left) else "")
                carried[row] = text
            if text and (not parts or parts[-1] != text):
                parts.append(text)
        heading = "|".join(" ".join(part.split()) for part in parts)
        if len(heading) > _LONGEST_HEADING * 2 or _COLON.search(heading):
            return None
        if has_boxes(heading):
            return None
        if len(parts) > (1 if group else 0):
            known = bool(vocabulary.candidates(heading)) or _numbers(heading)
            leaves.append(Leaf(area.left, area.right, heading, known))
    if len(leaves) < 2 or _two_lines_of_a_card(grid, top, bottom, leaves):
        return None
    first = min(leaf.left for leaf in leaves)
    reach = [area for area in areas if first <= area.left <= leaves[-1].right]
    if len(leaves) < _ALL_COLUMNS * len(reach):
        return None
    certain = any(leaf.known for leaf in leaves)
    return tuple(leaves) if certain or len(leaves) > 3 else None


def _two_lines_of_a_card(grid: Grid, top: int, bottom: int, leaves: Sequence[Leaf]) -> bool:
    """Labels that merely stand under one another: an upper heading reaches over several columns
    or down to the lowest row; 姓名 over 出生年月 does neither."""
    alone = 0
    for leaf in leaves:
        uppers = {grid.area(row, leaf.left) for row in range(top, bottom)}
        alone += any(
            area.bottom < bottom
            and area.left >= leaf.left
            and area.right <= leaf.right
            and grid.text(area.top, area.left)
            and grid.text(bottom, leaf.left)
            and grid.text(bottom, leaf.right + 1)
            and grid.text(area.top, leaf.right + 1)
            for area in uppers
        )
    return alone > 1 or (alone == 1 and len(leaves) < 4)


def _numbers(heading: str) -> bool:
    """序号, No., 序号 No."""
    plain = normal_heading(heading.rsplit("|", 1)[-1], brackets=False)
    english = "".join(letter for letter in plain if letter.isascii())
    chinese = plain.replace(english, "")
    return plain in NUMBERED or (chinese in NUMBERED and english in NUMBERED)


def is_numbered(leaf: Leaf) -> bool:
    return _numbers(leaf.heading)


def _with_rows(
    grid: Grid,
    top: int,
    bottom: int,
    leaves: tuple[Leaf, ...],
    vocabulary: Vocabulary,
    *,
    boxed_by: Area | None,
) -> Listing | None:
    """The rows under a heading: numbers of columns and samples are passed, then those to fill,
    until something stands there that is not ours."""
    last = boxed_by.bottom + 1 if boxed_by else min(grid.rows, MOST_ROWS)
    body = bottom + 1
    while body < last and _passed(grid, body, leaves):
        body += 1
    row, filled = body, 0
    while row < last:
        state = _state(grid, row, leaves, vocabulary)
        if state in ("ended", "other"):
            break
        filled += int(state == "filled")
        row += 1
    below = tuple(
        Below(number + 1, kind, text)
        for number in range(row, min(grid.rows, row + _LOOKED_AT))
        for kind, text in _tail(grid, number)
    )
    return Listing(top, bottom, leaves, body, row - body, filled, below)


def _passed(grid: Grid, row: int, leaves: Sequence[Leaf]) -> bool:
    """A row that belongs to the heading: 1, 2, 3 … or 甲, 乙 …, or an example of how to fill it."""
    texts = [text for leaf in leaves if (text := grid.text(row, leaf.left))]
    if len(texts) > 2 and all(map(_COUNTING.match, texts)) and len(set(texts)) == len(texts):
        return True
    return bool(texts) and _SAMPLE.match(texts[0]) is not None


def _state(grid: Grid, row: int, leaves: Sequence[Leaf], vocabulary: Vocabulary) -> str:
    """`empty` and drawn, `filled`, `ended` (nothing is drawn any more) or `other` (not ours)."""
    if not any(grid.drawn(row, leaf.left) for leaf in leaves):
        return "ended"
    areas = [grid.area(row, leaf.left) for leaf in leaves]
    texts = [
        (leaf, text)
        for leaf, area in zip(leaves, areas, strict=True)
        if (text := grid.text(area.top, area.left)) and not grid.cell(area.top, area.left).formula
    ]
    told = [(leaf, text) for leaf, text in texts if not is_numbered(leaf)]
    first = texts[0][1] if texts else ""
    if _TOTAL.match(first) or _NOTE.match(first) or any(_SIGNS.search(t) for _, t in texts[:2]):
        return "other"
    if any(area.right > leaf.right for leaf, area in zip(leaves, areas, strict=True)):
        return "other"
    own = [text for _, text in told if not has_boxes(text)]
    if not own:
        return "empty"
    if sum(map(vocabulary.knows, own)) > max(1, len(own) // 2):
        return "other"  # the next heading
    sentence = len(own) == 1 and len(leaves) > 2 and _SENTENCE.search(own[0])
    return "other" if sentence else "filled"


def _tail(grid: Grid, row: int) -> Iterable[tuple[BelowKind, str]]:
    written = [text for _, text in grid.written_in(row)]
    if not written:
        return
    first = written[0]
    if _TOTAL.match(first):
        yield "total", first
    elif any(map(_SIGNS.search, written)):
        yield "signature", first
    elif _NOTE.match(first):
        yield "note", first
    else:
        yield "text", first
