"""Who was at how many dates of a course, as its sheet knows it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from linli.lib.calendar import local_day
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.models import Occasion, Presence, Sheet, SignUp


@dataclass(frozen=True, slots=True)
class Came:
    """One name of the sheet and at how many of its dates it was there."""

    signup: SignUp
    present: int


@dataclass(frozen=True, slots=True)
class Held:
    """How many dates are still planned, how many were held, from when to when, and who came."""

    planned: int
    held: int
    since: date
    until: date
    by_signup: list[Came]


def held_of(sheet: Sheet) -> Held:
    """The dates of a course and who came to them. A date counts as held once it was marked."""
    rows = Occasion.objects.filter(community=sheet.community_id, sheet=sheet)
    dates = list(rows.exclude(state=rules.CALLED_OFF).order_by("starts_at"))
    marked = [each for each in dates if each.state == rules.HELD or each.marked_at is not None]
    days = [local_day(each.starts_at) for each in marked or dates] or [date.min]
    names = SignUp.objects.filter(community=sheet.community_id, sheet=sheet).annotate(
        times=Count("presences", filter=_PRESENT, distinct=True)
    )
    came = [Came(each, each.times) for each in names.order_by("number") if each.times]
    return Held(len(dates) - len(marked), len(marked), days[0], days[-1], came)


def came_to(signup: SignUp) -> int:
    """At how many dates somebody was there."""
    return Presence.objects.filter(
        community=signup.community_id, signup=signup, state=rules.PRESENT
    ).count()


_PRESENT = Q(presences__state=rules.PRESENT) & ~Q(presences__occasion__state=rules.CALLED_OFF)
