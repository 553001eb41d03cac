"""What is asked before somebody serves, checks in, is counted."""

from datetime import date, timedelta

from linli.lib.law import Finding
from linli.lib.numbers import suppressed

LONGEST = 720
STEP = 5
"""Members are told in steps of five."""


def consented(consents: bool) -> Finding:
    """That somebody belongs to the Party is sensitive: a consent of its own, with nothing else
    (PIPL 28, 29)."""
    return Finding(consents, "party.consented", cites=("pipl.28", "pipl.29"))


def place_free(claims: int, wanted: int, *, closed: bool) -> Finding:
    """Whether the post still looks for somebody."""
    return Finding(
        not closed and claims < wanted, "party.post_free",
        numbers={"claims": claims, "wanted": wanted},
    )  # fmt: skip


def minutes_fit(minutes: int) -> Finding:
    """A service is between a minute and half a day."""
    return Finding(1 <= minutes <= LONGEST, "party.minutes_fit", numbers={"minutes": minutes})


def lapses(on: date, days: int) -> date:
    """The last day of a row, unless its owner says that it stays."""
    return on + timedelta(days=days)


def told(count: int, floor: int) -> int | None:
    """A count of members as others may read it: from `floor` on, in steps of
    five, and never a few or none."""
    return None if count == 0 or suppressed(count, floor) else rounded(count)


def rounded(count: int) -> int:
    """The five it has reached: who came between two tellings cannot be read from them."""
    return count // STEP * STEP


def shares_told(part: int, whole: int, floor: int) -> tuple[int, int] | None:
    """A part of the members and the whole, where neither the part nor those who are missing from it
    are so few that they could be asked why; otherwise None."""
    if part < floor or whole - part < floor:
        return None
    return rounded(part), rounded(whole)


def names_nobody(clean: bool) -> Finding:
    """What everybody reads names and reaches nobody, and says of nobody that they are a member."""
    return Finding(clean, "party.names_nobody", cites=("pipl.25", "pipl.28"))


def office_phone(clean: bool) -> Finding:
    """The telephone of an office is no person's mobile."""
    return Finding(clean, "party.office_phone", cites=("pipl.25",))
