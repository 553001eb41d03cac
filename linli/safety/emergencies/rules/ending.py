"""Until when what an incident collected about persons may be there (突发事件应对法 84, 85)."""

from collections.abc import Sequence
from datetime import date, timedelta

from linli.lib.law import Finding

DESTROYED = ("emergency_response.85",)


def destroy_date(begun_on: date, *, days: int) -> date:
    """The day on which it is destroyed, set when it begins."""
    return begun_on + timedelta(days=days)


def ripe(destroy_on: date, on: date) -> Finding:
    """That the day has come."""
    return Finding(
        destroy_on <= on, "emergencies.destroy_ripe", cites=DESTROYED, numbers={"on": destroy_on}
    )


def not_too_long(begun_on: date, until: date, *, days_most: int) -> Finding:
    """That it is put off no further than so many days after the beginning (the last included)."""
    last = begun_on + timedelta(days=days_most)
    return Finding(
        until <= last, "emergencies.destroy_most", cites=DESTROYED, numbers={"last_day": last}
    )


def later(until: date, stands: date) -> Finding:
    """That it is put off, not brought forward: earlier it goes by two hands."""
    return Finding(until > stands, "emergencies.destroy_later", numbers={"on": stands})


def two_hands(asked_by: object, confirms: object) -> Finding:
    """Another confirms than who asked."""
    return Finding(
        asked_by is not None and confirms is not None and asked_by != confirms,
        "emergencies.destroy_two_hands",
    )


def is_over(state: str) -> Finding:
    """That the incident has ended and its list is still there."""
    return Finding(state == "over", "emergencies.incident_over")


def is_running(state: str) -> Finding:
    """That the incident is running."""
    return Finding(state == "running", "emergencies.incident_running")


def list_stands(state: str) -> Finding:
    """That the list has not been destroyed: until then what is on paper can be typed in."""
    return Finding(state != "destroyed", "emergencies.list_stands", cites=DESTROYED)


def seen_to(left: int) -> Finding:
    """That somebody stood before every door on the list."""
    return Finding(left == 0, "emergencies.doors_seen_to", numbers={"left": left})


def tasks_done(titles: Sequence[str]) -> Finding:
    """That every task is done."""
    return Finding(
        not titles,
        "emergencies.tasks_done",
        numbers={"count": len(titles), "titles": tuple(titles)},
    )


def paper_typed(printed: bool, typed: bool) -> Finding:
    """That of a list that was printed something was typed in again."""
    return Finding(typed or not printed, "emergencies.paper_typed")


def drills_held(held: int, *, least: int) -> Finding:
    """As many drills this year as the place settled on: Art. 42 of the Emergency Response Law
    asks for drills, and sets no number."""
    return Finding(
        held >= least,
        "emergencies.drills_held",
        numbers={"held": held, "least": least},
    )
