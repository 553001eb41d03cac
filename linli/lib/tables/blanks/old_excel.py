"""An .xls with its layout as an .xlsx: cells, styles, merged cells, sizes, how it is printed.

No living library writes the old format (decision 0018), so what comes in as .xls goes out as
.xlsx. Its formulas cannot be carried over; their cells stay empty and the blank says so.
"""

import os
from collections.abc import Collection
from io import BytesIO
from itertools import zip_longest
from typing import Any

from linli.lib.tables.blanks.old_excel_pages import Page, pages_of
from linli.lib.tables.dates import read_date
from linli.lib.tables.problems import Unreadable, cell_reference

_TO_POINTS = 1 / 20
_WIDTH_UNIT = 256
_BORDERS = {
    1: "thin", 2: "medium", 3: "dashed", 4: "dotted", 5: "thick", 6: "double", 7: "hair",
    8: "mediumDashed", 9: "dashDot", 10: "mediumDashDot", 11: "dashDotDot",
    12: "mediumDashDotDot", 13: "slantDashDot",
}  # fmt: skip
_ACROSS = {1: "left", 2: "center", 3: "right", 4: "fill", 5: "justify", 6: "centerContinuous"}
_UPRIGHT = {0: "top", 1: "center", 2: "bottom", 3: "justify"}
_MOST_CELLS = 400_000
_BLANK, _NUMBER, _DATE, _BOOLEAN, _ERROR = 6, 2, 3, 4, 5


def as_xlsx(content: bytes) -> bytes:
    """Raises `Unreadable` for a file with a password and for a torn one."""
    import xlrd

    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=nowhere)
    except xlrd.XLRDError as error:
        raise Unreadable("password" if "ncrypted" in str(error) else "torn_file") from None
    if sum(sheet.nrows * sheet.ncols for sheet in book.sheets()) > _MOST_CELLS:
        raise Unreadable("form_too_long", sheet=book.sheet_names()[0], megabytes=len(content) >> 20)
    from openpyxl import Workbook

    copy = Workbook()
    copy.remove(copy.worksheets[0])
    styles = _Styles(book)
    for sheet, page in zip_longest(book.sheets(), pages_of(content)[: book.nsheets]):
        target = copy.create_sheet(sheet.name)
        if sheet.visibility:
            target.sheet_state = "hidden"
        _copy_cells(sheet, target, styles, page.formulas if page else set())
        _copy_layout(sheet, target)
        if page is not None:
            _set_page(page, target)
    output = BytesIO()
    copy.save(output)
    return output.getvalue()


def first_computed(content: bytes) -> str:
    """The first cell that has a formula, empty where none has."""
    found = min((at for page in pages_of(content) for at in page.formulas), default=None)
    return cell_reference(found[0] + 1, found[1]) if found else ""


def _copy_cells(
    sheet: Any, target: Any, styles: "_Styles", computed: Collection[tuple[int, int]]
) -> None:
    """Cells that were computed stay empty: what they said was true of other rows."""
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            found = sheet.cell(row, column)
            cell = target.cell(row + 1, column + 1)
            if (row, column) in computed:
                pass
            elif found.ctype == _DATE:
                cell.value = read_date(found.value)[0] or found.value
            elif found.ctype == _BOOLEAN:
                cell.value = bool(found.value)
            elif found.ctype not in (0, _BLANK, _ERROR):
                value = found.value
                whole = found.ctype == _NUMBER and value == int(value)
                cell.value = int(value) if whole else value
                if isinstance(value, str):
                    cell.data_type = "s"  # no text of theirs becomes a formula of ours
            styles.dress(cell, found.xf_index)


def _copy_layout(sheet: Any, target: Any) -> None:
    from openpyxl.utils import get_column_letter

    for top, bottom, left, right in sheet.merged_cells:
        target.merge_cells(
            start_row=top + 1, end_row=bottom, start_column=left + 1, end_column=right
        )
    for column, info in sheet.colinfo_map.items():
        if column < 256:
            dimension = target.column_dimensions[get_column_letter(column + 1)]
            dimension.width = info.width / _WIDTH_UNIT
            dimension.hidden = bool(info.hidden)
    for row, info in sheet.rowinfo_map.items():
        if info.has_default_height == 0 and info.height:
            target.row_dimensions[row + 1].height = info.height * _TO_POINTS
        target.row_dimensions[row + 1].hidden = bool(info.hidden)
    target.sheet_view.showGridLines = bool(sheet.show_grid_lines)
    if sheet.panes_are_frozen:
        target.freeze_panes = target.cell(
            sheet.horz_split_pos + 1, sheet.vert_split_pos + 1
        ).coordinate
    for _name, area in _print_areas(sheet):
        target.print_area = area


def _set_page(page: Page, target: Any) -> None:
    setup = target.page_setup
    setup.orientation = "portrait" if page.portrait else "landscape"
    setup.paperSize = page.paper or None
    setup.scale = page.scale if 10 <= page.scale <= 400 else None
    if page.fit is not None:
        target.sheet_properties.pageSetUpPr.fitToPage = True
        setup.fitToWidth, setup.fitToHeight = page.fit
    target.print_options.horizontalCentered = page.centered
    for side, inches in page.margins.items():
        setattr(target.page_margins, side, inches)


def _print_areas(sheet: Any) -> list[tuple[str, str]]:
    from openpyxl.utils import get_column_letter

    found: list[tuple[str, str]] = []
    for name in sheet.book.name_obj_list:
        if name.builtin and name.name == "\x06" and name.scope == sheet.number:
            try:
                _sheet, top, bottom, left, right = name.area2d()
            except Exception:  # noqa: S112 (a print area in several pieces: the whole sheet)
                continue
            area = f"{get_column_letter(left + 1)}{top + 1}:{get_column_letter(right)}{bottom}"
            found.append((name.name, area))
    return found


class _Styles:
    """The formats of the old file as styles of the new one, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[int, dict[str, Any]] = {}

    def dress(self, cell: Any, number: int | None) -> None:
        if number is None or number >= len(self._book.xf_list):
            return
        if number not in self._made:
            self._made[number] = self._style(self._book.xf_list[number])
        for name, value in self._made[number].items():
            setattr(cell, name, value)

    def _style(self, xf: Any) -> dict[str, Any]:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        font = self._book.font_list[xf.font_index]
        lines = xf.border

        def side(name: str) -> Side:
            style = _BORDERS.get(getattr(lines, f"{name}_line_style"))
            colour = self._colour(getattr(lines, f"{name}_colour_index"))
            return Side(style=style, color=colour) if style else Side()

        ground = xf.background
        fill = PatternFill()
        if ground.fill_pattern == 1:
            fill = PatternFill("solid", fgColor=self._colour(ground.pattern_colour_index))
        number_format = self._book.format_map.get(xf.format_key)
        return {
            "font": Font(
                name=font.name,
                size=font.height * _TO_POINTS,
                bold=bool(font.bold),
                italic=bool(font.italic),
                underline="single" if font.underline_type else None,
                color=self._colour(font.colour_index),
            ),
            "border": Border(
                left=side("left"), right=side("right"), top=side("top"), bottom=side("bottom")
            ),
            "fill": fill,
            "alignment": Alignment(
                horizontal=_ACROSS.get(xf.alignment.hor_align),
                vertical=_UPRIGHT.get(xf.alignment.vert_align, "bottom"),
                wrap_text=bool(xf.alignment.text_wrapped),
                shrink_to_fit=bool(xf.alignment.shrink_to_fit),
            ),
            "number_format": number_format.format_str if number_format else "General",
        }

    def _colour(self, index: int) -> str | None:
        rgb = self._book.colour_map.get(index)
        return "FF{:02X}{:02X}{:02X}".format(*rgb) if rgb else None
