"""References that follow when rows are put into a sheet: ranges grow, what lies below moves."""

import re
from dataclasses import dataclass

_STRINGS = re.compile(r'("(?:[^"]|"")*")')
_TOKEN = re.compile(
    r"(?P<sheet>(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    r"(?P<c1>\$?[A-Z]{1,3})(?P<d1>\$?)(?P<r1>\d+)"
    r"(?::(?P<c2>\$?[A-Z]{1,3})(?P<d2>\$?)(?P<r2>\d+))?(?![\w(])"
)
_BEFORE = re.compile(r"[\w$.]$")


@dataclass(frozen=True, slots=True)
class RowsAdded:
    """`count` rows put in after row `after` (from 1). Where that is a row like them, a range that
    ends in it `grows`; where it is the heading, it does not."""

    after: int
    count: int
    grows: bool = True

    def row(self, row: int) -> int:
        return row + self.count if row > self.after else row

    def range(self, first: int, last: int) -> tuple[int, int]:
        last_moved = last >= self.after if self.grows else last > self.after
        return self.row(first), last + self.count if last_moved else last

    def in_reference(self, reference: str) -> str:
        """A1, A1:B2 or several of them with spaces between, as attributes of a sheet have them."""
        return " ".join(self._area(each) for each in reference.split())

    def _area(self, area: str) -> str:
        found = _TOKEN.fullmatch(area)
        return self._moved(found) if found else area

    def in_formula(self, formula: str, sheet: str, *, foreign: bool = False) -> str:
        """`sheet`: the name of the sheet that has new rows. `foreign`: the formula stands on
        another one, and only what names the sheet moves."""

        def replaced(found: re.Match[str]) -> str:
            if _BEFORE.search(found.string[: found.start()]):
                return found[0]
            named = (found["sheet"] or "").rstrip("!").strip("'").replace("''", "'")
            if named != sheet and (named or foreign):
                return found[0]
            return self._moved(found)

        pieces = _STRINGS.split(formula)
        return "".join(
            piece if number % 2 else _TOKEN.sub(replaced, piece)
            for number, piece in enumerate(pieces)
        )

    def _moved(self, found: re.Match[str]) -> str:
        first = int(found["r1"])
        start = f"{found['sheet'] or ''}{found['c1']}{found['d1']}"
        if found["r2"] is None:
            return f"{start}{self.row(first)}"
        first, last = self.range(first, int(found["r2"]))
        return f"{start}{first}:{found['c2']}{found['d2']}{last}"
