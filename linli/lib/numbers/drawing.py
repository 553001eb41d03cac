"""A draw anybody can make again: how many of each stratum, and who of it, from a published seed.

It is a procedure of the seed and of the frame alone: whoever has the seed and the register of the
day gets the same again.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

Unit = TypeVar("Unit")

LEAST = 5
"""In a stratum, where it holds so many: with fewer its spread cannot be told at all."""


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


def in_drawn_order(
    units: Sequence[Unit], seed: str, stratum: str, key: Callable[[Unit], object]
) -> list[Unit]:
    """All units in the order the lot gives them: by the SHA-256 of seed, stratum and the unit's
    own key, whatever order they came in. Whoever says no is followed by the next."""

    def lot(unit: Unit) -> bytes:
        return hashlib.sha256(f"{seed}/{stratum}/{key(unit)}".encode()).digest()

    return sorted(units, key=lot)
