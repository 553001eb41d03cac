"""Changing XML in place: where an element stands in the bytes, and new bytes put there."""

import re
from collections.abc import Iterable
from xml.parsers import expat

from linli.lib.tables.marking.package import CannotMark

Edit = tuple[int, int, bytes]  # replace bytes from, to (equal: insert) with these


def splice(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with all edits made; edits at one place keep their order."""
    pieces: list[bytes] = []
    position = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[0]):
        pieces += (xml[position:start], new)
        position = end
    pieces.append(xml[position:])
    return b"".join(pieces)


def with_attribute(tag: bytes, name: str, value: object) -> bytes:
    """A start tag with one attribute set."""
    new = f' {name}="{value}"'.encode()
    old = re.search(rf"""\s{name}=("[^"]*"|'[^']*')""".encode(), tag)
    if old:
        return tag[: old.start()] + new + tag[old.end() :]
    end = -2 if tag.endswith(b"/>") else -1
    return tag[:end].rstrip() + new + tag[end:]


class Walk:
    """Goes through an XML part once, knowing at each element where it stands.

    A subclass gives `start(name, attributes, at)` and `end(name, at)` with the names free of
    their prefix; for an element without content `end` gets the place behind it.
    """

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self.prefix = ""
        self.depth = 0

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        raise NotImplementedError

    def end(self, name: str, at: int) -> None:
        raise NotImplementedError

    def tag_at(self, at: int) -> bytes:
        return self.xml[at : self.xml.index(b">", at) + 1]

    def is_empty(self, at: int) -> bool:
        """Whether the element that starts here has no end tag of its own."""
        return self.tag_at(at).endswith(b"/>")

    def run(self) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True

        def start(name: str, attributes: dict[str, str]) -> None:
            if self.depth == 0 and ":" in name:
                self.prefix = name.split(":", 1)[0] + ":"
            self.depth += 1
            self.start(name.removeprefix(self.prefix), attributes, parser.CurrentByteIndex)

        def end(name: str) -> None:
            self.end(name.removeprefix(self.prefix), parser.CurrentByteIndex)
            self.depth -= 1

        def refuse(*_declaration: object) -> None:
            raise CannotMark("document type declaration")

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.StartDoctypeDeclHandler = refuse
        try:
            parser.Parse(self.xml, True)
        except expat.ExpatError as error:
            raise CannotMark(str(error)) from None
