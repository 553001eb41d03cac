"""How long somebody served, as it is written down: whole and half hours, without the way."""

from datetime import datetime

from linli.lib.law import Finding

STEP = 30
"""Minutes of half an hour: the record counts in nothing smaller."""


def half_hours_of(minutes: int, *, begun_from: int) -> int:
    """The half hours of so many minutes on duty; a begun one counts from `begun_from` minutes on.
    The way there and back is no duty, so it is not among the minutes."""
    whole, rest = divmod(max(minutes, 0), STEP)
    return whole + (1 if rest >= begun_from else 0)


def is_over(ends_at: datetime, at: datetime) -> Finding:
    """Hours are confirmed once the shift is over."""
    return Finding(at >= ends_at, "volunteering.shift_over", numbers={"ends_at": ends_at})


def took_place(held: bool) -> Finding:
    """A shift that was called off gives no hours."""
    return Finding(held, "volunteering.took_place", cites=("volunteering.19",))


def counted_once(once: bool) -> Finding:
    """Nobody served in two places at the same hour: an hour counts once."""
    return Finding(once, "volunteering.counted_once", cites=("volunteering.19",))


def another_confirms(own: bool) -> Finding:
    """Nobody confirms their own hours."""
    return Finding(not own, "volunteering.another_confirms", cites=("volunteering.19",))


def long_enough(half_hours: int) -> Finding:
    """Less than what counts as half an hour is no record."""
    return Finding(half_hours > 0, "volunteering.long_enough")


def not_longer(minutes: int, lasted: int) -> Finding:
    """Nobody served longer than from the beginning of the shift to its end."""
    return Finding(
        0 <= minutes <= lasted,
        "volunteering.not_longer",
        numbers={"minutes": minutes, "lasted": lasted},
    )


def correction_holds(held: int, becomes: int, reason: str) -> Finding:
    """A correction changes something, goes below nothing for nobody, and says why."""
    return Finding(
        becomes >= 0 and becomes != held and bool(reason.strip()),
        "volunteering.correction_holds",
        numbers={"held": held, "becomes": becomes},
    )


def something_to_certify(half_hours: int) -> Finding:
    """A certificate tells the truth: without confirmed hours there is none."""
    return Finding(half_hours > 0, "volunteering.something_to_certify", cites=("volunteering.19",))
