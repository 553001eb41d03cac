"""Filling a form: the same file, the same layout, our facts in it."""

from collections.abc import Sequence

from linli.lib.tables.blanks.docx_filling import fill_docx
from linli.lib.tables.blanks.form import Blank, Fill
from linli.lib.tables.blanks.old_excel import as_xlsx
from linli.lib.tables.blanks.xlsx_filling import fill_xlsx


def fill_blank(content: bytes, filename: str, blank: Blank, fills: Sequence[Fill]) -> bytes:
    """The file filled in. `content` is that of which `blank` was read; what is not filled stays
    byte for byte or, in the sheet itself, cell for cell.

    Of an .xls an .xlsx comes back, to be named so (`Blank.written_as`). Raises `ValueError` for
    a blank that was not readable, or a list or a place it does not have.
    """
    if not blank.readable:
        raise ValueError(f"{filename}: not a form that can be filled")
    _check(blank, fills)
    if blank.kind == "docx":
        return fill_docx(content, blank, fills)
    return fill_xlsx(as_xlsx(content) if blank.kind == "xls" else content, blank, fills)


def _check(blank: Blank, fills: Sequence[Fill]) -> None:
    places = {each.key for each in blank.places}
    for fill in fills:
        if fill.rows:
            table = blank.table(fill.table)
            if table is None:
                raise ValueError(f"no list {fill.table}")
            indexes = {column.index for column in table.columns}
            if any(set(row) - indexes for row in fill.rows):
                raise ValueError(f"a column that list {fill.table} does not have")
        if set(fill.cells) - places:
            raise ValueError("a place the form does not have")
    numbers = [fill.table for fill in fills if fill.rows]
    if len(numbers) != len(set(numbers)):
        raise ValueError("one list filled twice")
