"""How much of what a list comes to."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from linli.lib.chains.entries import totals
from linli.lib.chains.messages import plain
from linli.service.chains.models import Line


class Sum(NamedTuple):
    """So much of one thing over all lines that count."""

    item: str
    amount: Decimal
    unit: str

    @property
    def told(self) -> str:
        return f"{plain(self.amount)} {self.unit}".strip()


def sums_of(lines: Iterable[Line]) -> list[Sum]:
    """By item and unit, in the order in which they were first asked for."""
    found = totals(line.amounts for line in lines if line.counts)
    return [Sum(item, amount, unit) for (item, unit), amount in found.items()]
