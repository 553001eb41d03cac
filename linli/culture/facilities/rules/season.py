"""Who gets which weekly slot: the rule that is printed before wishes are taken.

1. A lot puts the wishes into an order: by the digest of seed, called number and the wish's number.
2. In the first round each in turn gets the best of its wishes that is still free.
3. A further round begins when the one before is over; it goes through the order the other way
   round. Nobody has a second slot before everybody could have a first.
4. A slot that holds fewer people than come, or has steps where none can be, is passed over.

The same wishes and numbers give the same result, whoever reckons it and in whatever order the rows
are read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from uuid import UUID

from linli.lib.law import Finding

TAKEN, SMALL, STEPS, OWN = "taken", "small", "steps", "own"


@dataclass(frozen=True, slots=True)
class SlotFacts:
    """What of a slot counts. `holds`: how many people; None where nobody has said. `step_free`:
    None where nobody has looked."""

    key: UUID
    holds: int | None = None
    step_free: bool | None = None


@dataclass(frozen=True, slots=True)
class Wished:
    """One group's wishes, the dearest first. `number` is its name in the lot."""

    key: UUID
    number: int
    slots: tuple[UUID, ...]
    size: int = 1
    step_free: bool = False


@dataclass(frozen=True, slots=True)
class Passed:
    """A wish that did not come about, and why; `by`: the number that had taken it, in which round
    and turn."""

    rank: int
    slot: UUID
    why: str
    by: int | None = None
    round: int = 0
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Got:
    """A slot that fell to a wish: in which round, at which turn of the round, which of its
    wishes."""

    slot: UUID
    wish: UUID
    number: int
    round: int
    turn: int
    rank: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one group got, and what became of the wishes it did not get."""

    wish: UUID
    number: int
    place: int
    got: tuple[Got, ...] = ()
    passed: tuple[Passed, ...] = ()


@dataclass(frozen=True, slots=True)
class Allocation:
    """The order of the lot (numbers), and each outcome in that order."""

    order: tuple[int, ...]
    outcomes: tuple[Outcome, ...]
    turns: tuple[Got, ...] = field(default=())


def lot_of(seed: str, called: str, number: int) -> str:
    """The lot one number draws: whoever has sha-256 can reckon it."""
    return sha256(f"{seed}:{called}:{number}".encode()).hexdigest()


def drawn(seed: str, called: str, numbers: Iterable[int]) -> list[int]:
    """The order of the lot: the smallest first."""
    return sorted(numbers, key=lambda number: (lot_of(seed, called, number), number))


def allocate(
    slots: Iterable[SlotFacts],
    wishes: Iterable[Wished],
    *,
    seed: str,
    called: str = "",
    most: int = 1,
) -> Allocation:
    """The slots given out by the printed rule. `most`: how many one group gets at the utmost."""
    facts = {slot.key: slot for slot in slots}
    by_number = {wish.number: wish for wish in wishes}
    order = drawn(seed, called, by_number)
    taken: dict[UUID, Got] = {}
    for number_of_round in range(1, most + 1):
        going = order if number_of_round % 2 else order[::-1]
        before = len(taken)
        for turn, number in enumerate(going, 1):
            wish = by_number[number]
            best = _best_free(wish, facts, taken)
            if best is not None:
                rank, slot = best
                taken[slot] = Got(slot, wish.key, number, number_of_round, turn, rank)
        if len(taken) == before:
            break
    turns = sorted(taken.values(), key=lambda got: (got.round, got.turn))
    outcomes = [
        _outcome(by_number[number], place, facts, taken, most)
        for place, number in enumerate(order, 1)
    ]
    return Allocation(tuple(order), tuple(outcomes), tuple(turns))


def fits(wish: Wished, slot: SlotFacts | None) -> str:
    """Why a slot does not do for a group; empty where it does. Where nobody has said how many it
    holds, it holds them; where nobody has looked for steps, there may be some."""
    if slot is None:
        return OWN
    if slot.holds is not None and slot.holds < wish.size:
        return SMALL
    if wish.step_free and slot.step_free is not True:
        return STEPS
    return ""


def next_for(
    slot: SlotFacts, wishes: Iterable[Wished], held: dict[int, int], order: Sequence[int], most: int
) -> list[int]:
    """Who is asked, in which order, when a slot was given back: of those who wished for it and
    whom it does for, first who has fewest slots, then by the lot. Who has `most` is not asked."""
    place = {number: at for at, number in enumerate(order)}
    asked = [
        wish.number
        for wish in wishes
        if slot.key in wish.slots
        and not fits(wish, slot)
        and held.get(wish.number, 0) < most
        and wish.number in place
    ]
    return sorted(asked, key=lambda number: (held.get(number, 0), place[number]))


def _best_free(
    wish: Wished, facts: dict[UUID, SlotFacts], taken: dict[UUID, Got]
) -> tuple[int, UUID] | None:
    for rank, slot in enumerate(wish.slots, 1):
        if slot not in taken and not fits(wish, facts.get(slot)):
            return rank, slot
    return None


def _outcome(
    wish: Wished,
    place: int,
    facts: dict[UUID, SlotFacts],
    taken: dict[UUID, Got],
    most: int,
) -> Outcome:
    got = tuple(
        sorted((each for each in taken.values() if each.wish == wish.key), key=lambda g: g.round)
    )
    last = max((each.rank for each in got), default=len(wish.slots))
    if len(got) < most:
        last = len(wish.slots)
    mine = {each.slot for each in got}
    passed = []
    for rank, slot in enumerate(wish.slots[:last], 1):
        if slot in mine:
            continue
        why = fits(wish, facts.get(slot))
        if why:
            passed.append(Passed(rank, slot, why))
        elif slot in taken:
            by = taken[slot]
            passed.append(Passed(rank, slot, TAKEN, by.number, by.round, by.turn))
    return Outcome(wish.key, wish.number, place, got, tuple(passed))


def may_wish(state: str, wishes_until: date, on: date) -> Finding:
    """Wishes are taken once the rule is published, through the last day (the day included)."""
    return Finding(
        state == "open" and on <= wishes_until,
        "facilities.wishes_open",
        numbers={"until": wishes_until},
    )


def wishes_in_order(chosen: Sequence[UUID], offered: Iterable[UUID], most: int) -> Finding:
    """At least one and no more wishes than the season allows, no slot twice, only slots of it."""
    known = set(offered)
    holds = (
        0 < len(chosen) <= most
        and len(set(chosen)) == len(chosen)
        and all(each in known for each in chosen)
    )
    return Finding(
        holds, "facilities.wishes_in_order", numbers={"chosen": len(chosen), "most": most}
    )


def may_allocate(wishes_until: date, on: date) -> Finding:
    """The lot is drawn after the last day of wishes, so that nobody knows it when wishing."""
    return Finding(on > wishes_until, "facilities.wishes_over", numbers={"until": wishes_until})
