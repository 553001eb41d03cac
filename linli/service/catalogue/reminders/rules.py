"""When somebody is to be reminded, and what comes next: plain days in, plain days out.

All reckoning is by months and includes its last day. A month that has no such day gives its last
(civil code 202): a month before 31 March is the last of February.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from linli.lib.calendar import WorkCalendar, corresponding_day, is_working_day
from linli.lib.law import Finding

ASKED = ("since", "until")
RENEWS = ("full_year", "done", "yearly", "new_day", "once")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How one kind comes round. `asks`: the day it was done last, or the last day it holds;
    `every`: months from one time to the next; `before`: months before its end it must be asked
    for; `ahead`: months before that the reminder comes."""

    asks: str
    renews: str
    every: int = 0
    before: int = 0
    ahead: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """One time that something is due. `day` and `number` are what the next is reckoned from: the
    years are counted from the first day, so that 29 February comes back in a leap year."""

    day: date
    number: int
    opens: date
    due: date


def turn(rhythm: Rhythm, day: date, number: int = 0) -> Turn:
    """The turn of that number, counted from `day`."""
    times = number + (rhythm.asks == "since")
    due = corresponding_day(day, rhythm.every * times)
    if rhythm.before:
        due = corresponding_day(due, -rhythm.before)
    return Turn(day, number, corresponding_day(due, -rhythm.ahead), due)


def first_turn(rhythm: Rhythm, day: date, on: date) -> Turn:
    """The turn to be reminded of when the day is told on `on`: where years are full by themselves,
    the first that has not passed; else the one that follows from the day, passed or not."""
    found = turn(rhythm, day)
    while rhythm.renews in ("full_year", "yearly") and found.due < on:
        found = turn(rhythm, day, found.number + 1)
    return found


def turn_after(rhythm: Rhythm, at: Turn, done_on: date, new_day: date | None = None) -> Turn | None:
    """What comes after it was done on that day; None where it does not come again. On the full
    year (居住每满一年) it goes on from there, unless it was late: then from the day it was done."""
    match rhythm.renews:
        case "full_year" if done_on <= at.due:
            return turn(rhythm, at.day, at.number + 1)
        case "full_year" | "done":
            return turn(rhythm, done_on)
        case "yearly":
            return turn(rhythm, at.day, at.number + 1)
        case "new_day" if new_day is not None:
            return turn(rhythm, new_day)
    return None


def turn_unsaid(rhythm: Rhythm, at: Turn) -> Turn | None:
    """What comes next where nobody said whether it was done: the same a time later; None for what
    does not come round by itself."""
    if rhythm.renews in ("new_day", "once"):
        return None
    return turn(rhythm, at.day, at.number + 1)


def go_by(due: date, calendar: WorkCalendar) -> date:
    """The last working day up to `due`. A counter is closed on a day of rest; that a last day
    might give way is nothing to count on."""
    on = due
    while not is_working_day(calendar, on):
        on -= timedelta(days=1)
    return on


def month_of(on: date) -> tuple[date, date]:
    """The first and the last day of its month."""
    first = on.replace(day=1)
    return first, corresponding_day(first, 1) - timedelta(days=1)


def may_be_told(asks: str, day: date, on: date) -> Finding:
    """What was done lies behind us, what holds until a day has not ended."""
    holds = day <= on if asks == "since" else day >= on
    return Finding(holds, "catalogue.reminder_day", numbers={"day": day, "today": on})


def still_to_come(rhythm: Rhythm, due: date, on: date) -> Finding:
    """What counts from the day it was done and is past must be done now, not remembered."""
    holds = rhythm.renews != "done" or due >= on
    return Finding(holds, "catalogue.reminder_to_come", numbers={"due": due})


def done_in_order(rhythm: Rhythm, at: Turn, done_on: date, on: date) -> Finding:
    """It was done by today, and it was this turn that was done: in the month before the full year,
    within the year that ends on the day, or after it was done last."""
    match rhythm.renews:
        case "full_year":
            since = at.opens
        case "yearly":
            since = corresponding_day(at.due, -rhythm.every) + timedelta(days=1)
        case "done":
            since = at.day
        case _:
            since = date.min
    numbers = {"done_on": done_on, "today": on, "since": max(since, date(1900, 1, 1))}
    return Finding(since <= done_on <= on, "catalogue.reminder_done", numbers=numbers)


def told_anew(asks_anew: bool, new_day: date | None, on: date) -> Finding:
    """The new day, where one was told, lies ahead."""
    holds = not asks_anew or new_day is None or new_day > on
    return Finding(holds, "catalogue.reminder_new_day", numbers={"today": on})


def comes_now(at: Turn, told: int, told_on: date | None, on: date, again: int, kept: int) -> bool:
    """Whether somebody hears of a turn on that day: of its time once it has come and until it is
    over (`kept` days after), and once more in its last `again` days, if told before them."""
    days = timedelta(days=again)
    if not told:
        return at.opens <= on and not is_past(at, on, kept)
    last = told == 1 and at.due - days <= on <= at.due
    return last and told_on is not None and told_on < at.due - days


def is_past(at: Turn, on: date, kept: int) -> bool:
    """Whether a turn is over: more than so many days after its last."""
    return at.due < on - timedelta(days=kept)


def may_be_called(call: bool, phone: str) -> Finding:
    """Who wishes a call has said under which number."""
    return Finding(not call or bool(phone.strip()), "catalogue.reminder_number")


def is_heard(call: bool, has_account: bool) -> Finding:
    """A reminder nobody would hear of is none: by the inbox, or by a call."""
    return Finding(call or has_account, "catalogue.reminder_heard")


def agreed(consent: str) -> Finding:
    """A worker writes it down at the person's wish, and says how they agreed."""
    return Finding(bool(consent), "catalogue.reminder_agreed", cites=("pipl.13",))
