"""Sitting on the committee: how a term begins, how it ends before its time (arts. 20–25, 37)."""

from datetime import date

from linli.lib.law import Finding

GROUNDS = {
    "resigned": "rcl2025.21",
    "incapacity": "rcl2025.23",
    "sentence": "rcl2025.23",
    "appraisal": "rcl2025.37",
    "void": "rcl2025.22",
    "died": "rcl2025.24",
}
"""On what a term ends before its time, other than by a recall, which has its own vote."""

APPROVED = ("resigned", "appraisal")
"""Ends that come of a decision: whose, and where it is kept, has to be said with them."""


def one_director(sitting: int) -> Finding:
    """One director at a time: whoever is entered as director finds the seat free."""
    return Finding(
        sitting == 0, "elections.one_director", cites=("rcl2025.8",), numbers={"sitting": sitting}
    )


def sits_once(already: bool) -> Finding:
    """A person holds one office on the committee at a time."""
    return Finding(not already, "elections.sits_once", cites=("rcl2025.8",))


def supervises_no_longer(supervises: bool) -> Finding:
    """Nobody is a member of the committee and of the one that watches over it (art. 36)."""
    return Finding(not supervises, "elections.supervises_no_longer", cites=("rcl2025.36",))


def still_sits(ended_on: date | None) -> Finding:
    """A term ends once."""
    return Finding(ended_on is None, "elections.still_sits", numbers={"ended_on": ended_on})


def term_in_order(since: date, ends: date, on: date) -> Finding:
    """A term that is entered has begun, and ends after it began."""
    return Finding(
        since <= on and since < ends,
        "elections.term_in_order",
        cites=("rcl2025.14",),
        numbers={"since": since, "ends": ends, "on": on},
    )


def may_end(reason: str, since: date, ended_on: date, on: date, *, paper: str) -> Finding:
    """A term ends on a day that has come, after it began, on a ground of the law, and with the
    paper that shows it: the meeting's resolution, the judgment, the finding."""
    return Finding(
        reason in GROUNDS and since < ended_on <= on and bool(paper.strip()),
        "elections.may_end",
        cites=(GROUNDS.get(reason, "rcl2025.23"),),
        numbers={"since": since, "ended_on": ended_on, "on": on},
    )


def holds_the_higher_office(name: str) -> Finding:
    """Whoever has the votes for two offices takes the higher; nobody sits twice (art. 8)."""
    return Finding(
        True, "elections.holds_the_higher_office", cites=("rcl2025.8",), numbers={"name": name}
    )


def declared_together(undeclared: bool) -> Finding:
    """A round is declared once, on the spot, when it has been counted (art. 19)."""
    return Finding(undeclared, "elections.declared_once", cites=("rcl2025.19",))


def seats_are_open(left: int) -> Finding:
    """A further vote is for seats that are still open, or after one that was not valid."""
    return Finding(
        left > 0, "elections.seats_are_open", cites=("rcl2025.19",), numbers={"left": left}
    )


def somebody_stands(office: str, standing: int) -> Finding:
    """In a further vote somebody stands for each office with an open seat."""
    return Finding(
        standing > 0,
        "elections.somebody_stands",
        cites=("rcl2025.19",),
        numbers={"office": office, "standing": standing},
    )


def all_handed_over(open_items: int) -> Finding:
    """The handover is complete when both sides have ticked every thing on its list (art. 25)."""
    return Finding(
        open_items == 0,
        "elections.all_handed_over",
        cites=("rcl2025.25",),
        numbers={"open": open_items},
    )


def two_sides(same: bool) -> Finding:
    """Whoever gives a thing is not whoever takes it."""
    return Finding(not same, "elections.two_sides", cites=("rcl2025.25",))


def not_yet_given(given: bool) -> Finding:
    """What was given stays on the list."""
    return Finding(not given, "elections.not_yet_given", cites=("rcl2025.25",))


def not_yet_taken(taken: bool) -> Finding:
    """What was taken over is settled between the two."""
    return Finding(not taken, "elections.not_yet_taken", cites=("rcl2025.25",))


def given_before_taken(given: bool) -> Finding:
    """A thing is taken over after it was given."""
    return Finding(given, "elections.given_before_taken", cites=("rcl2025.25",))


def missing_explained(missing: bool, note: str) -> Finding:
    """Of what was not there it is said what becomes of it."""
    return Finding(
        not missing or bool(note.strip()), "elections.missing_explained", cites=("rcl2025.25",)
    )


def seats_are_vacant(wanted: int, beyond: int) -> Finding:
    """A by-election is for seats that are vacant, and for no others (art. 24)."""
    return Finding(
        wanted > 0 and beyond == 0,
        "elections.seats_are_vacant",
        cites=("rcl2025.24",),
        numbers={"wanted": wanted, "beyond": beyond},
    )


def term_still_runs(day: date, ends: date) -> Finding:
    """There is a term left to serve; otherwise the change of term is due (arts. 14 and 24)."""
    return Finding(
        day < ends,
        "elections.term_still_runs",
        cites=("rcl2025.14", "rcl2025.24"),
        numbers={"day": day, "ends": ends},
    )
