"""Until when what an incident collected about persons may be there (突发事件应对法 84, 85)."""

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


def drills_held(held: int, *, least: int) -> Finding:
    """As many drills this year as were promised."""
    return Finding(
        held >= least,
        "emergencies.drills_held",
        cites=("emergency_response.42",),
        numbers={"held": held, "least": least},
    )
