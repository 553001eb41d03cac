"""Twice ten blank forms by people who did not write the mapper, from `strangers.toml` and
`strangers_again.toml`."""

# Before anything was learnt from them, 122 of their 154 headings were right and no fact was wrong.

import tomllib
from collections.abc import Iterator
from functools import partial
from importlib import resources
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries

from linli.lib.tables.blanks.tests.making import BOX, cell, docx, line, saved, table
from linli.partners.paperwork.asked import propose, read_form
from linli.partners.paperwork.asked.tests.forms import OwnForm, said


def strangers(table: str = "strangers") -> list[OwnForm]:
    """The forms; a heading's truth is keyed by the cell it stands in."""
    text = resources.files(__package__).joinpath(f"{table}.toml").read_text(encoding="utf-8")
    return [
        OwnForm(
            form["filename"],
            form["entity"],
            partial(_sheet if "sheet" in form else _document, form),
            {each[0].partition(":")[0]: each[2] for each in form["cells"] if len(each) == 3},
            {each[0].partition(":")[0]: each[1] for each in form["cells"]},
        )
        for form in tomllib.loads(text)["form"]
    ]


def missed(form: OwnForm) -> dict[str, tuple[str, str]]:
    """The headings that are not right, by their cell: what was proposed, and what is true."""
    blank = read_form(form.make(), form.filename)
    places = propose(blank).places
    columns = {each.letters: each.key for table in blank.tables for each in table.columns}
    cards = {"".join(each.heading.split("|")[-1].split()): each.key for each in blank.cards}
    wrong = {}
    for at, true in form.truth.items():
        label = "".join(form.written[at].split())
        key = cards.get(label) if blank.cards else columns.get(at.rstrip("0123456789"))
        told = said(places[key]) if key else "nothing read"
        if told not in true.split("|"):
            wrong[at] = (told, true)
    return wrong


def _sheet(form: dict[str, Any]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = form["sheet"]
    for row in sheet[form["boxed"]]:
        for each in row:
            each.border = BOX
    for area, text, *_asks in form["cells"]:
        sheet[area.partition(":")[0]].value = text or None
        if ":" in area:
            sheet.merge_cells(area)
    return saved(book)


def _document(form: dict[str, Any]) -> bytes:
    areas = {
        (top, left): (right - left + 1, bottom, text)
        for area, text, *_asks in form["cells"]
        for left, top, right, bottom in [range_boundaries(area)]
    }
    rows = [list(_row(areas, row, form["columns"])) for row in range(1, form["rows"] + 1)]
    return docx(*map(line, form["paragraphs"]), table(*rows))


def _row(areas: dict[tuple[int, int], Any], row: int, columns: int) -> Iterator[str]:
    column = 1
    while column <= columns:
        above = next(
            (
                (top, area)
                for (top, left), area in areas.items()
                if left == column and top <= row <= area[1]
            ),
            None,
        )
        if above is None:
            yield cell()
            column += 1
            continue
        top, (across, bottom, text) = above
        down = "" if bottom == top else "restart" if row == top else "on"
        yield cell(text if row == top else "", across, down)
        column += across
