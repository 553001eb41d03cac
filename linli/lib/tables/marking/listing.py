"""The sheet that lists every problem, with a link to its cell."""

from collections.abc import Iterable, Mapping, Sequence

from linli.lib.tables.marking.earlier import LEGEND, legend
from linli.lib.tables.marking.package import MAIN
from linli.lib.tables.marking.text import escaped
from linli.lib.tables.problems import column_index

_LINKED = 5_000  # a program keeps some 65,000 links a sheet and grows slow long before
_WIDTHS = {"cell": 10, "sheet": 16, "row": 8, "column": 20, "reason": 80}
_LEGEND_AT = column_index(LEGEND) + 1
_FORBIDDEN_IN_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_BEGINNING = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{MAIN}">'
    '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><cols>"
)

# The worksheet, row (0: the whole file), column, cell, reason.
Line = tuple[str, int, str, str, str]


def listing_xml(
    lines: Iterable[Line],
    words: Mapping[str, str],
    heading_style: int,
    *,
    tell_sheet: bool,
    fills: Mapping[str, str],
) -> bytes:
    """A worksheet: cell, row, column, reason; where there are several, which one comes second.
    `words` as in `sentences.PROBLEM_SHEET`; `fills` is told in a hidden column, for the day the
    file comes back."""
    names = [name for name in _WIDTHS if tell_sheet or name != "sheet"]
    heading = [words[name] for name in names]
    pieces = [
        _BEGINNING,
        *(
            f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
            for n, width in enumerate(map(_WIDTHS.__getitem__, names), 1)
        ),
        f'<col min="{_LEGEND_AT}" max="{_LEGEND_AT}" width="9" hidden="1" customWidth="1"/>',
        "</cols><sheetData>",
    ]
    hidden = dict(enumerate(legend(words["author"], len(names), fills.items()), 1))
    pieces.append(_row(1, heading, hidden.pop(1), heading_style))
    links: list[str] = []
    for number, (worksheet, row, column, cell, reason) in enumerate(lines, 2):
        told = (cell, worksheet, row or words["whole_file"], column, reason)
        cells = told if tell_sheet else (cell, *told[2:])
        pieces.append(_row(number, cells, hidden.pop(number, "")))
        quoted = worksheet.replace("'", "''")
        if cell and len(links) < _LINKED:
            target = escaped(f"'{quoted}'!{cell}")
            links.append(f'<hyperlink ref="A{number}" location="{target}" display="{cell}"/>')
    pieces += [_row(at, (), said) for at, said in hidden.items()]
    pieces.append("</sheetData>")
    if links:
        pieces += ["<hyperlinks>", *links, "</hyperlinks>"]
    pieces.append("</worksheet>")
    return "".join(pieces).encode()


def free_title(wanted: str, taken: Sequence[str]) -> str:
    """A name for the sheet that no other sheet of the workbook has."""
    wanted = wanted.translate(_FORBIDDEN_IN_TITLE)[:28]
    used = {title.casefold() for title in taken}
    number, title = 1, wanted
    while title.casefold() in used:
        number += 1
        title = f"{wanted}{number}"
    return title


def _row(number: int, cells: Sequence[object], hidden: str = "", style: int | None = None) -> str:
    styled = "" if style is None else f' s="{style}"'
    written = "".join(
        f'<c r="{letter}{number}"{styled}><v>{value}</v></c>'
        if isinstance(value, int)
        else _text_cell(f"{letter}{number}", value, styled)
        for letter, value in zip("ABCDE", cells, strict=False)
        if value != ""
    )
    if hidden:
        written += _text_cell(f"{LEGEND}{number}", hidden)
    return f'<row r="{number}">{written}</row>'


def _text_cell(at: str, text: object, styled: str = "") -> str:
    return (
        f'<c r="{at}"{styled} t="inlineStr"><is>'
        f'<t xml:space="preserve">{escaped(text)}</t></is></c>'
    )
