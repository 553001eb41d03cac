"""Reading reminders and cards. Loading is the permission check: a person loads their own; a worker
loads what the person wished a worker to know, in the worker's own community."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404

from linli.core.access.models import Account
from linli.core.audit.actor import Actor
from linli.core.audit.models import ClosedEntry
from linli.core.people.models import Person, Tie
from linli.core.people.queries import own_record
from linli.core.places.laid_down import floor_laid_down, number_laid_down
from linli.lib.calendar import corresponding_day
from linli.lib.numbers import suppressed
from linli.service.catalogue.reminders.kinds import kinds
from linli.service.catalogue.reminders.models import Reminder, ServiceCard, ServiceCount

LOOKS = ("catalogue.look_at_reminders", "catalogue.look_at_reminder", "catalogue.look_at_card",
         "catalogue.look_at_cards")  # fmt: skip
WITH = ("community", "person")
LOOKS_SHOWN = 30
EVERYWHERE = "time runs everywhere"


def _has_account() -> Exists:
    """Whether the person has a way into the portal; also under a record merged into theirs."""
    mine = Q(person=OuterRef("person")) | Q(person__merged_into=OuterRef("person"))
    return Exists(Account.objects.filter(mine, is_active=True))


def has_account(person: Person) -> bool:
    """Whether the person would read a message."""
    mine = Q(person=person) | Q(person__merged_into=person)
    return Account.objects.filter(mine, is_active=True).exists()


def person_here(actor: Actor, community: Any) -> Person:
    """The record of whoever acts, in this community. Http404 where there is none."""
    person = own_record(actor)
    if person is None or person.community_id != getattr(community, "pk", community):
        raise Http404
    return person


def _whose(actor: Actor) -> Q | None:
    person = own_record(actor)
    return Q(person=person) | Q(person__merged_into=person) if person else None


def own_reminders(actor: Actor, community: Any) -> "QuerySet[Reminder]":
    """One's own, the soonest first."""
    rows, whose = Reminder.objects.filter(community=community), _whose(actor)
    rows = rows.filter(whose) if whose is not None else rows.none()
    return rows.select_related(*WITH).order_by("due_on", "id")


def own_reminder(actor: Actor, community: Any, key: UUID) -> Reminder:
    """One of them. Http404 for anything else, there or not."""
    return _one(own_reminders(actor, community), key)


def own_card(actor: Actor, community: Any) -> ServiceCard | None:
    """One's own card, where one has one."""
    rows, whose = ServiceCard.objects.filter(community=community), _whose(actor)
    if whose is None:
        return None
    return rows.filter(whose).select_related(*WITH, "welcomed_by").first()


def for_workers(actor: Actor, community: Any) -> "QuerySet[Reminder]":
    """Those of persons who wished a call, or who have no account and so are told by one. Nobody
    else's; empty for who holds no post that rings."""
    rows = Reminder.objects.filter(community=community)
    if not actor.holds("worker", "director", "deputy_director", over=community):
        return rows.none()
    return rows.filter(Q(call=True) | ~_has_account()).select_related(*WITH)


def for_worker(actor: Actor, community: Any, key: UUID) -> Reminder:
    """One of them. Http404 for anything else, there or not."""
    return _one(for_workers(actor, community), key)


def list_of_month(actor: Actor, community: Any, first: date, last: date) -> list[Reminder]:
    """Whom to ring in the month from `first` to `last`: whose time has come or comes in it and is
    not over, paused ones left out, the soonest first. All of them: who stood beyond an end would
    never be rung."""
    kept = timedelta(days=number_laid_down("reminders.kept_after", community, first))
    rows = for_workers(actor, community).filter(
        paused=False, opens_on__lte=last, due_on__gte=first - kept
    )
    return list(rows.order_by("due_on", "id"))


def looks_at(person: UUID) -> list[tuple[str, Any]]:
    """How and when somebody looked at their reminders and card, in words, the latest first; for
    the person alone."""
    rows = ClosedEntry.objects.filter(about=person, action__in=LOOKS).order_by("-at", "-id")
    return [(row.words, row.at) for row in rows[:LOOKS_SHOWN]]


def cards(actor: Actor, community: Any) -> "QuerySet[ServiceCard]":
    """The cards of the community, for its workers: who is still to be welcomed first, then who is
    to be asked whether to keep it."""
    rows = ServiceCard.objects.filter(community=community)
    if not actor.holds("worker", "director", "deputy_director", over=community):
        return rows.none()
    rows = rows.select_related(*WITH, "welcomed_by")
    return rows.order_by(F("welcomed_on").asc(nulls_first=True), "kept_on", "id")


def card_of(actor: Actor, community: Any, key: UUID) -> ServiceCard:
    """One of them. Http404 for anything else, there or not."""
    return _one(cards(actor, community), key)


def reminders_beside(actor: Actor, card: ServiceCard) -> list[Reminder]:
    """What that person has let the workers remind them of."""
    rows = for_workers(actor, card.community_id)
    if not actor.holds("worker", "director", "deputy_director", over=card):
        return []
    return list(rows.filter(person=card.person_id).order_by("due_on", "id"))


def to_be_asked(card: ServiceCard, on: date) -> bool:
    """Whether the year is over after which one is asked whether to keep it."""
    months = number_laid_down("reminders.card_asked_every", card.community, on)
    return corresponding_day(card.kept_on, months) <= on


def moved_away(rows: "QuerySet[Any]", on: date) -> "QuerySet[Any]":
    """Those of persons who lived, owned or were registered here and no longer do."""
    ties = Tie.objects.across_communities(EVERYWHERE).filter(person=OuterRef("person"))
    still = ties.filter(Q(until__isnull=True) | Q(until__gt=on))
    return rows.filter(Exists(ties), ~Exists(still))


YEARS = 3


@dataclass(frozen=True)
class Counted:
    """One kind in a whole year; None where so few would give away who, or would give back another
    that is hidden. None at all and a few are told alike."""

    title: str
    reminded: int | None
    called: int | None


def counted_years(on: date) -> list[int]:
    """The years whose counts are told, the newest first: whole ones that are over."""
    return [on.year - back for back in range(1, YEARS + 1)]


def counts_of(community: Any, year: int) -> list[Counted]:
    """How many were reminded and rung in a year, by every kind there is."""
    found, floor = _found(community, year), floor_laid_down(community, date(year, 12, 31))
    lines = []
    for key, kind in kinds().items():
        told, called = found[f"reminded.{key}"], found[f"called.{key}"]
        shown = told >= floor
        few = called < floor or suppressed(abs(told - called), floor)
        lines.append(
            Counted(kind.name, told if shown else None, called if shown and not few else None)
        )
    return lines


def welcomed_of(community: Any, year: int) -> list[tuple[Any, int | None]]:
    """How many were welcomed in a year, by every way there is to come."""
    found, floor = _found(community, year), floor_laid_down(community, date(year, 12, 31))
    counted = [(title, found[f"welcomed.{key}"]) for key, title in ServiceCard.SOURCES]
    return [(title, count if count >= floor else None) for title, count in counted]


def _found(community: Any, year: int) -> Counter[str]:
    rows = ServiceCount.objects.filter(community=community, month__year=year)
    found: Counter[str] = Counter()
    for what, count in rows.values_list("what", "count"):
        found[what] += count
    return found


def _one(rows: "QuerySet[Any]", key: UUID) -> Any:
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    return found
