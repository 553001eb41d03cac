"""What outside a worksheet's own part knows its rows by number, and follows when rows are added."""

import re

from linli.lib.tables.blanks.moving import RowsAdded
from linli.lib.tables.blanks.parts import parsed, written
from linli.lib.tables.marking.package import MAIN, Package

_N = f"{{{MAIN}}}"
_WORKBOOK = "xl/workbook.xml"
_ANCHORED = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}row"
_VML_ROW = re.compile(rb"(<x:Row>)(\d+)(</x:Row>)")


def move_around(package: Package, sheet_part: str, sheet: str, added: RowsAdded) -> None:
    """Pictures, comments and tables of the sheet, names of the workbook (the print area among
    them), and the formulas of other sheets that look into this one."""
    for _id, kind, part in list(package.relations(sheet_part)):
        if part not in package:
            continue
        if kind == "drawing":
            _move_pictures(package, part, added)
        elif kind in ("comments", "table"):
            _move_references(package, part, added)
        elif kind == "vmlDrawing":
            package[part] = _VML_ROW.sub(
                lambda found: b"%s%d%s" % (found[1], added.row(int(found[2]) + 1) - 1, found[3]),
                package[part],
            )
    book = parsed(package[_WORKBOOK])
    changed = False
    for name in book.iterfind(f"{_N}definedNames/{_N}definedName"):
        moved = added.in_formula(name.text or "", sheet, foreign=True)
        changed |= moved != name.text
        name.text = moved
    if changed:
        package[_WORKBOOK] = written(book)
    for _id, kind, part in list(package.relations(_WORKBOOK)):
        if kind == "worksheet" and part != sheet_part:
            _move_formulas(package, part, sheet, added)


def recompute_on_opening(package: Package) -> None:
    """Programs compute the formulas anew when they open the file."""
    book = parsed(package[_WORKBOOK])
    settings = book.find(f"{_N}calcPr")
    if settings is None:
        settings = book.makeelement(f"{_N}calcPr")
        before = [
            at
            for at, element in enumerate(book)
            if isinstance(element.tag, str)
            and element.tag.rsplit("}", 1)[-1]
            in {"sheets", "functionGroups", "externalReferences", "definedNames"}
        ]
        book.insert(max(before) + 1, settings)
    settings.set("fullCalcOnLoad", "1")
    package[_WORKBOOK] = written(book)


def _move_pictures(package: Package, part: str, added: RowsAdded) -> None:
    root = parsed(package[part])
    for row in root.iter(_ANCHORED):
        row.text = str(added.row(int(row.text or 0) + 1) - 1)
    package[part] = written(root)


def _move_references(package: Package, part: str, added: RowsAdded) -> None:
    root = parsed(package[part])
    for element in root.iter():
        if isinstance(element.tag, str) and element.get("ref"):
            element.set("ref", added.in_reference(element.get("ref")))
    package[part] = written(root)


def _move_formulas(package: Package, part: str, sheet: str, added: RowsAdded) -> None:
    if b"!" not in package[part]:
        return
    root = parsed(package[part])
    changed = False
    for formula in root.iter(f"{_N}f"):
        moved = added.in_formula(formula.text or "", sheet, foreign=True)
        if moved != (formula.text or ""):
            formula.text = moved
            changed = True
    if changed:
        package[part] = written(root)
