"""The sheet that lists every problem, with a link to its cell."""

from collections.abc import Iterable, Mapping, Sequence

from linli.lib.tables.marking.package import MAIN
from linli.lib.tables.marking.text import escaped

_LINKED = 5_000  # a program keeps some 65,000 links a sheet and grows slow long before
_WIDTHS = {"cell": 10, "sheet": 16, "row": 8, "column": 20, "reason": 80}
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
    lines: Iterable[Line], words: Mapping[str, str], heading_style: int, *, tell_sheet: bool
) -> bytes:
    """A worksheet: cell, row, column, reason; where there are several, which one comes second.
    `words` as in `sentences.PROBLEM_SHEET`."""
    names = [name for name in _WIDTHS if tell_sheet or name != "sheet"]
    heading = [words[name] for name in names]
    pieces = [
        _BEGINNING,
        *(
            f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
            for n, width in enumerate(map(_WIDTHS.__getitem__, names), 1)
        ),
        "</cols><sheetData>",
        _row(1, heading, heading_style),
    ]
    links: list[str] = []
    for number, (worksheet, row, column, cell, reason) in enumerate(lines, 2):
        told = (cell, worksheet, row or words["whole_file"], column, reason)
        pieces.append(_row(number, told if tell_sheet else (cell, *told[2:])))
        quoted = worksheet.replace("'", "''")
        if cell and len(links) < _LINKED:
            target = escaped(f"'{quoted}'!{cell}")
            links.append(f'<hyperlink ref="A{number}" location="{target}" display="{cell}"/>')
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


def _row(number: int, cells: Sequence[object], style: int | None = None) -> str:
    styled = "" if style is None else f' s="{style}"'
    written = "".join(
        f'<c r="{letter}{number}"{styled}><v>{value}</v></c>'
        if isinstance(value, int)
        else f'<c r="{letter}{number}"{styled} t="inlineStr"><is>'
        f'<t xml:space="preserve">{escaped(value)}</t></is></c>'
        for letter, value in zip("ABCDE", cells, strict=False)
        if value != ""
    )
    return f'<row r="{number}">{written}</row>'
