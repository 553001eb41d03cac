"""The sheet that lists every problem, with a link to its cell."""

from collections.abc import Iterable, Mapping, Sequence

from linli.lib.tables.marking.package import MAIN
from linli.lib.tables.marking.text import escaped

_LINKED = 5_000  # a program keeps some 65,000 links a sheet and grows slow long before
_WIDTHS = (10, 8, 20, 80)
_FORBIDDEN_IN_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_BEGINNING = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{MAIN}">'
    '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><cols>"
)

Line = tuple[int, str, str, str]  # row (0: the whole file), column, cell, reason


def listing_xml(
    lines: Iterable[Line], words: Mapping[str, str], worksheet: str, heading_style: int
) -> bytes:
    """A worksheet: cell, row, column, reason. `words` as in `sentences.PROBLEM_SHEET`."""
    heading = (words["cell"], words["row"], words["column"], words["reason"])
    pieces = [
        _BEGINNING,
        *(
            f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
            for n, width in enumerate(_WIDTHS, 1)
        ),
        "</cols><sheetData>",
        _row(1, heading, heading_style),
    ]
    links: list[str] = []
    quoted = worksheet.replace("'", "''")
    for number, (row, column, cell, reason) in enumerate(lines, 2):
        pieces.append(_row(number, (cell, row or words["whole_file"], column, reason)))
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
        for letter, value in zip("ABCD", cells, strict=True)
        if value != ""
    )
    return f'<row r="{number}">{written}</row>'
