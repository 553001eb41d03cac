"""Comments on cells: their text, and the drawing by which older programs show them."""

import re
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import unescape

from linli.lib.tables.marking.package import MAIN, CannotMark, Package, insert_last
from linli.lib.tables.marking.text import escaped
from linli.lib.tables.problems import cell_reference, column_index

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NAMES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_NOTE_SHAPE = "_x0000_t202"
_SHAPE_TYPE = (
    f'<v:shapetype {_NAMES} id="{_NOTE_SHAPE}" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_FIRST_SHAPE = 60_000  # beyond the numbers a program gives to the shapes of a sheet of its own


def add_comments(package: Package, sheet: str, notes: Mapping[str, str], author: str) -> str | None:
    """Put a note on each cell (A1 reference → text); a cell that has a comment keeps its own.

    Gives the relation id of a new drawing that the sheet must refer to, None if it had one.
    """
    existing = package.related(sheet, "comments")
    if existing is None:
        existing = package.free_name("xl/commentsM{}.xml")
        package[existing] = (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<comments xmlns="{MAIN}">'
            "<authors></authors><commentList></commentList></comments>"
        ).encode()
        package.declare(existing, _TYPE)
        package.relate(sheet, "comments", existing)
    xml = package[existing]
    taken = {found.decode() for found in re.findall(rb'\sref="([A-Z]+\d+)"', xml)}
    notes = {cell: text for cell, text in notes.items() if cell not in taken}
    number = len(re.findall(rb"<(?:\w+:)?author[\s>/]", xml))
    xml = insert_last(xml, "authors", f"<{{prefix}}author>{escaped(author)}</{{prefix}}author>")
    entries = "".join(_comment(cell, text, number) for cell, text in notes.items())
    package[existing] = insert_last(xml, "commentList", entries)
    return _add_drawing(package, sheet, list(notes))


def clear_comments(package: Package, sheet: str, left_of: Callable[[str, str], str | None]) -> None:
    """Takes our own comments out of a sheet, with the boxes that show them. `left_of`: author and
    text → what stays of it, None where it is not ours at all."""
    part = package.related(sheet, "comments")
    if part is None:
        return
    authors = [_plain(found) for found in _AUTHOR.findall(package[part])]
    gone: set[str] = set()

    def cleared(found: re.Match[bytes]) -> bytes:
        number = int(found["author"])
        text = "".join(_plain(piece) for piece in _TEXT.findall(found["inside"]))
        left = left_of(authors[number] if number < len(authors) else "", text)
        if left is None:
            return found[0]
        if left.strip():
            return _said_anew(found, left)
        gone.add(found["cell"].decode())
        return b""

    package[part] = _COMMENT.sub(cleared, package[part])
    drawing = package.related(sheet, "vmlDrawing")
    if gone and drawing is not None:
        package[drawing] = _SHAPE.sub(
            lambda shape: b"" if _shown_at(shape[0]) in gone else shape[0], package[drawing]
        )


_AUTHOR = re.compile(rb"<(?:\w+:)?author>(.*?)</(?:\w+:)?author>", re.DOTALL)
_COMMENT = re.compile(
    rb'(?P<open><(?P<prefix>(?:\w+:)?)comment(?=\s)(?=[^>]*\sref="(?P<cell>[A-Z]+\d+)")'
    rb'(?=[^>]*\sauthorId="(?P<author>\d+)")[^>]*>)(?P<inside>.*?)</(?:\w+:)?comment>',
    re.DOTALL,
)
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>(.*?)</(?:\w+:)?t>", re.DOTALL)
_SHAPE = re.compile(rb"<v:shape[\s>].*?</v:shape>", re.DOTALL)
_AT = re.compile(rb"<x:(Row|Column)>\s*(\d+)\s*</x:(?:Row|Column)>")


def _plain(text: bytes) -> str:
    """Escaped text as it is read."""
    return unescape(text.decode().replace("&#123;", "{").replace("&#10;", "\n").replace("\r", ""))


def _said_anew(comment: re.Match[bytes], text: str) -> bytes:
    """A comment that says only this."""
    prefix = comment["prefix"].decode()
    said = (
        f'<{prefix}text><{prefix}t xml:space="preserve">{escaped(text)}</{prefix}t></{prefix}text>'
    )
    return comment["open"] + f"{said}</{prefix}comment>".encode()


def _shown_at(shape: bytes) -> str:
    """The cell whose comment a box shows."""
    at = {name: int(number) for name, number in _AT.findall(shape)}
    return cell_reference(at.get(b"Row", -2) + 1, at.get(b"Column", 0))


def _comment(cell: str, text: str, author: int) -> str:
    text = escaped(text).replace("{", "&#123;")  # {prefix} is ours alone
    return (
        f'<{{prefix}}comment ref="{cell}" authorId="{author}"><{{prefix}}text><{{prefix}}t'
        f' xml:space="preserve">{text}</{{prefix}}t></{{prefix}}text></{{prefix}}comment>'
    )


def _add_drawing(package: Package, sheet: str, cells: Sequence[str]) -> str | None:
    part = package.related(sheet, "vmlDrawing")
    relation = None
    if part is None:
        part = package.free_name("xl/drawings/vmlDrawingM{}.vml")
        package[part] = f"<xml {_NAMES}></xml>".encode()
        package.declare_ending("vml", _VML_TYPE)
        relation = package.relate(sheet, "vmlDrawing", part)
    xml = package[part]
    end = xml.rfind(b"</xml>")
    if end < 0:
        raise CannotMark("an unusual drawing")
    shapes = [] if _NOTE_SHAPE.encode() in xml else [_SHAPE_TYPE]
    first = _FIRST_SHAPE + xml.count(b"<x:ClientData")
    shapes += [_shape(cell, number) for number, cell in enumerate(cells, first)]
    package[part] = xml[:end] + "".join(shapes).encode() + xml[end:]
    return relation


def _shape(cell: str, number: int) -> str:
    letters = cell.rstrip("0123456789")
    column, row = column_index(letters), int(cell[len(letters) :]) - 1
    anchor = f"{column + 1}, 12, {max(row - 1, 0)}, 6, {column + 4}, 24, {row + 4}, 6"
    return (
        f'<v:shape {_NAMES} id="_x0000_s{number}" type="#{_NOTE_SHAPE}" fillcolor="#ffffe1"'
        ' style="position:absolute;z-index:1;visibility:hidden" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox/>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
