"""How long a notice must be up, when it comes down, and whose hands it goes through."""

from datetime import date, datetime, timedelta

from linli.lib.calendar import WorkCalendar, deadline_at, period_end
from linli.lib.law import Finding
from linli.mechanisms.publication.declaration import Template

EARLY_GROUNDS = frozenset({"privacy", "wrong", "consent"})
"""Grounds on which a notice comes down before its least period: it should never have been up."""

GROUNDS = EARLY_GROUNDS | {"withdrawn", "replaced", "consent"}


def long_enough(template: Template, days: int | None) -> Finding:
    """Whether it will be up as long as it must; days are counted after the day of posting."""
    return Finding(
        days is None or days >= max(1, template.minimum_days),
        "publication.long_enough",
        cites=template.cites,
        numbers={"days": days, "minimum": max(1, template.minimum_days)},
    )


def not_backdated(on: date, today: date) -> Finding:
    """A notice counts from the day it goes up, which cannot lie in the past."""
    return Finding(on >= today, "publication.not_backdated", numbers={"on": on, "today": today})


def objections_end(
    template: Template, on: date, calendar: WorkCalendar, *, weekend_rolls: bool
) -> datetime | None:
    """The first moment too late for an objection to a notice posted on that day: a period in
    which something may be done, so it is carried over a holiday (CC 203). Not where it is the
    period of the notice itself: a name is not shown for longer because of a holiday."""
    if not template.objection_days:
        return None
    if not template.objections_roll:
        return deadline_at(on + timedelta(days=template.objection_days))
    last = period_end(
        on, days=template.objection_days, weekend_rolls=weekend_rolls, calendar=calendar
    )
    return deadline_at(last)


def comes_down(on: date, days: int | None, objections_until: datetime | None) -> datetime | None:
    """When a notice posted on that day comes down by itself.

    The day of posting is not counted (CC 201), so 15 days from 1 March end with 16 March. A
    notice is no act to be done, so its end is not carried over a holiday; but it stays while
    objections may be raised, because nobody objects to what is not to be seen.
    """
    if days is None:
        return None
    ends = deadline_at(on + timedelta(days=days))
    return max(ends, objections_until) if objections_until else ends


def stood_long_enough(template: Template, posted_on: date, on: date, ground: str) -> Finding:
    """Whether a notice may come down on that day. One that should never have been up, because
    it is wrong or tells too much of a person, comes down at once."""
    may_come_down = posted_on + timedelta(days=template.minimum_days + 1)
    return Finding(
        template.minimum_days == 0 or on >= may_come_down or ground in EARLY_GROUNDS,
        "publication.stood_long_enough",
        cites=template.cites,
        numbers={"minimum": template.minimum_days, "may_come_down": may_come_down},
    )


def seen_by_two(prepared_by: object, released_by: object) -> Finding:
    """What names persons is posted by somebody other than whoever prepared it."""
    return Finding(
        prepared_by is not None and released_by is not None and prepared_by != released_by,
        "publication.seen_by_two",
        cites=("pipl.25",),
    )


def agreed_by_all(template: Template, named: int, agreed: int) -> Finding:
    """Where the template asks for it, everybody named has agreed to be named. A notice that
    names nobody on the roster cannot show that anybody agreed."""
    return Finding(
        not template.consent or (named > 0 and agreed >= named),
        "publication.agreed_by_all",
        cites=("pipl.25", "pipl.14"),
        numbers={"named": named, "agreed": agreed, "missing": max(0, named - agreed)},
    )
