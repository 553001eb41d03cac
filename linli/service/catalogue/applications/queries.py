"""Reading applications. Loading is the permission check: a handler loads their own, an applicant
theirs; for everybody else there is none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.access.models import Account
from linli.core.access.queries import staff_of
from linli.core.audit.actor import Actor
from linli.core.clocks.models import Clock
from linli.core.people.models import Agency, Person
from linli.core.people.queries import dwellings_of, own_record, principals_of
from linli.core.places.models import Place
from linli.service.catalogue.applications.flows import APPLICATION, OURS
from linli.service.catalogue.applications.models import (
    ApplicationHelp,
    NeedWish,
    PrivateSuggestion,
)
from linli.service.catalogue.models.assistance import AssistanceNotice

SOON = 30
"""Days before a review within which it is on the list of doors to go to."""
SCOPES = ("everything", "services")
OPEN = Q(handler__isnull=True, state__in=APPLICATION.open_states, forgotten_at__isnull=True)
"""Waits for somebody to take it up: asked for on the portal, or its handler has left."""
WITH = ("community", "person", "handler", "second", "notice")


def handled_by(actor: Actor, community: Any) -> "QuerySet[ApplicationHelp]":
    """Those the actor handles, by name."""
    rows = ApplicationHelp.objects.filter(community=community)
    if actor.account is None:
        return rows.none()
    mine = Q(handler=actor.account) | Q(second=actor.account)
    gone = Q(forgotten_at__isnull=False, state__in=APPLICATION.open_states)
    return rows.filter(mine).exclude(gone).select_related(*WITH)


def handled_one(actor: Actor, community: Any, application: UUID) -> ApplicationHelp:
    """One of them. Http404 for anything else, there or not."""
    found = handled_by(actor, community).filter(pk=application).first()
    if found is None:
        raise Http404
    return found


def own(actor: Actor, community: Any, on: date) -> "QuerySet[ApplicationHelp]":
    """One's own, and those asked for with a mandate that still stands."""
    rows = ApplicationHelp.objects.filter(community=community)
    if actor.account is None or actor.person is None:
        return rows.none()
    ours = Q(person=actor.person) | Q(person__merged_into=actor.person)
    stands = Q(agency__until__isnull=True) | Q(agency__until__gt=on)
    by_mandate = Q(asked_by=actor.account, agency__isnull=False) & stands
    return rows.filter(ours | by_mandate).select_related(*WITH).order_by("-opened_at", "id")


def own_one(actor: Actor, community: Any, application: UUID, on: date) -> ApplicationHelp:
    """One of them. Http404 for anything else, there or not."""
    found = own(actor, community, on).filter(pk=application).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class Waiting:
    """One that waits for somebody to take it up: since when, for what; not whose."""

    row: ApplicationHelp
    number: int


def waiting(actor: Actor, community: Any) -> list[Waiting]:
    """What waits, the emergencies first, then by the day it came; without those of the reader's
    relatives. Whose they are is not read."""
    rows = (
        ApplicationHelp.objects.filter(OPEN, community=community)
        .defer(*ApplicationHelp.PERSONAL)
        .order_by("-urgent", "opened_at", "id")[:200]
    )
    mine = str(actor.account)
    open_to_me = [row for row in rows if mine not in row.kin_staff]
    return [Waiting(row, number) for number, row in enumerate(open_to_me, 1)]


def lies_too_long(actor: Actor, community: Any) -> list[str]:
    """With which colleagues an emergency lies past its time, for whoever was called: who they are,
    and neither whose it is nor what of. None of the reader's relatives."""
    rows = ApplicationHelp.objects.filter(
        community=community, alarmed_at__isnull=False, state__in=OURS, handler__isnull=False
    ).exclude(Q(handler=actor.account) | Q(second=actor.account))
    found = rows.values_list("kin_staff", "handler__label").order_by("alarmed_at", "id")[:50]
    return [label for kin, label in found if str(actor.account) not in kin]


def waiting_one(community: Any, application: UUID) -> ApplicationHelp:
    """One that waits. Http404 for anything else."""
    rows = ApplicationHelp.objects.filter(OPEN, community=community)
    found = rows.select_related("community", "person").filter(pk=application).first()
    if found is None:
        raise Http404
    return found


def earlier_than(actor: Actor, row: ApplicationHelp) -> int:
    """How many came before it and wait still, of those this worker could take up."""
    return sum(
        each.row.opened_at < row.opened_at and each.row.pk != row.pk
        for each in waiting(actor, row.community_id)
    )


def share_a_home(account: Account | None, person: Person | None, on: date) -> bool:
    """Whether the account's own record lives in the same dwelling as the applicant."""
    return account is not None and person is not None and share_any_home(account, [person], on)


def share_any_home(account: Account, persons: Sequence[Person], on: date) -> bool:
    """Whether the account's own record is one of these persons of one community, or lives in the
    dwelling of one. Homes are asked for once."""
    if account.person_id is None or not persons:
        return False
    keys = [person.pk for person in persons]
    if account.person_id in keys:
        return True
    homes = dwellings_of(persons[0].community_id, [*keys, account.person_id], on)
    mine = homes.get(account.person_id)
    return mine is not None and any(
        theirs is not None and theirs.pk == mine.pk for theirs in (homes.get(key) for key in keys)
    )


def helpers(community: Any, on: date) -> "QuerySet[Account]":
    """Who may handle an application here."""
    return staff_of(community, on)


def mandates_of(actor: Actor, community: Any, on: date) -> list[Agency]:
    """For whom the actor may apply in this community: written mandates and guardians."""
    person = own_record(actor)
    if person is None or person.community_id != getattr(community, "pk", community):
        return []
    return [each for each in principals_of(person, on) if each.scope in SCOPES]


def due_for_review(actor: Actor, community: Any, at: datetime) -> list[ApplicationHelp]:
    """Those one handles whose review is due within thirty days, or overdue."""
    rows = handled_by(actor, community).filter(state="granted")
    due = Clock.objects.filter(
        community_id=getattr(community, "pk", community),
        name="review",
        settled_at__isnull=True,
        due_at__lte=at + timedelta(days=SOON),
    )
    return list(rows.filter(pk__in=due.values("owner")).order_by("opened_at", "id")[:100])


def posted_notices(row: ApplicationHelp) -> "QuerySet[AssistanceNotice]":
    """The notices of its scheme that were posted, to be named as the one it was in."""
    return (
        AssistanceNotice.objects.filter(
            community=row.community_id, scheme=row.path.notice, posting__isnull=False
        )
        .exclude(posting__state="draft")
        .select_related("posting")
        .order_by("-id")
    )


def shared_wishes(community: Place) -> "QuerySet[NeedWish]":
    """What residents wish to be offered and have let the workers see."""
    rows = NeedWish.objects.filter(community=community, shared=True)
    return rows.select_related("person").order_by("wished_on", "id")


def own_wishes(actor: Actor, community: Place) -> "QuerySet[NeedWish]":
    """One's own wishes."""
    rows = NeedWish.objects.filter(community=community)
    return rows.filter(person=actor.person) if actor.person else rows.none()


def own_notes(actor: Actor, community: Place, on: date) -> "QuerySet[PrivateSuggestion]":
    """A worker's own notes whose time is not over."""
    rows = PrivateSuggestion.objects.filter(community=community, gone_on__gte=on)
    if actor.account is None:
        return rows.none()
    return rows.filter(account=actor.account).select_related("person").order_by("gone_on", "id")


def on_list(row: ApplicationHelp) -> set[str]:
    """The kinds of paper that were ever told to be missing."""
    lists: Iterable[Any] = row.lists.filter(community_id=row.community_id)
    return {kind for each in lists for kind in each.kinds}


def handed_kinds(row: ApplicationHelp) -> set[str]:
    """The kinds of paper that were handed over."""
    papers = row.papers.filter(community_id=row.community_id)
    return set(papers.values_list("kind", flat=True))
