"""Reading applications. Loading is the permission check: a handler loads their own, an applicant
theirs; for everybody else there is none."""

from collections import Counter
from collections.abc import Iterable
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
from linli.lib.numbers import suppressed
from linli.service.catalogue.applications.flows import APPLICATION
from linli.service.catalogue.applications.models import (
    ApplicationHelp,
    NeedWish,
    PrivateSuggestion,
)
from linli.service.catalogue.applications.paths import paths
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
    if account is None or account.person_id is None or person is None:
        return False
    if account.person_id == person.pk:
        return True
    homes = dwellings_of(person.community_id, [person.pk, account.person_id], on)
    mine, theirs = homes.get(account.person_id), homes.get(person.pk)
    return mine is not None and theirs is not None and mine.pk == theirs.pk


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


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of one scheme, by how they stand; None where fewer than ten would give away who."""

    title: str
    all: int | None
    forwarded: int | None
    granted: int | None
    refused: int | None


YEARS = 5


def counted_years(on: date) -> list[int]:
    """The years whose counts are told, the newest first: whole ones that are over. Of shorter or
    freely chosen spans one could be taken from the other, and whoever is left would show."""
    return [on.year - back for back in range(1, YEARS + 1)]


def counts_by_scheme(community: Any, since: date, until: date) -> list[Counted]:
    """What was opened in those days, by scheme, each cell of fewer than ten left out."""
    rows = ApplicationHelp.objects.filter(
        community=community, opened_at__date__gte=since, opened_at__date__lte=until
    ).values_list("scheme", "state", "forwarded_at", "decided_on")
    found: dict[str, Counter[str]] = {}
    for scheme, state, forwarded_at, decided_on in rows:
        counter = found.setdefault(scheme, Counter())
        counter["all"] += 1
        counter["forwarded"] += forwarded_at is not None
        counter["granted"] += decided_on is not None and state in ("granted", "hearing", "lowered")
        counter["refused"] += state in ("refused", "objected")
    return [
        Counted(
            path.name,
            *(
                _shown(found[key][name], found[key]["all"])
                for name in ("all", "forwarded", "granted", "refused")
            ),
        )
        for key, path in paths().items()
        if key in found
    ]


def _shown(count: int, of: int) -> int | None:
    """The count where it, and what is left of the whole, give nobody away."""
    hidden = suppressed(of) or suppressed(count) or suppressed(of - count)
    return None if hidden else count


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
