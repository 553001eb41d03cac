"""What time does: lists are destroyed on their day, cards run out or are asked about, what is
short in store is told. Safe to run twice."""

from collections import Counter
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from linli.core.audit.actor import the_clock
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.mechanisms.ledger.models import Account
from linli.safety.emergencies.actions import cards, destroying, supplies
from linli.safety.emergencies.law import days
from linli.safety.emergencies.models import HelpCard, Incident, Supply
from linli.safety.emergencies.models.supplies import HELD
from linli.safety.emergencies.queries.prepared import state_of_supply

AT_ONCE = 200
TOLD_BEFORE = timedelta(days=3)
ASK_WITHIN = timedelta(days=60)
WEEK = timedelta(days=7)


def run(at: datetime) -> int:
    """Does what is due; says how much."""
    return _destroy(at) + _cards(at) + _supplies(at)


def _everywhere(model: Any) -> Any:
    return model.objects.across_communities("time runs everywhere").select_related("community")


def _destroy(at: datetime) -> int:
    on, done = local_day(at), 0
    rows = _everywhere(Incident).exclude(state="destroyed")
    for incident in rows.filter(state="over", destroy_on__lte=on)[:AT_ONCE]:
        with suppress(Refused):
            destroying.destroy_due(incident, by=the_clock(), at=at)
            done += 1
    near = rows.filter(destroy_on__lte=on + TOLD_BEFORE)
    over = Q(state="over", destroy_on__gt=on, told_on__isnull=True)
    daily = Q(state="running") & (Q(told_on__isnull=True) | Q(told_on__lt=on))
    for incident in near.filter(over | daily)[:AT_ONCE]:
        destroying.remind_destroy(incident, by=the_clock(), at=at)
        done += 1
    return done


def _cards(at: datetime) -> int:
    on, done = local_day(at), 0
    rows = _everywhere(HelpCard).order_by("until")
    for card in rows.filter(until__lt=on)[:AT_ONCE]:
        with suppress(Refused):
            cards.lapse_card(card, by=the_clock(), at=at)
            done += 1
    near = rows.filter(until__gte=on, until__lte=on + ASK_WITHIN, asked_on__isnull=True)
    spoken: Counter[Any] = Counter()
    for card in near[:AT_ONCE]:
        if card.until <= on + timedelta(days=days("card_ask_days", card.community, on)):
            cards.ask_renewal(card, by=the_clock(), at=at)
            done += 1
            if card.account_id is None:
                spoken[card.community] += 1
    for community, count in spoken.items():
        cards.remind_spoken(community, count=count, by=the_clock(), at=at)
    return done


def _supplies(at: datetime) -> int:
    on, done = local_day(at), 0
    for supply in _lacking(on):
        if done == AT_ONCE:
            break
        stands = state_of_supply(supply, on)
        if stands.short or stands.expires:
            supplies.raise_supply(
                supply, short=stands.short, expires=stands.expires, by=the_clock(), at=at
            )
            done += 1
    return done


def _lacking(on: date) -> Any:
    """The sorts that may have to be told of: less there than there must be, or running out before
    long; not those in order, however many they are."""
    held = Account.objects.across_communities("time runs everywhere").filter(
        book=OuterRef("book"), code=HELD
    )
    asked = Q(raised_on__isnull=True) | Q(raised_on__lte=on - WEEK)
    lacks = Q(minimum__gt=Subquery(held.values("balance")[:1]))
    return (
        _everywhere(Supply)
        .filter(asked, lacks | Q(expires_on__lte=on + ASK_WITHIN), withdrawn_at__isnull=True)
        .order_by("raised_on", "id")
    )
