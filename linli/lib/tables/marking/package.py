"""The parts of an .xlsx file and how they refer to each other."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "[Content_Types].xml"
_WORKBOOK = "xl/workbook.xml"
_MACROS = re.compile(r"(?i)(?:^|/)(?:vbaProject\w*\.bin|vbaData\.xml)(?:\.rels)?$")
_OF_MACROS = re.compile(
    rb"(?i)<(?:Override|Default|Relationship)\b[^>]*"
    rb"(?:vbaProject|vbaData|vnd\.ms-office\.vba)[^>]*/>"
)
_WITH_MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_WITHOUT_MACROS = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


class CannotMark(Exception):
    """The workbook is built in a way the marks cannot be put into without risk."""


class Package:
    """An .xlsx opened for changing a few of its parts."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(BytesIO(content))
        self._names = set(self._archive.namelist())
        self._changed: dict[str, bytes] = {}
        self._dropped: set[str] = set()

    def drop_macros(self) -> None:
        """Leaves the macros behind: what we give back can be opened without a warning, and runs
        nothing."""
        self._dropped = {name for name in self._names if _MACROS.search(name)}
        if not self._dropped:
            return
        types = self[_TYPES].replace(_WITH_MACROS, _WITHOUT_MACROS)
        self[_TYPES] = _OF_MACROS.sub(b"", types)
        for name in self._names - self._dropped:
            if name.endswith(".rels"):
                self[name] = _OF_MACROS.sub(b"", self[name])

    def __contains__(self, name: str) -> bool:
        return name in self._names or name in self._changed

    def __getitem__(self, name: str) -> bytes:
        if name in self._changed:
            return self._changed[name]
        if name not in self._names:
            raise CannotMark(f"no part {name}")
        part = self._archive.read(name)
        if not part.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            raise CannotMark(f"{name} is not XML in UTF-8")
        return part

    def __setitem__(self, name: str, part: bytes) -> None:
        self._changed[name] = part

    def sheet_part(self, title: str) -> str:
        """The part that holds the worksheet of this name."""
        workbook = parsed(self[_WORKBOOK])
        if workbook.tag != f"{{{MAIN}}}workbook":
            raise CannotMark("an unusual kind of workbook")
        for sheet in workbook.iterfind(f"{{{MAIN}}}sheets/{{{MAIN}}}sheet"):
            if sheet.get("name") == title:
                wanted = sheet.get(f"{{{RELATIONS}}}id")
                for relation, _kind, target in self.relations(_WORKBOOK):
                    if relation == wanted:
                        return target
        raise CannotMark("the sheet is not found")

    def worksheets(self) -> list[str]:
        """The parts of all worksheets."""
        return [part for _id, kind, part in self.relations(_WORKBOOK) if kind == "worksheet"]

    def titles(self) -> list[str]:
        path = f"{{{MAIN}}}sheets/{{{MAIN}}}sheet"
        return [sheet.get("name", "") for sheet in parsed(self[_WORKBOOK]).iterfind(path)]

    def relations(self, owner: str) -> Iterator[tuple[str, str, str]]:
        """(id, last word of the type, part) of everything inside the file that a part refers to."""
        name = _relations_of(owner)
        if name not in self:
            return
        for relation in parsed(self[name]):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                path = posixpath.join(posixpath.dirname(owner), target)
                if target.startswith("/"):
                    path = target[1:]
                kind = relation.get("Type", "").rsplit("/", 1)[-1]
                yield relation.get("Id", ""), kind, posixpath.normpath(path)

    def related(self, owner: str, kind: str) -> str | None:
        return next((part for _id, found, part in self.relations(owner) if found == kind), None)

    def relate(self, owner: str, kind: str, target: str) -> str:
        """Add a relation and give its id."""
        name = _relations_of(owner)
        empty = (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_PACKAGE_RELATIONS}"/>'
        )
        xml = self[name] if name in self else empty.encode()
        number = 1
        while f'"rIdM{number}"'.encode() in xml:
            number += 1
        at = quoteattr(f"/{target}")
        entry = f'<Relationship Id="rIdM{number}" Type="{RELATIONS}/{kind}" Target={at}/>'
        self[name] = insert_last(xml, "Relationships", entry)
        return f"rIdM{number}"

    def declare(self, part: str, content_type: str) -> None:
        """State what kind of content a new part holds."""
        entry = f'<Override PartName="/{part}" ContentType="{content_type}"/>'
        self[_TYPES] = insert_last(self[_TYPES], "Types", entry)

    def declare_ending(self, ending: str, content_type: str) -> None:
        xml = self[_TYPES]
        if f'Extension="{ending}"'.encode() not in xml:
            entry = f'<Default Extension="{ending}" ContentType="{content_type}"/>'
            self[_TYPES] = insert_last(xml, "Types", entry)

    def free_name(self, pattern: str) -> str:
        """The first part name of the pattern, a {} in it counted up, that is not taken."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    def add_sheet(self, title: str, xml: bytes) -> None:
        """A new worksheet behind all others."""
        part = self.free_name("xl/worksheets/problems{}.xml")
        self[part] = xml
        self.declare(
            part,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
        )
        relation = self.relate(_WORKBOOK, "worksheet", part)
        workbook = self[_WORKBOOK]
        numbers = re.findall(rb'\ssheetId="(\d+)"', workbook)
        entry = (
            f'<{{prefix}}sheet xmlns:r="{RELATIONS}" name={quoteattr(title)}'
            f' sheetId="{max(map(int, numbers), default=0) + 1}" r:id="{relation}"/>'
        )
        self[_WORKBOOK] = insert_last(workbook, "sheets", entry)

    def written(self) -> bytes:
        output = BytesIO()
        with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self._archive.namelist():
                if name not in self._changed and name not in self._dropped:
                    archive.writestr(name, self._archive.read(name))
            for name, part in self._changed.items():
                archive.writestr(name, part)
        return output.getvalue()


def insert_last(xml: bytes, element: str, entry: str) -> bytes:
    """Put an entry behind the last child of an element; `{prefix}` in it becomes the element's."""
    found = re.search(rf"</((?:\w+:)?){element}\s*>".encode(), xml)
    if found:
        added = entry.replace("{prefix}", found[1].decode()).encode()
        return xml[: found.start()] + added + xml[found.start() :]
    found = re.search(rf"<((?:\w+:)?){element}(\s[^>]*)?/>".encode(), xml)
    if not found:
        raise CannotMark(f"no element {element}")
    prefix = found[1].decode()
    added = entry.replace("{prefix}", prefix).encode()
    opened = found[0][:-2] + b">"
    closing = f"</{prefix}{element}>".encode()
    return xml[: found.start()] + opened + added + closing + xml[found.end() :]


def _relations_of(owner: str) -> str:
    folder, name = posixpath.split(owner)
    return f"{folder}/_rels/{name}.rels"


def parsed(xml: bytes) -> ElementTree.Element:
    """A part as a tree; a document type declaration is refused."""
    if b"<!DOCTYPE" in xml:
        raise CannotMark("document type declaration")
    try:
        return ElementTree.fromstring(xml)  # noqa: S314 (entities need the declaration refused)
    except ElementTree.ParseError:
        raise CannotMark("torn part") from None
