"""Red variants of the styles a workbook has."""

from linli.lib.tables.marking.package import CannotMark
from linli.lib.tables.marking.splicing import Edit, Walk, splice, with_attribute

RED = "FFFF9C9C"


class RedStyles:
    """Gives for each cell style the number of the same style on a red ground."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._found = _StyleWalk(xml)
        self._found.run()
        if not self._found.formats or self._found.fills_end < 0:
            raise CannotMark("no cell styles")
        self._red: dict[int, int] = {}

    def red(self, style: int) -> int:
        if style >= len(self._found.formats):
            style = 0
        return self._red.setdefault(style, len(self._found.formats) + len(self._red))

    def written(self) -> bytes:
        """The styles part with the variants that were asked for."""
        found = self._found
        prefix = found.prefix
        fill = (
            f'<{prefix}fill><{prefix}patternFill patternType="solid"><{prefix}fgColor rgb="{RED}"/>'
            f'<{prefix}bgColor indexed="64"/></{prefix}patternFill></{prefix}fill>'
        )
        variants = b"".join(self._variant(style) for style in self._red)
        edits: list[Edit] = [
            (found.fills_end, found.fills_end, fill.encode()),
            (found.formats_end, found.formats_end, variants),
            self._counted(found.fills_start, found.fills + 1),
            self._counted(found.formats_start, len(found.formats) + len(self._red)),
        ]
        return splice(self._xml, edits)

    def _variant(self, style: int) -> bytes:
        start, end = self._found.formats[style]
        tag = self._found.tag_at(start)
        new = with_attribute(tag, "fillId", self._found.fills)
        return with_attribute(new, "applyFill", 1) + self._xml[start + len(tag) : end]

    def _counted(self, at: int, count: int) -> Edit:
        tag = self._found.tag_at(at)
        return at, at + len(tag), with_attribute(tag, "count", count)


class _StyleWalk(Walk):
    def __init__(self, xml: bytes) -> None:
        super().__init__(xml)
        self.inside = ""
        self.fills = 0
        self.fills_start = self.fills_end = self.formats_start = self.formats_end = -1
        self.formats: list[tuple[int, int]] = []
        self._format_start = 0

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        if self.depth == 2:
            self.inside = name
            if name == "fills":
                self.fills_start = at
            elif name == "cellXfs":
                self.formats_start = at
        elif self.depth == 3 and self.inside == "fills":
            self.fills += 1
        elif self.depth == 3 and self.inside == "cellXfs":
            self._format_start = at

    def end(self, name: str, at: int) -> None:
        if self.depth == 3 and self.inside == "cellXfs":
            closing = 0 if self.is_empty(self._format_start) else len(self.tag_at(at))
            self.formats.append((self._format_start, at + closing))
        elif self.depth == 2 and name == "fills":
            self.fills_end = at
        elif self.depth == 2 and name == "cellXfs":
            self.formats_end = at
