"""Red variants of the styles a workbook has, and the way back to what a cell looked like before.

Which ground a cell had is told by its shade of red: the shades differ by what no eye sees, go
along wherever a row is moved or copied, and are explained in the sheet of problems (`fills`).
"""

import re
from collections.abc import Mapping

from linli.lib.tables.marking.package import CannotMark
from linli.lib.tables.marking.splicing import Edit, Walk, splice, with_attribute

RED = "FFFF9C9C"
_MOST_SHADES = 256
_COLOUR = re.compile(rb"<(?:\w+:)?(fg|bg)Color\s([^>]*?)/?>")
_SAID = re.compile(rb'\b(rgb|theme|indexed|tint)="([-+.\dA-Za-z]{1,24})"')
_PATTERN = re.compile(rb'\bpatternType="(\w{1,24})"')
_KEPT = re.compile(
    r"\w{1,24}(?: (?:fg|bg)(?: (?:rgb|theme|indexed|tint)=[-+.\dA-Za-z]{1,24})+){0,2}"
)


def shade(number: int) -> str:
    """The red of this number; 0 is that of cells that had no ground of their own."""
    red, green, blue = 0xFF - (number >> 6), 0x9C + (number >> 3 & 7), 0x9C + (number & 7)
    return f"FF{red:02X}{green:02X}{blue:02X}"


_NUMBER_OF = {shade(number): number for number in range(_MOST_SHADES)}


def is_red(colour: str) -> bool:
    """Whether a colour is one of ours."""
    return colour.upper() in _NUMBER_OF


class RedStyles:
    """Gives for each cell style the number of the same style on a red ground, and for a red one
    that of the style before. `fills`: shade → the ground it stands for, as an earlier sheet of
    problems says."""

    def __init__(self, xml: bytes, fills: Mapping[str, str] | None = None) -> None:
        self._xml = xml
        self._found = _StyleWalk(xml)
        self._found.run()
        if not self._found.formats or self._found.fills_end < 0:
            raise CannotMark("no cell styles")
        self.fills = {key: said for key, said in (fills or {}).items() if _KEPT.fullmatch(said)}
        self._shade_of = {said: key for key, said in self.fills.items()}
        self._ours = {
            number: colour
            for number, (start, end) in enumerate(self._found.fills)
            if (colour := _solid(xml[start:end])) in _NUMBER_OF
        }
        self._used = {_NUMBER_OF[key] for key in (*self._ours.values(), *self.fills)} | {0}
        self._added_fills: dict[str, int] = {}
        self._variants: dict[tuple[int, int], int] = {}

    @property
    def marked_before(self) -> bool:
        """Whether any style of the workbook is red by us."""
        return bool(self._ours)

    def red(self, style: int) -> int:
        """The same style on red ground; what is red already stays as it is."""
        style = self._known(style)
        fill = self._fill_of(style)
        return style if fill in self._ours else self._variant_of(style, self._red_for(fill))

    def plain(self, style: int) -> int:
        """The style a cell had before it was marked; any other is its own."""
        style = self._known(style)
        colour = self._ours.get(self._fill_of(style))
        if colour is None:
            return style
        said = self.fills.get(colour)
        fill = 0 if said is None else self._fill_number(_fill(said, self._found.prefix))
        return self._variant_of(style, fill)

    def written(self) -> bytes:
        """The styles part with the variants that were asked for."""
        found = self._found
        formats = b"".join(self._format(style, fill) for style, fill in self._variants)
        fills = "".join(self._added_fills).encode()
        edits: list[Edit] = [
            (found.fills_end, found.fills_end, fills),
            (found.formats_end, found.formats_end, formats),
            self._counted(found.fills_start, len(found.fills) + len(self._added_fills)),
            self._counted(found.formats_start, len(found.formats) + len(self._variants)),
        ]
        return splice(self._xml, edits)

    def _known(self, style: int) -> int:
        return style if style < len(self._found.formats) else 0

    def _fill_of(self, style: int) -> int:
        tag = self._found.tag_at(self._found.formats[style][0])
        said = re.search(rb'\sfillId="(\d+)"', tag)
        return int(said[1]) if said else 0

    def _red_for(self, fill: int) -> int:
        """The red fill for cells that had this one."""
        start, end = self._found.fills[fill] if fill < len(self._found.fills) else (0, 0)
        said = _told(self._xml[start:end])
        colour = RED
        if said and said not in self._shade_of and len(self._used) < _MOST_SHADES:
            number = next(each for each in range(_MOST_SHADES) if each not in self._used)
            self._used.add(number)
            self._shade_of[said], self.fills[shade(number)] = shade(number), said
        if said:
            colour = self._shade_of.get(said, RED)
        return self._fill_number(_fill(f"solid fg rgb={colour} bg indexed=64", self._found.prefix))

    def _fill_number(self, xml: str) -> int:
        return self._added_fills.setdefault(xml, len(self._found.fills) + len(self._added_fills))

    def _variant_of(self, style: int, fill: int) -> int:
        return self._variants.setdefault(
            (style, fill), len(self._found.formats) + len(self._variants)
        )

    def _format(self, style: int, fill: int) -> bytes:
        start, end = self._found.formats[style]
        tag = self._found.tag_at(start)
        new = with_attribute(tag, "fillId", fill)
        return with_attribute(new, "applyFill", 1) + self._xml[start + len(tag) : end]

    def _counted(self, at: int, count: int) -> Edit:
        tag = self._found.tag_at(at)
        return at, at + len(tag), with_attribute(tag, "count", count)


def _solid(fill: bytes) -> str:
    """The colour of a fill of one colour, in capitals; nothing for any other."""
    pattern = _PATTERN.search(fill)
    if pattern is None or pattern[1] != b"solid":
        return ""
    for which, said in _COLOUR.findall(fill):
        colours = dict(_SAID.findall(said))
        if which == b"fg" and b"rgb" in colours:
            return colours[b"rgb"].decode().upper()
    return ""


def _told(fill: bytes) -> str:
    """A fill as one line, to be found again; nothing where there is none (or a gradient)."""
    pattern = _PATTERN.search(fill)
    if pattern is None or pattern[1] == b"none":
        return ""
    words = [pattern[1].decode()]
    for which, said in _COLOUR.findall(fill):
        colours = [f"{name.decode()}={value.decode()}" for name, value in _SAID.findall(said)]
        if colours:
            words += [which.decode(), *colours]
    line = " ".join(words)
    return line if _KEPT.fullmatch(line) else ""


def _fill(said: str, prefix: str) -> str:
    """The element of a fill told as one line."""
    pattern, *colours = said.split(" ")
    inside = ""
    for word in colours:
        if word in ("fg", "bg"):
            inside += f"{'/>' if inside else ''}<{prefix}{word}Color"
        else:
            name, _, value = word.partition("=")
            inside += f' {name}="{value}"'
    inside += "/>" if inside else ""
    return (
        f'<{prefix}fill><{prefix}patternFill patternType="{pattern}">{inside}'
        f"</{prefix}patternFill></{prefix}fill>"
    )


class _StyleWalk(Walk):
    def __init__(self, xml: bytes) -> None:
        super().__init__(xml)
        self.inside = ""
        self.fills_start = self.fills_end = self.formats_start = self.formats_end = -1
        self.fills: list[tuple[int, int]] = []
        self.formats: list[tuple[int, int]] = []
        self._start = 0

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        if self.depth == 2:
            self.inside = name
            if name == "fills":
                self.fills_start = at
            elif name == "cellXfs":
                self.formats_start = at
        elif self.depth == 3:
            self._start = at

    def end(self, name: str, at: int) -> None:
        if self.depth == 3 and self.inside in ("fills", "cellXfs"):
            closing = 0 if self.is_empty(self._start) else len(self.tag_at(at))
            rows = self.fills if self.inside == "fills" else self.formats
            rows.append((self._start, at + closing))
        elif self.depth == 2 and name == "fills":
            self.fills_end = at
        elif self.depth == 2 and name == "cellXfs":
            self.formats_end = at
