"""Formulas that were written by a program and never computed: their cells look empty."""

import re
import zipfile

from linli.lib.tables.marking.package import CannotMark, Package
from linli.lib.tables.problems import column_index

_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3})(\d+)[\"'][^>]*>\s*"
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>|</(?:\w+:)?c>)"
)


def uncomputed_cells(content: bytes) -> dict[str, set[tuple[int, int]]]:
    """Of each worksheet of an .xlsx, by its title: (row from 1, column from 0) of every formula
    without a result."""
    found: dict[str, set[tuple[int, int]]] = {}
    try:
        package = Package(content)
        for title in package.titles():
            part = package[package.sheet_part(title)]
            if b"<f" in part or b":f>" in part or b":f " in part:
                cells = {
                    (int(row), column_index(letters.decode()))
                    for letters, row in _FORMULA.findall(part)
                }
                if cells:
                    found[title] = cells
    except (CannotMark, zipfile.BadZipFile, KeyError):
        return {}
    return found
