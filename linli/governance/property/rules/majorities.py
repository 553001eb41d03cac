"""Enough taking part, enough agreeing: by area and by heads, each for itself (CC 278).

`以上` includes the share itself, `过半数` does not.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from linli.governance.property.rules.heads import Weight, square_metres
from linli.lib.law import Finding

LAW = ("civil_code_property.278",)
SPECIAL = frozenset({"raise_fund", "rebuild", "common_use"})
"""Matters that ask three quarters: raising the fund, rebuilding, another use of common parts or
business with them. All others, the use of the fund among them, ask more than half."""

NOBODY = Weight()

Side = Literal["for", "against", ""]


@dataclass(frozen=True, slots=True)
class Shares:
    """What the law of a day asks."""

    takes_part: Fraction = Fraction(2, 3)
    ordinary: Fraction = Fraction(1, 2)
    special: Fraction = Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class Counts:
    """One question: what all weigh, who took part, and how they answered. `part` is more than the
    answers together where papers left the question blank."""

    all: Weight
    part: Weight
    agree: Weight
    against: Weight = NOBODY
    abstain: Weight = NOBODY


def at_least(of: int, share: Fraction) -> int:
    """The smallest whole number that reaches the share: two thirds of 281 are 188."""
    return -(-of * share.numerator // share.denominator)


def more_than(of: int, share: Fraction) -> int:
    """The smallest whole number beyond the share."""
    return of * share.numerator // share.denominator + 1


def takes_part(counts: Counts, share: Fraction) -> Finding:
    """Whether enough take part; without that nothing is decided."""
    heads, area = at_least(counts.all.heads, share), at_least(counts.all.area, share)
    holds = counts.all.heads > 0 and counts.part.heads >= heads and counts.part.area >= area
    return Finding(
        holds, "property.vote_takes_part", LAW,
        _numbers(counts.part, counts.all, Weight(heads, area), share),
    )  # fmt: skip


def carries(kind: str, counts: Counts, shares: Shares) -> Finding:
    """Whether enough of those who take part agree, by what the matter asks."""
    part = counts.part
    if kind in SPECIAL:
        share = shares.special
        need = Weight(at_least(part.heads, share), at_least(part.area, share))
        rule = "property.vote_special"
    else:
        share = shares.ordinary
        need = Weight(more_than(part.heads, share), more_than(part.area, share))
        rule = "property.vote_ordinary"
    holds = part.heads > 0 and counts.agree.heads >= need.heads and counts.agree.area >= need.area
    return Finding(holds, rule, LAW, _numbers(counts.agree, part, need, share))


def majority(agree: Weight, against: Weight) -> Side:
    """The side that is the larger by heads and by area; nobody where the two differ."""
    if agree.heads > against.heads and agree.area > against.area:
        return "for"
    if against.heads > agree.heads and against.area > agree.area:
        return "against"
    return ""


def with_silent(counts: Counts, silent: Weight) -> Counts:
    """Where the owners' own rules say that who was reached and returned nothing follows the
    majority: they take part, and are added to the larger side; where heads and area differ, or
    nobody leads, they take part only."""
    side = majority(counts.agree, counts.against)
    return Counts(
        all=counts.all,
        part=counts.part + silent,
        agree=counts.agree + silent if side == "for" else counts.agree,
        against=counts.against + silent if side == "against" else counts.against,
        abstain=counts.abstain,
    )


def adds_up(counts: Counts) -> Finding:
    """Figures from another system: nobody more than there are, by heads and by area."""
    said = counts.agree + counts.against + counts.abstain
    holds = (
        said.heads <= counts.part.heads <= counts.all.heads
        and said.area <= counts.part.area <= counts.all.area
    )
    return Finding(holds, "property.vote_adds_up")


def _numbers(
    given: Weight, of: Weight, need: Weight, share: Fraction
) -> dict[str, int | str | Fraction]:
    return {
        "heads": given.heads,
        "heads_of": of.heads,
        "heads_need": need.heads,
        "area": square_metres(given.area),
        "area_of": square_metres(of.area),
        "area_need": square_metres(need.area),
        "heads_left": max(need.heads - given.heads, 0),
        "area_left": square_metres(max(need.area - given.area, 0)),
        "share": share,
    }
