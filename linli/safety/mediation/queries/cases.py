"""A mediator's cases, what waits to be given to somebody, and one's own as a party."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.access.models import Account
from linli.core.access.queries import accounts_holding
from linli.core.audit.actor import Actor
from linli.core.clocks.queries.pressing import page_by_pressing
from linli.core.pages.keyset import Page, page_of
from linli.core.people.models import Person
from linli.core.people.queries import dwellings_of
from linli.core.places.models import Place
from linli.safety.mediation.flows import MEDIATION
from linli.safety.mediation.kinds import KINDS, title_in
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.permissions import chair_of, set_assigner

SHOWN = 200
NEEDED = ("community", "agreement")
OPEN = MEDIATION.open_states


@dataclass(frozen=True, slots=True)
class New:
    """What the list of new cases shows: that there is one, of which kind, since when."""

    id: UUID
    kind: str
    received_on: date
    state_label: str
    tone: str


def _own(actor: Actor, community: Place) -> QuerySet[Mediation]:
    rows = Mediation.objects.filter(
        community=community, mediators__account=actor.account, mediators__until__isnull=True
    )
    return rows.select_related(*NEEDED)


def case_for(actor: Actor, community: Place, case_id: UUID) -> Mediation:
    """The case, for whoever mediates it. Http404 for everybody else."""
    case = _own(actor, community).filter(pk=case_id).first()
    if case is None:
        raise Http404
    return case


def cases_of(actor: Actor, community: Place, show: str, after: str = "") -> Page:
    """The actor's own cases, a page at a time: `open`, those that press first, or `ended`, the
    newest first."""
    rows = _own(actor, community)
    if show == "ended":
        return page_of(rows.exclude(state__in=OPEN), "ended_on", after, newest=True)
    return page_by_pressing(rows.filter(state__in=OPEN), community, after)


def _waiting(actor: Actor, community: Place, on: date) -> QuerySet[Mediation]:
    """What waits for the actor: given to them; or new, where they take the chair or nobody does;
    or new and typed in by them."""
    chair = chair_of(community, on)
    mine = Q(state="assigned", assignee=actor.account)
    fresh = Q(state="received")
    if chair is not None and chair != actor.account:
        fresh &= Q(registered_by=actor.account)
    rows = Mediation.objects.filter(mine | fresh, community=community)
    return rows.select_related("community", "wanted")


def new_cases(actor: Actor, community: Place, on: date) -> list[New]:
    """The new ones this actor may know of, the oldest first; no name and no word of them. Once
    they are given, they go."""
    rows = _waiting(actor, community, on).order_by("received_on", "id")[:SHOWN]
    return [
        New(
            row.pk,
            title_in(KINDS, row.kind),
            row.received_on,
            row.state_label,
            row.current.tone,
        )
        for row in rows
    ]


def waiting_for(actor: Actor, community: Place, case_id: UUID, on: date) -> Mediation:
    """One of them, with who takes the chair. Http404 where it is none of them."""
    case = _waiting(actor, community, on).filter(pk=case_id).first()
    if case is None:
        raise Http404
    set_assigner(case, on)
    return case


def own_cases(actor: Actor, community: Place) -> list[Mediation]:
    """Where the actor is a party or acts for one; the newest first."""
    if actor.person is None:
        return []
    rows = Mediation.objects.filter(_mine(actor), community=community)
    return list(rows.select_related(*NEEDED).distinct().order_by("-received_on", "id")[:SHOWN])


def own_case(actor: Actor, community: Place, case_id: UUID) -> Mediation:
    """One of them. A party who was only named learns of it when a mediator has taken it and asks.
    Http404 for everybody else."""
    rows = Mediation.objects.filter(_mine(actor), community=community, pk=case_id)
    case = rows.select_related(*NEEDED).first() if actor.person else None
    if case is None:
        raise Http404
    return case


def _mine(actor: Actor) -> Q:
    me = Q(parties__person=actor.person) | Q(parties__agent_person=actor.person)
    return me & (Q(parties__role="applicant") | Q(taken_at__isnull=False))


def mediators_of(community: Place, on: date) -> list[Account]:
    """Who mediates in this community, by name."""
    rows = accounts_holding(community.pk, "mediator", on=on)
    return sorted(rows, key=lambda account: (account.label, str(account.pk)))


def shares_home(account: Account, persons: Iterable[UUID | None], on: date) -> bool:
    """Whether the account's person lives where one of these persons does."""
    keys = {key for key in persons if key}
    if account.person_id is None or not keys:
        return False
    person = (
        Person.objects.across_communities("the mediator's own record")
        .filter(pk=account.person_id)
        .first()
    )
    if person is None:
        return False
    homes = dwellings_of(person.community_id, [*keys, person.pk], on)
    home = homes.get(person.pk)
    return home is not None and any(homes.get(key) == home for key in keys)


def is_party(account: Account, case: Mediation) -> bool:
    """Whether the account's person is a party of the case or acts for one."""
    sides: list[Any] = [key for s in case.sides for key in (s.person_id, s.agent_person_id)]
    return account.person_id is not None and account.person_id in sides
