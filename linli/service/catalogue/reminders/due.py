"""What time does to reminders and cards: tells what has come, moves on what is past, asks once a
year, destroys what belonged to who has left. Safe to run twice."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.catalogue.reminders import actions
from linli.service.catalogue.reminders.actions.moving import past_since
from linli.service.catalogue.reminders.models import Reminder, ServiceCard
from linli.service.catalogue.reminders.queries import EVERYWHERE, moved_away, to_be_asked

AT_ONCE = 200


def run(at: datetime) -> int:
    """Does what is due; says how much."""
    on = local_day(at)
    rows = Reminder.objects.across_communities(EVERYWHERE)
    cards = ServiceCard.objects.across_communities(EVERYWHERE)
    come = rows.filter(Q(opens_on__lte=on, told__lt=2, paused=False) | Q(due_on__lt=on))
    asked = cards.filter(asked_on__isnull=True, kept_on__lt=on - timedelta(days=300))
    places = _places(come) | _places(asked)
    night = timezone.localtime(at)
    if (night.hour, night.minute) == (3, 0):  # looks at everybody, so once a night
        places |= _places(moved_away(rows, on)) | _places(moved_away(cards, on))
    return sum(_tend(place, at, on) for place in Place.objects.filter(pk__in=places))


def _tend(community: Place, at: datetime, on: date) -> int:
    by: dict[str, Any] = {"by": the_clock(), "at": at}
    rows = Reminder.objects.filter(community=community).select_related("community", "person")
    cards = ServiceCard.objects.filter(community=community).select_related("community", "person")
    done = 0
    if any(moved_away(each, on).exists() for each in (rows, cards)):
        actions.forget_those_who_left(community, **by)
        done += 1
    for row in _to_tell(community, rows.filter(paused=False), on):
        done += _carried(actions.tell_reminder, row, by)
    for row in rows.filter(due_on__lt=past_since(community, on))[:AT_ONCE]:
        done += _carried(actions.move_on, row, by)
    for card in _waiting(cards.filter(asked_on__isnull=True).order_by("kept_on")[:AT_ONCE], on):
        done += _carried(actions.ask_about_card, card, by)
    return done


def _to_tell(community: Place, rows: Any, on: date) -> list[Reminder]:
    """Those whose time has come, and those whose last days have and who were told before them."""
    days = timedelta(days=number_laid_down("reminders.again_before", community, on))
    first = Q(told=0, opens_on__lte=on, due_on__gte=past_since(community, on))
    second = Q(told=1, due_on__range=(on, on + days))
    return [
        row
        for row in rows.filter(first | second).order_by("due_on", "id")[:AT_ONCE]
        if not row.told or (row.told_on and row.told_on < row.due_on - days)
    ]


def _waiting(cards: Iterable[ServiceCard], on: date) -> list[ServiceCard]:
    return [card for card in cards if to_be_asked(card, on)]


def _carried(act: Any, row: Any, by: dict[str, Any]) -> int:
    try:
        act(row, **by)
    except Refused:
        return 0  # taken back, changed or told a moment ago
    return 1


def _places(rows: Any) -> set[Any]:
    return set(rows.order_by().values_list("community_id", flat=True).distinct())
