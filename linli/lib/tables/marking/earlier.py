"""What we had marked in a workbook that comes back mended: read from our own sheet of problems.

A hidden column of that sheet says that it is ours, who signs the comments, and which ground each
shade of red stands for. It stays where Excel, WPS or LibreOffice have written the file anew, and
whatever language it was written in.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree

from linli.lib.tables.marking.package import MAIN, CannotMark, Package, parsed

LEGEND = "H"
"""The hidden column."""
_SIGN = "linli:problems"
_TAB = re.compile(rb'tabColor\s[^>]*rgb="\w\wFF0000"')
_CELL = re.compile(r"([A-Z]+)(\d+)")


@dataclass
class Earlier:
    """`listings`: the sheets of problems nobody has written into, which a new list may replace;
    `fills`: shade → ground; `reasons`: the sentences our comments are made of, empty where no list
    is left; `authors`: who signs them."""

    listings: list[str] = field(default_factory=list)
    fills: dict[str, str] = field(default_factory=dict)
    reasons: set[str] = field(default_factory=set)
    authors: set[str] = field(default_factory=set)

    def without_ours(self, author: str, text: str) -> str | None:
        """What is left of a comment without our sentences; None where none of it is ours."""
        lines = [line for line in text.splitlines() if line.strip()]
        if not self.reasons:
            return "" if author in self.authors else None
        left = [line for line in lines if line.strip() not in self.reasons]
        if len(left) == len(lines):
            return None
        # Some programs put the author's name over the words.
        signed = {f"{name}{colon}" for name in self.authors for colon in (":", "：")}
        return "\n".join(line for line in left if line.strip() not in signed)


def legend(author: str, columns: int, fills: Iterable[tuple[str, str]]) -> list[str]:
    """The lines of the hidden column of a list of so many columns."""
    return [f"{_SIGN}:{columns}:{author}", *(f"{shade} {said}" for shade, said in fills)]


def find_earlier(package: Package, author: str) -> Earlier:
    """Looks for our own sheets among those of the workbook."""
    earlier = Earlier(authors={author})
    strings: list[str] | None = None
    for part in package.worksheets():
        try:
            xml = package[part]
        except CannotMark:
            continue
        if not _TAB.search(xml[:4000]):
            continue
        if strings is None:
            strings = _shared_strings(package)
        _take(earlier, part, _cells(xml, strings))
    return earlier


def _take(earlier: Earlier, part: str, cells: dict[tuple[str, int], str]) -> None:
    sign, _, rest = cells.get((LEGEND, 1), "").rpartition(f"{_SIGN}:")
    columns, _, author = rest.partition(":")
    if sign or not columns.isdecimal():
        return
    last = chr(ord("A") + int(columns) - 1)
    earlier.authors.add(author)
    for (letters, row), text in cells.items():
        if letters == LEGEND and row > 1:
            shade, _, said = text.partition(" ")
            earlier.fills[shade] = said
        elif letters == last and row > 1:
            earlier.reasons.add(text.strip())
    ours = {chr(ord("A") + number) for number in range(int(columns))} | {LEGEND}
    if all(letters in ours for letters, _row in cells):
        earlier.listings.append(part)


def _cells(xml: bytes, strings: list[str]) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for cell in parsed(xml).iter(f"{{{MAIN}}}c"):
        at = _CELL.fullmatch(cell.get("r", ""))
        text = "".join(each.text or "" for each in cell.iter(f"{{{MAIN}}}t"))
        value = cell.findtext(f"{{{MAIN}}}v")
        if cell.get("t") == "s" and value and value.isdecimal():
            text = strings[int(value)] if int(value) < len(strings) else ""
        text = text or value or ""
        if at and text.strip():
            found[at[1], int(at[2])] = text
    return found


def _shared_strings(package: Package) -> list[str]:
    part = package.related("xl/workbook.xml", "sharedStrings")
    if part is None:
        return []
    root: ElementTree.Element = parsed(package[part])
    return [
        "".join(each.text or "" for each in entry.iter(f"{{{MAIN}}}t"))
        for entry in root.iterfind(f"{{{MAIN}}}si")
    ]
