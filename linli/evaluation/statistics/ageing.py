"""How old a community is, and how many each of working age stands by: context, never scored."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from linli.lib.numbers import share

FAMILY = Fraction(5, 2)
"""四二一 in one family, as the book tells it (2.1(六), 2.2(三)四): four elders and one child
beside a couple, five for two who work."""


@dataclass(frozen=True)
class Ages:
    """The part of residents aged 60, 65 and 80 and over; None where there are none."""

    over60: Fraction | None
    over65: Fraction | None
    over80: Fraction | None


def shares(residents: int, over60: int, over65: int, over80: int) -> Ages:
    """The shares, exact. Each age holds the older ones too, else ValueError."""
    if not 0 <= over80 <= over65 <= over60 <= residents:
        raise ValueError("who is 80 is 65 too, and 60, and a resident")
    return Ages(share(over60, residents), share(over65, residents), share(over80, residents))


@dataclass(frozen=True)
class Burden:
    """How many dependants there are for one resident of working age: by elders and children."""

    elders: Fraction
    children: Fraction

    @property
    def together(self) -> Fraction:
        """All dependants per resident of working age; in the family of the book 5/2 (`FAMILY`)."""
        return self.elders + self.children


def burden(children: int, working: int, elders: int) -> Burden | None:
    """四二一 burden of a community: (under 16 + 60 and over) ÷ (16 to 59). None without anybody
    of working age.

    Working age is 16 (Labour Law 15) to 59, as the register's groups are cut (`age16_59`,
    `age60`); the old-age dependency of 65 over 15 to 64 is another figure (CX04).
    """
    over, under = share(elders, working), share(children, working)
    return None if over is None or under is None else Burden(over, under)
