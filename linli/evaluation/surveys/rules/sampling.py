"""How many to ask, how they are shared out over the strata, and who is drawn.

The draw is a procedure of the seed and of the frame's order alone: whoever has the seed and the
register of the day gets the same sample again.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TypeVar

from linli.lib.law import Finding
from linli.lib.numbers import NINETY_FIVE

Unit = TypeVar("Unit")

LEAST = 5
"""In a stratum, where it holds so many: with fewer its spread cannot be told at all."""


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


def share_out(sizes: Mapping[str, int], n: int, *, least: int = LEAST) -> dict[str, int]:
    """The sample of `n` over the strata: in proportion to their size by the largest remainder,
    with at least `least` of each (or all it holds), never more than it holds.

    Those lifted to the least are taken out first and the rest shared out anew, so the sum is `n`
    unless the leasts alone are more, or the whole is less.
    """
    whole = {code: size for code, size in sizes.items() if size > 0}
    floors = {code: min(least, size) for code, size in whole.items()}
    n = min(max(n, sum(floors.values())), sum(whole.values()))
    fixed: dict[str, int] = {}
    while True:
        free = {code: size for code, size in whole.items() if code not in fixed}
        shares = _proportional(free, n - sum(fixed.values()))
        under = {code: floors[code] for code, taken in shares.items() if taken < floors[code]}
        if not under:
            return {code: {**fixed, **shares}.get(code, 0) for code in sizes}
        fixed |= under


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


def _proportional(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    total = sum(sizes.values())
    if not total or n <= 0:
        return dict.fromkeys(sizes, 0)
    exact = {code: Fraction(size * n, total) for code, size in sizes.items()}
    taken = {code: int(part) for code, part in exact.items()}
    by_rest = sorted(exact, key=lambda code: (taken[code] - exact[code], code))
    for code in by_rest[: n - sum(taken.values())]:
        taken[code] += 1
    return taken


def draw(units: Sequence[Unit], n: int, seed: str, stratum: str) -> list[Unit]:
    """`n` of the units, systematically: a random start below the step, then every step (a
    fraction, so that each is as likely as any other). The units stand in the frame's order.
    """
    if n <= 0:
        return []
    if n >= len(units):
        return list(units)
    step = Fraction(len(units), n)
    digest = hashlib.sha256(f"{seed}/{stratum}".encode()).digest()
    start = step * Fraction(int.from_bytes(digest[:8], "big"), 2**64)
    return [units[int(start + step * number)] for number in range(n)]


def sample_possible(n: int, whole: int) -> Finding:
    """A sample is at least one and no more than there are."""
    return Finding(1 <= n <= whole, "evaluation.sample_possible", numbers={"n": n, "whole": whole})
