"""Ways to one's right: their last days, and the order in which a way is gone."""

from datetime import date, time, timedelta

from linli.lib.calendar import WorkCalendar, add_working_days, corresponding_day, roll
from linli.lib.law import Finding


def last_day(
    since: date, length: int, unit: str, calendar: WorkCalendar, *, weekend_rolls: bool
) -> date:
    """The last day of so many units from a day, which itself does not count (CC 201–203)."""
    if unit == "working_days":
        return add_working_days(calendar, since, length)
    whole = {"months": 1, "years": 12}
    on = (
        corresponding_day(since, whole[unit] * length)
        if unit in whole
        else since + timedelta(days=length)
    )
    return roll(on, weekend_rolls=weekend_rolls, calendar=calendar)


def counted_from_past(since: date, today: date) -> Finding:
    """A term runs from something that has happened."""
    return Finding(since <= today, "casework.route_since", numbers={"day": since})


def one_at_a_time(open_already: bool) -> Finding:
    """The same way is noted once while it is open."""
    return Finding(not open_already, "casework.route_once")


def still_walked(ended: bool) -> Finding:
    """Nothing more is noted on a way that has ended."""
    return Finding(not ended, "casework.route_open")


def not_taken_yet(taken: bool) -> Finding:
    """It is handed in once."""
    return Finding(not taken, "casework.route_taken_once")


def in_time(last: date | None, taken_on: date) -> Finding:
    """Whether it was handed in by the last day, that day included. Late is told and not refused:
    whether it is too late is for the office to say."""
    return Finding(
        last is None or taken_on <= last, "casework.route_in_time", numbers={"last_day": last}
    )


def number_free(given: int, numbers: int) -> Finding:
    """A consultation day has so many numbers, and no more are given."""
    return Finding(given < numbers, "casework.numbers_left", numbers={"numbers": numbers})


def day_is_held(called_off: bool, on: date, today: date) -> Finding:
    """Numbers are given for a day that has not passed and was not called off."""
    return Finding(
        not called_off and on >= today, "casework.consultation_held", numbers={"day": on}
    )


def one_number_each(has_one: bool) -> Finding:
    """One number for one person and day."""
    return Finding(not has_one, "casework.number_once")


def ahead(on: date, today: date) -> Finding:
    """A consultation day is announced before it comes."""
    return Finding(on >= today, "casework.consultation_ahead", numbers={"day": on})


def adviser_verified(how: str) -> Finding:
    """Who advises was looked up: a lawyer's licence, a legal-aid office's letter."""
    return Finding(bool(how.strip()), "casework.adviser_verified")


def taken_first(taken: bool) -> Finding:
    """An answer is asked for where something was handed in."""
    return Finding(taken, "casework.route_taken_first")


def hours_in_order(opens: time, closes: time) -> Finding:
    """It begins before it ends."""
    return Finding(opens < closes, "casework.consultation_hours")


def numbers_ripe(forget_on: date, today: date) -> Finding:
    """Who took which number is kept some days after, and no longer."""
    return Finding(forget_on <= today, "casework.numbers_ripe", numbers={"on": forget_on})
