"""The one-page brief of an activity, made from its record: numbers and photographs, no names."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Sum

from linli.core.places.laid_down import floor_laid_down
from linli.culture.activities.models import Activity
from linli.culture.activities.queries.coming import dates_of
from linli.lib.calendar import local_day
from linli.mechanisms.signup.models import Presence, SignUp
from linli.mechanisms.signup.rules import CALLED_OFF, HELD, IN, PRESENT


@dataclass(frozen=True, slots=True)
class Brief:
    """What came of it. `people`: names that came at least once; `visits`: everybody who came, over
    all dates, with those counted without a name; `few`: so few people, however
    often they came, that the numbers are not told to everybody."""

    held: int
    called_off: int
    first: datetime | None
    last: datetime | None
    signed: int
    people: int
    visits: int
    minutes: int
    few: bool


def brief_of(activity: Activity) -> Brief:
    """The numbers as they stand."""
    dates = list(dates_of(activity))
    held = [each for each in dates if each.state == HELD]
    came = Presence.objects.filter(
        community=activity.community_id, occasion__sheet=activity.sheet_id, state=PRESENT
    )
    visits = (came.aggregate(n=Sum("seats"))["n"] or 0) + (activity.heads or 0)
    signed = SignUp.objects.filter(
        community=activity.community_id, sheet=activity.sheet_id, state=IN
    ).aggregate(n=Sum("seats"))["n"]
    people = came.values("signup").distinct().count()
    different = people if activity.by_signup else people + (activity.heads or 0)
    floor = _floor(activity, held)
    return Brief(
        held=len(held),
        called_off=sum(each.state == CALLED_OFF for each in dates),
        first=held[0].starts_at if held else None,
        last=held[-1].starts_at if held else None,
        signed=signed or 0,
        people=people,
        visits=visits,
        minutes=sum(each.minutes for each in held),
        few=0 < visits < floor or 0 < different < floor,
    )


def _floor(activity: Activity, held: list[Any]) -> int:
    on = local_day(held[-1].starts_at if held else activity.state_since)
    return floor_laid_down(activity.community, on)
