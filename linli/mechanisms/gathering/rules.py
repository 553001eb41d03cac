"""What holds of any gathering: in which state what may be done, and how votes add up."""

from collections.abc import Mapping
from datetime import date

from linli.lib.law import Finding

PREPARED, CALLED, OPEN, CLOSED, MINUTED, CANCELLED = (
    "prepared",
    "called",
    "open",
    "closed",
    "minuted",
    "cancelled",
)
STATES = (PREPARED, CALLED, OPEN, CLOSED, MINUTED, CANCELLED)


def days_of_notice(noticed_on: date, meets_on: date) -> int:
    """The days between notice and meeting; the day of the notice is not counted (CC 201)."""
    return (meets_on - noticed_on).days


def stands(state: str, *wanted: str) -> Finding:
    """Whether the gathering stands where this can be done."""
    return Finding(
        state in wanted, "gathering.stands", numbers={"state": state, "wanted": tuple(wanted)}
    )


def lies_ahead(noticed_on: date, meets_on: date) -> Finding:
    """Whether notice is given before the meeting and not after it."""
    return Finding(
        noticed_on <= meets_on,
        "gathering.lies_ahead",
        numbers={"noticed_on": noticed_on, "meets_on": meets_on},
    )


def has_business(items: int) -> Finding:
    """Whether there is an agenda: nobody is asked to come to they know not what."""
    return Finding(items > 0, "gathering.has_business", numbers={"items": items})


def votes_add_up(for_: int, against: int, abstain: int, voting: int) -> Finding:
    """Whether no more hands (or papers) were counted than people with a vote were present.

    Who raised no hand at all is not asked and is counted with those present.
    """
    cast = for_ + against + abstain
    return Finding(
        min(for_, against, abstain) >= 0 and cast <= voting,
        "gathering.votes_add_up",
        numbers={"cast": cast, "voting": voting},
    )


def here_once(present: bool, name: str, capacity: str) -> Finding:
    """Whether somebody has not been signed in before in this capacity."""
    return Finding(not present, "gathering.here_once", numbers={"capacity": capacity})


def all_decided(undecided: tuple[str, ...]) -> Finding:
    """Whether every item that asked for a decision has one (or was put off)."""
    return Finding(not undecided, "gathering.all_decided", numbers={"undecided": undecided})


def signed_by_two(recorder: object, chair: object) -> Finding:
    """Whether the minutes are signed by two: whoever wrote them, and whoever led."""
    return Finding(recorder is not None and recorder != chair, "gathering.signed_by_two")


def told_in_full(unsaid: Mapping[str, int]) -> Finding:
    """Whether nothing is left open in the minutes: items without a word or a decision."""
    left = sum(unsaid.values())
    return Finding(left == 0, "gathering.told_in_full", numbers={"left": left})
