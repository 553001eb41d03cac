"""Filling a Word form: text put into its cells, rows copied with everything that makes them up."""

import copy
import re
from collections.abc import Mapping, Sequence

from linli.lib.tables.blanks.docx import (
    DOCUMENT,
    Box,
    W,
    WordFile,
    pieces_of,
    rows_of,
    text_in,
    text_of,
)
from linli.lib.tables.blanks.form import Around, Blank, BlankCard, BlankTable, Fill, Value
from linli.lib.tables.blanks.habits import has_boxes, in_words, ticked
from linli.lib.tables.blanks.parts import Element, without, written
from linli.lib.tables.blanks.surroundings import asked_in, with_value

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_IDS = re.compile(r"paraId$|textId$|rsid\w*$")


def fill_docx(content: bytes, blank: Blank, fills: Sequence[Fill]) -> bytes:
    word = WordFile(content)
    for fill in fills:
        for place in blank.places:
            value = fill.cells.get(place.key)
            if value is not None:
                _put_place(word, place, value)
    lists = [
        (table, fill.rows) for fill in fills if fill.rows and (table := blank.table(fill.table))
    ]
    for table, rows in sorted(lists, key=lambda each: -each[0].first_row):
        _put_rows(word, table, rows)
    word.package[DOCUMENT] = written(word.root)
    return without(word.package.written(), set())


def _put_place(word: WordFile, place: BlankCard | Around, value: Value) -> None:
    if isinstance(place, Around) and not place.beside:
        if not place.grid:
            _put_behind_label(word.paragraph(place.row), place, value)
        elif box := _box(word, place.grid, place.row - 1, place.index):
            for paragraph in box.first.iterfind(f"{W}p"):
                _put_behind_label(paragraph, place, value)
        return
    box = _box(word, place.grid, place.row - 1, place.index)
    habit = place.habit if isinstance(place, BlankCard) else ""
    if box is not None:
        put_text(box.first, in_words(value, habit))


def _put_behind_label(paragraph: Element, place: Around, value: Value) -> None:
    """The value in the room behind a label that is one text with others."""
    text = text_of(paragraph)
    for asked in asked_in(text):
        if asked.what != place.what or asked.label != place.label:
            continue
        _replace(paragraph, asked.start, text, with_value(text, asked, in_words(value, "")))
        return


def _replace(paragraph: Element, start: int, old: str, new: str) -> None:
    """Changes a paragraph's text from `old` to `new`, which agree up to `start` and at their
    ends, where they differ only: the pieces around keep their look."""
    same = 0
    while same < min(len(old), len(new)) - start and old[-1 - same] == new[-1 - same]:
        same += 1
    end, put = len(old) - same, new[start : len(new) - same]
    position = 0
    for element, text in list(pieces_of(paragraph)):
        begins, position = position, position + len(text)
        if (
            position < start
            or begins > end
            or (position == start and put and begins < end == start and element.tag != f"{W}t")
        ):
            continue
        if element.tag != f"{W}t":
            if start <= begins < end:
                element.getparent().remove(element)
            continue
        low, high = max(start - begins, 0), min(max(end - begins, 0), len(text))
        element.text = text[:low] + put + text[high:]
        element.set(_SPACE, "preserve")
        put = ""
    if put:
        _append_run(paragraph, put)


def _put_rows(word: WordFile, table: BlankTable, rows: Sequence[Mapping[int, Value]]) -> None:
    element = word.tables[table.grid - 1]
    lines = rows_of(element)
    first = table.first_row - 1
    if table.filled:
        for number in range(first, first + table.drawn):
            for column in table.columns:
                if box := _box(word, table.grid, number, column.index):
                    put_text(box.first, "", over_all=True)
    missing = len(rows) - table.drawn
    if missing > 0:
        pattern = lines[first + table.drawn - 1] if table.drawn else lines[first - 1]
        at = pattern
        for _number in range(missing):
            line = _row_like(pattern)
            at.addnext(line)
            at = line
    word.refresh(table.grid)
    for number, row in enumerate(rows):
        for column in table.columns:
            value = row.get(column.index)
            if value is None and column.numbered:
                value = number + 1
            box = _box(word, table.grid, first + number, column.index)
            if box is not None and value is not None and box.area.top == first + number:
                put_text(box.first, in_words(value, column.habit))


def _row_like(pattern: Element) -> Element:
    """A row with the same cells, empty; what joins it to the row above is kept, what must be
    there only once in a document is not."""
    line = copy.deepcopy(pattern)
    for element in line.iter():
        if not isinstance(element.tag, str):
            continue
        for name in [name for name in element.attrib if _IDS.search(name)]:
            del element.attrib[name]
    for mark in [*line.iter(f"{W}bookmarkStart"), *line.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    for heading in line.findall(f"{W}trPr/{W}tblHeader"):
        heading.getparent().remove(heading)
    for merge in line.iter(f"{W}vMerge"):
        if merge.get(f"{W}val") == "restart":
            # The row copied began a cell that is merged downwards: its copies go on with it.
            del merge.attrib[f"{W}val"]
    for cell in line.iterfind(f"{W}tc"):
        if not has_boxes(text_in(cell)):
            put_text(cell, "", over_all=True)
    return line


def put_text(cell: Element, text: str, *, over_all: bool = False) -> None:
    """The text in a cell, in the look of what stands there or of its empty paragraph. Boxes to
    tick are ticked, and left as they are where none says the value."""
    standing = text_in(cell)
    if not over_all and has_boxes(standing):
        for paragraph in cell.iterfind(f"{W}p"):
            line = text_of(paragraph)
            marked = ticked(line, text)
            if marked is not None:
                start = next(at for at in range(len(line)) if line[at] != marked[at])
                _replace(paragraph, start, line, marked)
        return
    paragraphs = cell.findall(f"{W}p")
    for paragraph in paragraphs[1:]:
        if over_all or not text_of(paragraph).strip():
            cell.remove(paragraph)
    paragraph = paragraphs[0]
    for element, _text in list(pieces_of(paragraph)):
        element.getparent().remove(element)
    if text:
        lines = _ILLEGAL.sub("", text).split("\n")
        run = _append_run(paragraph, lines[0])
        for line in lines[1:]:
            run.append(run.makeelement(f"{W}br"))
            run.append(_text_element(run, line))


def _append_run(paragraph: Element, text: str) -> Element:
    """A run at the end, in the look of the last run, else of the paragraph's own mark."""
    runs = paragraph.findall(f"{W}r")
    if runs and not any(child.tag == f"{W}drawing" for child in runs[-1]):
        run = runs[-1]
    else:
        run = paragraph.makeelement(f"{W}r")
        look = paragraph.find(f"{W}pPr/{W}rPr")
        if look is not None:
            own = copy.deepcopy(look)
            for mark in [*own.findall(f"{W}ins"), *own.findall(f"{W}del")]:
                own.remove(mark)
            run.append(own)
        paragraph.append(run)
    run.append(_text_element(run, text))
    return run


def _text_element(run: Element, text: str) -> Element:
    element = run.makeelement(f"{W}t")
    element.text = text
    element.set(_SPACE, "preserve")
    return element


def _box(word: WordFile, grid: int, row: int, column: int) -> Box | None:
    return next(
        (
            box
            for box in word.boxes[grid - 1]
            if box.area.top <= row <= box.area.bottom and box.area.left == column
        ),
        None,
    )
