"""Who gets a place, in which order, and until when: pure. What no law asks is the place's own
promise, printed on the sheet before anybody signs."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from linli.lib.law import Finding

FIRST_COME, BY_LOT = "first_come", "by_lot"
WAYS = (FIRST_COME, BY_LOT)
DRAFT, OPEN, CLOSED, CANCELLED = "draft", "open", "closed", "cancelled"
STATES = (DRAFT, OPEN, CLOSED, CANCELLED)

IN, WAITING, OFFERED, APPLIED = "in", "waiting", "offered", "applied"
LEFT, LAPSED, TURNED_AWAY, REMOVED = "left", "lapsed", "turned_away", "removed"
CAME = "came"
"""On the paper list of a date without having been on the sheet: holds no place."""
HOLDING = (IN, OFFERED)
"""Those who hold a place: an offered one is nobody else's while the offer stands."""
LIVE = (IN, WAITING, OFFERED, APPLIED)
SIGNUP_STATES = (IN, WAITING, OFFERED, APPLIED, LEFT, LAPSED, TURNED_AWAY, REMOVED, CAME)

PLANNED, HELD, CALLED_OFF = "planned", "held", "called_off"
PRESENT, ABSENT, EXCUSED = "present", "absent", "excused"
PRESENCES = (PRESENT, ABSENT, EXCUSED)
OF_AGE = 18
"""From here on nobody else agrees for one (CC 17, 18)."""
MOST_EACH = 6
TYPED_WAYS = ("desk", "phone", "paper", "chain")
"""Ways by which a keeper puts somebody else's name down."""
OWN_WAYS = ("web", "family")
LEAST_OFFER = timedelta(hours=2)


def is_open(
    state: str, opens_at: datetime | None, closes_at: datetime | None, at: datetime
) -> Finding:
    """Names are taken from the opening up to the closing, both included."""
    early = opens_at is not None and at < opens_at
    late = closes_at is not None and at > closes_at
    return Finding(
        state == OPEN and not early and not late,
        "signup.open_now",
        numbers={"early": early, "late": late, "opens_at": opens_at, "closes_at": closes_at},
    )


def is_of_age(age: int | None, age_from: int | None, age_to: int | None) -> Finding:
    """Both ends included; an age nobody asked for is not guessed."""
    low = age_from is not None and age is not None and age < age_from
    high = age_to is not None and age is not None and age > age_to
    return Finding(
        not low and not high,
        "signup.of_age",
        numbers={"age": age, "age_from": age_from, "age_to": age_to},
    )


def is_minor(age: int | None) -> bool:
    """Under eighteen; an age nobody knows is not guessed."""
    return age is not None and age < OF_AGE


def guardian_agrees(age: int | None, guardian: str) -> Finding:
    """Under eighteen a guardian agrees by name, whatever it is for."""
    return Finding(
        not is_minor(age) or bool(guardian.strip()),
        "signup.guardian_agrees",
        cites=("civil_code.19",),
        numbers={"age": age, "of_age": OF_AGE},
    )


def has_place(seats: int | None, taken: int, wanted: int) -> Finding:
    """Whether so many places are left; without a number of seats there always are."""
    left = None if seats is None else seats - taken
    return Finding(
        left is None or wanted <= left,
        "signup.place_left",
        numbers={"left": left, "wanted": wanted},
    )


def may_wait(waiting_most: int | None, waiting: int) -> Finding:
    """Whether the waiting list takes one more."""
    return Finding(
        waiting_most is None or waiting < waiting_most,
        "signup.may_wait",
        numbers={"waiting": waiting, "most": waiting_most},
    )


def offered_until(at: datetime, hours: int, first_at: datetime | None) -> datetime:
    """Until when a place is kept for whoever is next: so many hours, at the latest until it
    begins, and never less than two hours before that is said to be over."""
    until = at + timedelta(hours=hours)
    if first_at is not None and first_at > at:
        until = min(until, max(first_at, at + LEAST_OFFER))
    return until


class Waiting(NamedTuple):
    """One who waits: the id, how many places they want, in the order of their coming."""

    key: UUID
    wanted: int


def goes_in(line: Iterable[Waiting], left: int | None, wanted: int) -> bool:
    """Whether a newcomer has a place at once: it is there, and nobody who waits could take it."""
    if left is None:
        return True
    return wanted <= left and all(each.wanted > left for each in line)


def next_in_line(line: Iterable[Waiting], left: int | None) -> list[UUID]:
    """Who is offered a place now: the first in line who fits into what is left, and so on. Whoever
    wants more places than are free keeps their turn and does not hold up those behind."""
    found = []
    for each in line:
        if left is None:
            found.append(each.key)
        elif each.wanted <= left:
            found.append(each.key)
            left -= each.wanted
    return found


def drawn_order(seed: str, numbers: Sequence[int], word: str = "") -> list[int]:
    """The order of a lot: by the digest of seed, word and number, as `seed:word:number` in UTF-8.
    Whoever has them draws the same. The digest of the seed stands on the sheet before anybody
    signs, and the word is said at the draw by somebody who does not know the seed: so neither who
    keeps the machine nor who says the word can bend it."""
    return sorted(numbers, key=lambda each: sha256(f"{seed}:{word}:{each}".encode()).digest())


def digest_of(seed: str) -> str:
    """What is published before the lot is drawn."""
    return sha256(seed.encode()).hexdigest()
