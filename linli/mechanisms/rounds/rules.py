"""What may be done with a round, and what happens where two said something different at one door.

Everything here is a promise of the product: no law says how a committee walks its staircases. That
nothing is asked without a ground is PIPL 6, that what is held is right PIPL 8.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from linli.lib.law import Finding

TAKE, SAME, CONFLICT = "take", "same", "conflict"


@dataclass(frozen=True, slots=True, repr=False)
class Standing:
    """What stands for one question at one door: the value, the number of its version, and the
    keys of the entries that said it, each without knowing the others."""

    value: str = ""
    version: int = 0
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """What an entry says to one question. `seen`: the version its device knew; `after`: the keys
    of the same device's entries made before it, which it knew as well."""

    value: str
    entry: str
    seen: int = 0
    after: tuple[str, ...] = ()


def merge(standing: Standing, said: Said) -> str:
    """What becomes of it: `take` where the device knew what stands or says the same, `same` where
    it is this very entry again, `conflict` where another has said something else since.

    Who says the same unasked stands for it as well: whoever said it first does not change it over
    their head. A value is never lost: it stands, or it is kept beside for a person to decide, or
    somebody who knew it replaced it."""
    if said.entry in standing.entries:
        return SAME
    return TAKE if _knew(standing, said) or said.value == standing.value else CONFLICT


def _knew(standing: Standing, said: Said) -> bool:
    own = bool(standing.entries) and set(standing.entries) <= set(said.after)
    return own or said.seen == standing.version


def put(standing: Standing, said: Said) -> Standing:
    """What stands after it was taken."""
    agrees = not _knew(standing, said)
    entries = (*standing.entries, said.entry) if agrees else (said.entry,)
    return replace(standing, value=said.value, version=standing.version + 1, entries=entries)


def doors_given(count: int) -> Finding:
    """A round goes to at least one door."""
    return Finding(count >= 1, "rounds.doors_given", numbers={"count": count})


def somebody_carries(count: int) -> Finding:
    """Somebody walks it."""
    return Finding(count >= 1, "rounds.somebody_carries", numbers={"count": count})


def questions_given(count: int) -> Finding:
    """Something is asked; nobody is visited for nothing."""
    return Finding(count >= 1, "rounds.questions_given", numbers={"count": count})


def day_ahead(day: date, on: date) -> Finding:
    """A round is planned for today or later."""
    return Finding(day >= on, "rounds.day_ahead", numbers={"day": day, "on": on})


def still_open(state: str) -> Finding:
    """The round has not ended."""
    return Finding(state != "ended", "rounds.still_open")


def carried_by(carries: bool) -> Finding:
    """Whoever records at a door walks the round now."""
    return Finding(carries, "rounds.carried_by")


def may_walk(may: bool) -> Finding:
    """Whoever is named to carry holds the permission of this sort of round."""
    return Finding(may, "rounds.may_walk")


def no_ties(fits: bool) -> Finding:
    """Nobody goes to the doors of their own relatives, where a kind says so."""
    return Finding(fits, "rounds.no_ties")


def another(mine: bool) -> Finding:
    """Doors are handed over to somebody else."""
    return Finding(not mine, "rounds.another")


def one_walks_on(left: int, ended: bool = False) -> Finding:
    """A round that goes on keeps somebody who walks it."""
    return Finding(ended or left >= 1, "rounds.one_walks_on")


def still_kept(content: str) -> Finding:
    """What is taken late is still there to be taken."""
    return Finding(bool(content), "rounds.still_kept")


def asked_here(keys: Collection[str], asked: Collection[str]) -> Finding:
    """Only what is asked at this door is answered."""
    wrong = sorted(set(keys) - set(asked))
    return Finding(not wrong, "rounds.asked_here", numbers={"wrong": len(wrong)})


def something_said(count: int) -> Finding:
    """An entry says something; where all is as it was, that is what is confirmed."""
    return Finding(count >= 1, "rounds.something_said")


def was_asked_before(known: int) -> Finding:
    """Without change can only be a door at which something was known."""
    return Finding(known >= 1, "rounds.was_asked_before")


def two_went(wanted: bool, second: str, carriers: Collection[str], first: str) -> Finding:
    """Where the sort of round asks for two names, a second one who carries it stood there too."""
    holds = not wanted or (second in carriers and second != first)
    return Finding(holds, "rounds.two_went")


def fits(
    title: str,
    kind: str,
    value: str,
    *,
    choices: Sequence[str] = (),
    least: int | None = None,
    most: int | None = None,
    longest: int,
) -> Finding:
    """The value is of the sort that was asked for. Nothing takes an answer back."""
    numbers = {"title": title, "least": least, "most": most, "longest": longest, "kind": kind}
    return Finding(
        value == "" or _fits(kind, value, choices, least, most, longest),
        "rounds.fits",
        numbers=numbers,
    )


def _fits(
    kind: str, value: str, choices: Sequence[str], least: int | None, most: int | None, longest: int
) -> bool:
    match kind:
        case "choice":
            return value in choices
        case "yes_no":
            return value in ("yes", "no")
        case "number":
            digits = value.removeprefix("-")
            if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
                return False
            number = int(value)
            return (least is None or number >= least) and (most is None or number <= most)
        case "date":
            return _is_day(value)
        case _:
            return len(value) <= longest


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == 10


def not_from_the_future(said_at: datetime, at: datetime) -> datetime:
    """When it was said: the device's clock, but never later than ours."""
    return min(said_at, at)


def next_way(attempts: int, written: bool, *, after: int) -> str:
    """What to try next at a door nobody opened: `knock` again, after enough attempts `letter`,
    and where a letter was left `phone`."""
    if attempts < after:
        return "knock"
    return "phone" if written else "letter"


def all_decided(conflicts: int, late: int) -> Finding:
    """A round ends when every difference has been decided; what comes late after that waits."""
    return Finding(
        conflicts == 0 and late == 0,
        "rounds.all_decided",
        numbers={"conflicts": conflicts, "late": late},
    )


def not_decided_yet(open_: bool) -> Finding:
    """What a person has decided is not decided again."""
    return Finding(open_, "rounds.not_decided_yet")


def still_the_value(seen: int, version: int) -> Finding:
    """What stands is what the person who decides was shown."""
    return Finding(seen == version, "rounds.still_the_value")


def kept_by_choice(by_choice: bool, agreed: bool) -> Finding:
    """Doors of a sort that asks for it are taken along on a device only by an explicit choice."""
    return Finding(agreed or not by_choice, "rounds.kept_by_choice", cites=("pipl.6",))


def day_came(day: date, on: date) -> Finding:
    """Doors are taken along on their day at the earliest, or the day before: a device that lies
    in a drawer for a month holds nothing."""
    return Finding((day - on).days <= 1, "rounds.day_came", numbers={"day": day, "on": on})


def values_kept(standing: Standing, aside: Iterable[str]) -> set[str]:
    """Every value that is still there: what stands and what lies beside."""
    return {standing.value, *aside}
