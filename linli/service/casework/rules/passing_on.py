"""Before anything about a person leaves the case."""

from datetime import date

from linli.lib.law import Finding
from linli.service.casework.kinds.declaration import Override


def on_a_ground(agreed: bool, withdrawn: bool, override: Override | None, why: str) -> Finding:
    """Consent that stands, or a ground of this kind by name, with the reason why here. One of the
    two and not both: who has agreed is not overridden."""
    if agreed:
        return Finding(
            not withdrawn and override is None,
            "casework.agreed_and_stands",
            cites=("pipl.14", "pipl.15", "pipl.23"),
        )
    cites = override.cites if override else ()
    return Finding(
        override is not None and bool(why.strip()),
        "casework.on_a_ground",
        cites=("pipl.13", "pipl.23", *cites),
    )


def given_by_today(given_on: date, today: date) -> Finding:
    """Consent is written down when it has been given."""
    return Finding(given_on <= today, "casework.given_already", cites=("pipl.14",))


def something_sent(count: int) -> Finding:
    """What is passed on is ticked, piece by piece."""
    return Finding(count > 0, "casework.something_sent", cites=("pipl.6", "pipl.23"))


def by_another(asked_by: object, decides: object) -> Finding:
    """Who asked for a copy does not release it."""
    return Finding(asked_by != decides, "casework.by_two")


def not_decided(decided: bool) -> Finding:
    """A request is decided once."""
    return Finding(not decided, "casework.decided_once")


def asked_once(waiting: bool) -> Finding:
    """One request at a time."""
    return Finding(not waiting, "casework.asked_once")


def may_fetch(granted: bool, mine: bool, fetched: bool, late: bool) -> Finding:
    """A copy opens once, for who asked, in its time."""
    return Finding(granted and mine and not fetched and not late, "casework.opens_once")
