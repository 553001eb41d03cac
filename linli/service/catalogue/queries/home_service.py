"""办理上门: one's own, and the desk's queue."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.people.models import Person
from linli.core.people.queries import load_person, principals_of
from linli.service.catalogue.flows import WAITING
from linli.service.catalogue.models import GuideVersion, HomeService


def own_requests(actor: Actor, community: Any) -> "QuerySet[HomeService]":
    """Those one asked for, and those asked for on one's behalf; the latest first."""
    mine = Q(asked_by=actor.account)
    if actor.person:
        mine |= Q(person=actor.person)
    return _rows(community).filter(mine).exclude(person__isnull=True).order_by("-asked_at", "-id")


def queue(community: Any, *, closed: bool = False) -> "QuerySet[HomeService]":
    """What waits, the longest waiting first; or what is over, the latest first."""
    rows = _rows(community)
    if closed:
        return rows.exclude(state__in=WAITING).order_by("-closed_at", "-id")[:100]
    return rows.filter(state__in=WAITING).order_by("asked_at", "id")


def request_for(actor: Actor, community: Any, key: UUID) -> HomeService:
    """One that this actor may see; Http404 for any other, as where there is none."""
    found = _rows(community).filter(pk=key).first()
    if found is None or not may("catalogue.own_home_service", actor, found):
        raise Http404
    return found


def titles_of(community: Any, requests: list[HomeService]) -> dict[UUID, str]:
    """What the service of each request is called, by guide."""
    rows = GuideVersion.objects.filter(
        community=community, guide__in={request.guide_id for request in requests}
    ).exclude(state="draft")
    return {row.guide_id: row.name for row in rows.order_by("number")}


def people_of(actor: Actor, community: Any, on: Any) -> list[Person]:
    """For whom one may ask: oneself, and whom one may act for in services."""
    if actor.person is None:
        return []
    me = Person.objects.filter(community=community, pk=actor.person).first()
    if me is None:
        return []
    me = load_person(community, me.pk)
    agencies = principals_of(me, on).filter(scope__in=("everything", "services"))
    return [me, *dict.fromkeys(agency.principal for agency in agencies)]


def _rows(community: Any) -> "QuerySet[HomeService]":
    rows: QuerySet[HomeService] = HomeService.objects.filter(community=community)
    return rows.select_related(
        "community", "guide", "person", "dwelling", "asked_first", "holder", "asked_by"
    )
