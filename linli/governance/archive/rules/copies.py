"""Copies for residents: of what is open, a few at a time, to be fetched for a while."""

from datetime import date, timedelta

from linli.lib.law import Finding

CITES = ("rcl2025.39",)


def open_to_all(access: str, *, kept: bool) -> Finding:
    """Copies are given of what is open and still there; of all else, the office asks in its own
    way and whoever it is about turns to the committee in person."""
    return Finding(kept and access == "open", "archive.open_to_all", cites=CITES)


def not_too_many(waiting: int, most: int) -> Finding:
    """No more than `most` requests of one resident wait at a time, the new one included."""
    return Finding(
        waiting < most,
        "archive.copies_at_once",
        cites=CITES,
        numbers={"waiting": waiting, "most": most},
    )


def still_open(given_on: date, on: date, *, days: int) -> Finding:
    """A copy can be fetched for so many days after it was given, the last day included."""
    last = given_on + timedelta(days=days)
    return Finding(
        on <= last, "archive.copy_still_open", cites=CITES, numbers={"last_day": last, "days": days}
    )


def words_given(words: str) -> Finding:
    """A refusal says why."""
    return Finding(bool(words.strip()), "archive.reason_given", cites=CITES)
