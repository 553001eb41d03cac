"""The numbers of one day and one place, each looked up once."""

from collections.abc import Sequence
from datetime import date

from linli.lib.law.packs import Packs, Parameter


class LawOfADay:
    """What held on that day in the nearest of the places; None where nothing was laid down."""

    def __init__(self, packs: Packs, on: date, places: Sequence[str]) -> None:
        self.packs, self.on, self.places = packs, on, tuple(places)
        self._found: dict[str, Parameter | None] = {}

    def of(self, rule: str) -> Parameter | None:
        """The row in force. KeyError for a rule that no pack knows."""
        if rule not in self._found:
            self._found[rule] = self.packs.in_force(rule, self.on, self.places)
        return self._found[rule]
