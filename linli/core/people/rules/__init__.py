"""What the law asks about persons: pure, over plain values."""

from datetime import date
from functools import lru_cache
from typing import Literal

from linli.core.people.rules.declaring import declared_whole
from linli.lib.law import Finding

CHILD_UNDER = 14
DAYS_KEPT_AFTER_LEAVING = 365
"""Our own promise, shown to the person. The law says the shortest time the purpose needs
(PIPL 19) and names no number of days."""

DAYS_TO_ANSWER = 15
"""Within how many days a request about one's own data is answered: a promise of the product. The
law says in good time (PIPL 45–47) and names no number of days."""

__all__ = [
    "CHILD_UNDER",
    "DAYS_KEPT_AFTER_LEAVING",
    "DAYS_TO_ANSWER",
    "Likeness",
    "age_on",
    "declared_whole",
    "died_in_order",
    "guardian_consents",
    "may_be_forgotten",
    "name_likeness",
    "term_in_order",
]

Likeness = Literal["equal", "sound", "one_character"]


def age_on(born: date, on: date) -> int:
    """Full years of life on the day `on`; a birthday counts from the day itself.

    Born on 29 February, one turns a year older on 1 March of a common year.
    """
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def guardian_consents(born: date | None, by_guardian: bool, on: date) -> Finding:
    """For a child under 14, a parent or other guardian consents (PIPL 31)."""
    age = None if born is None else age_on(born, on)
    holds = by_guardian or age is None or age >= CHILD_UNDER
    return Finding(
        holds,
        "people.guardian_consents",
        cites=("pipl.31",),
        numbers={"age": age, "under": CHILD_UNDER},
    )


def may_be_forgotten(open_ties: int, open_agencies: int) -> Finding:
    """Deleted once the purpose is gone (PIPL 47): nobody is forgotten who still lives, owns or is
    registered here, or acts for somebody who does."""
    return Finding(
        open_ties == 0 and open_agencies == 0,
        "people.may_be_forgotten",
        cites=("pipl.47",),
        numbers={"ties": open_ties, "agencies": open_agencies},
    )


def term_in_order(since: date, until: date) -> Finding:
    """A term ends after it began; `until` is the first day on which it no longer holds."""
    return Finding(until > since, "people.term_in_order", numbers={"since": since, "until": until})


def died_in_order(died_on: date, on: date, born: date | None) -> Finding:
    """A death is recorded once it has happened, and not before the birth."""
    return Finding(
        died_on <= on and (born is None or died_on >= born),
        "people.died_in_order",
        numbers={"died_on": died_on, "on": on},
    )


def name_likeness(one: str, other: str) -> Likeness | None:
    """How two names may be one name: the same; the same in sound (a slip of the input method, or
    traditional letters); or one character apart. None where they are simply two names."""
    one, other = "".join(one.split()), "".join(other.split())
    if one == other:
        return "equal"
    if len(one) == len(other) and _sound(one) == _sound(other):
        return "sound"
    return "one_character" if _one_apart(one, other) else None


@lru_cache(maxsize=4096)
def _sound(name: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # its dictionary takes a third of a second to read

    return tuple(lazy_pinyin(name))


def _one_apart(one: str, other: str) -> bool:
    """One character replaced, or one more or less; of two-character names the surname stays."""
    if len(one) == len(other):
        differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        return len(differing) == 1 and len(one) > 1 and (len(one) > 2 or differing[0] > 0)
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) != 1 or len(shorter) < 2:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
