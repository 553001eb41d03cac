"""Reading a filled form again, in the shape it was filled in."""

from linli.lib.tables.blanks.form import Around, Blank, BlankTable, Fill, Value
from linli.lib.tables.blanks.grid import MOST_ROWS, Grid, GridCell
from linli.lib.tables.blanks.habits import chosen
from linli.lib.tables.blanks.opened import Opened, open_form
from linli.lib.tables.blanks.surroundings import filled_in


def read_filled(content: bytes, filename: str, blank: Blank) -> tuple[Fill, ...]:
    """What stands in a form that was filled in, by us or by anybody: one `Fill` for each list and
    one for the places outside them, empty places left out.

    The form is `blank`'s, filled: an .xls that we gave back as .xlsx is read as such. Raises
    `Unreadable` for a file that cannot be opened.
    """
    form = open_form(content)
    grids = {grid.number: grid for grid in form.grids}
    added: dict[int, list[tuple[int, int]]] = {}
    fills: list[Fill] = []
    for table in blank.tables:
        if grid := grids.get(table.grid):
            moved = sum(
                count for after, count in added.get(table.grid, ()) if table.first_row > after
            )
            rows = list(_rows(grid, table, moved))
            fills.append(Fill(table.number, tuple(rows)))
            room = max(table.drawn, 0)
            added.setdefault(table.grid, []).append(
                (table.first_row + room - 1, max(len(rows) - room, 0))
            )
    cells = dict(_places(form, blank, added))
    return (*fills, Fill(cells=cells)) if cells else tuple(fills)


def _rows(grid: Grid, table: BlankTable, moved: int) -> list[dict[int, Value]]:
    """The rows from the first to fill to the one where the form's own text goes on."""
    rows: list[dict[int, Value]] = []
    tail = table.below[0].text if table.below else None
    pending: list[dict[int, Value]] = []
    for row in range(table.first_row - 1 + moved, min(grid.rows, MOST_ROWS + moved)):
        first = next((text for _, text in grid.written_in(row)), "")
        if tail is not None and _goes_on(first, tail):
            break
        values: dict[int, Value] = {
            column.index: _content(cell)
            for column in table.columns
            if (cell := grid.cell(row, column.index)).text
            and not cell.formula
            and grid.area(row, column.index).top == row
        }
        told = {
            index for index in values if (column := table.column(index)) and not column.numbered
        }
        pending.append(values)
        if told:
            rows += pending
            pending = []
        elif tail is None and not any(grid.drawn(row, column.index) for column in table.columns):
            break
    return rows


def _content(cell: GridCell) -> Value:
    """What stands in a cell; of boxes to tick, those ticked."""
    ticked = chosen(cell.text) if isinstance(cell.content, str) else None
    return cell.content if ticked is None else ticked


def _goes_on(text: str, tail: str) -> bool:
    """Whether this is the form's own text under its rows, filled in by now or not."""
    label, colon, _room = tail.replace(":", "：").partition("：")
    return text == tail or bool(colon and label and text.startswith(label))


def _places(
    form: Opened, blank: Blank, added: dict[int, list[tuple[int, int]]]
) -> list[tuple[str, Value]]:
    grids = {grid.number: grid for grid in form.grids}
    paragraphs = dict(form.paragraphs)
    found: list[tuple[str, Value]] = []
    for place in blank.places:
        moved = sum(count for after, count in added.get(place.grid, ()) if place.row > after)
        grid = grids.get(place.grid)
        row = place.row - 1 + moved
        if isinstance(place, Around) and not place.beside:
            text = grid.text(row, place.index) if grid else paragraphs.get(place.row, "")
            content: Value = filled_in(text, place.label)
        else:
            content = _content(grid.cell(row, place.index)) if grid else ""
        if content != "":
            found.append((place.key, content))
    return found
