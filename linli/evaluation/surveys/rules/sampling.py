"""How many to ask, and which strata must stand together. Who is drawn: `lib/numbers/drawing.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from linli.lib.law import Finding
from linli.lib.numbers import NINETY_FIVE, share_out

TOGETHER = "rest"
"""The code of the strata that stand together."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many answers are needed, and how many must be asked to get them."""

    answers: int
    asked: int
    whole: int


def size_needed(whole: int, points: int, answer_rate: int) -> Size:
    """How many answers tell a share of `whole` within plus or minus `points` percentage points in
    19 of 20 samples, at the least favourable share of one half: n0 = z²·¼/e², and
    n = n0/(1+(n0−1)/N). `answer_rate`: of those asked, the per cent expected to answer.

    Raises ValueError for points or a rate outside 1 to 100.
    """
    if not (1 <= points <= 100 and 1 <= answer_rate <= 100):
        raise ValueError("points and the answer rate are 1 to 100")
    if whole <= 0:
        return Size(0, 0, max(whole, 0))
    at_first = NINETY_FIVE**2 / 4 / (points / 100) ** 2
    answers = min(ceil(at_first / (1 + (at_first - 1) / whole)), whole)
    return Size(answers, min(ceil(Fraction(answers * 100, answer_rate)), whole), whole)


def small_together(sizes: Mapping[str, int], n: int, floor: int) -> frozenset[str]:
    """The strata that must stand together as one, so that of the rest at most one is drawn with
    fewer than the floor: that many must be drawn of a stratum before a sheet may say it, and
    sheets that may not say it can be told apart by no weight."""
    together: frozenset[str] = frozenset()
    while True:
        layers = {code: size for code, size in sizes.items() if size > 0 and code not in together}
        if together:
            layers[TOGETHER] = sum(sizes[code] for code in together)
        under = {code for code, part in share_out(layers, n).items() if part < floor}
        if len(under) <= 1:
            return together
        together |= under - {TOGETHER}


def sample_possible(n: int, whole: int) -> Finding:
    """A sample is at least one and no more than there are."""
    return Finding(1 <= n <= whole, "evaluation.sample_possible", numbers={"n": n, "whole": whole})
