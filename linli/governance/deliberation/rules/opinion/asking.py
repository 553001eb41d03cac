"""Which statement a person is shown next.

New statements and telling ones come sooner, so that a late one is heard too (Polis' comment
routing). The draw is each person's own and always the same for the same state: a page that is
loaded again shows the same statement, and no order is everybody's.
"""

import hashlib
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import log
from typing import Any

from linli.governance.deliberation.rules.opinion.counting import Count

_BITS = 64


def priority(count: Count, extremity: float = 0.0) -> float:
    """How much a statement should be shown: seldom passed, often agreed to, telling (`extremity`:
    how far from the middle of the map it lies), and above all seldom seen so far."""
    passed = Fraction(count.passed + 1, count.seen + 2)
    agreed = Fraction(count.agree + 1, count.seen + 2)
    importance = float((1 - passed) * agreed) * (extremity + 1)
    return float((importance * (1 + 8 * 2 ** (-count.seen / 5))) ** 2)


def next_of(unanswered: Iterable[tuple[Any, float]], *, whose: str) -> Any | None:
    """Of (statement, priority) the one to show; None where nothing is left.

    `whose`: the person's token in this topic. Each statement is drawn as likely as its priority is
    part of all (Efraimidis and Spirakis 2006, with the hash of both for chance)."""
    drawn = [(log(_chance(whose, each)) / weight, str(each), each) for each, weight in unanswered]
    return max(drawn, key=lambda found: found[:2])[2] if drawn else None


def _chance(whose: str, statement: Any) -> float:
    digest = hashlib.sha256(f"{whose}/{statement}".encode()).digest()
    return (int.from_bytes(digest[: _BITS // 8]) + 1) / (2**_BITS + 1)


def priorities(counts: Mapping[Any, Count], extremities: Mapping[Any, float]) -> dict[Any, float]:
    """The priority of every statement; one the last map did not know lies in the middle."""
    return {each: priority(count, extremities.get(each, 0.0)) for each, count in counts.items()}
