"""What time does to openings and cards: hides, reminds, asks, destroys. Safe to run twice."""

from datetime import date, datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.catalogue.work import actions
from linli.service.catalogue.work.choices import OPEN
from linli.service.catalogue.work.models import JobCard, JobOpening
from linli.service.catalogue.work.queries.cards import standing_of
from linli.service.catalogue.work.rules import Standing

AT_ONCE = 200


def run(at: datetime) -> int:
    """Says how many it touched."""
    on = local_day(at)
    up = JobOpening.objects.across_communities("time runs everywhere").filter(state=OPEN)
    places = set(up.order_by().values_list("community_id", flat=True).distinct())
    done = sum(_tend_openings(each, at, on) for each in Place.objects.filter(pk__in=places))
    cards = JobCard.objects.across_communities("time runs everywhere").order_by()
    places = set(cards.values_list("community_id", flat=True).distinct())
    return done + sum(_tend_cards(each, at, on) for each in Place.objects.filter(pk__in=places))


def _tend_openings(community: Place, at: datetime, on: date) -> int:
    up = JobOpening.objects.filter(community=community, state=OPEN).select_related("community")
    done = 0
    for row in up.filter(expires_on__lte=on).order_by("expires_on")[:AT_ONCE]:
        try:
            actions.expire_opening(row, by=the_clock(), at=at)
            done += 1
        except Refused:
            continue  # somebody rang a moment ago
    days = number_laid_down("work.opening_asked_before", community, on)
    soon = up.filter(asked_on__isnull=True, expires_on__gt=on)
    for row in soon.filter(expires_on__lte=on + timedelta(days=days))[:AT_ONCE]:
        try:
            actions.ask_about_opening(row, by=the_clock(), at=at)
            done += 1
        except Refused:
            continue  # somebody rang a moment ago
    return done


def _tend_cards(community: Place, at: datetime, on: date) -> int:
    rows = JobCard.objects.filter(community=community).defer(*JobCard.SEALED)
    done = 0
    for card in rows.select_related("community").order_by("confirmed_on")[: AT_ONCE * 10]:
        act = {Standing.ASK: actions.ask_about_card, Standing.OVER: actions.destroy_card}.get(
            standing_of(card, on)
        )
        if act is None:
            continue
        try:
            act(card, by=the_clock(), at=at)
            done += 1
        except Refused:
            continue  # its owner was a moment faster
    return done
