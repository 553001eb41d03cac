"""Requests from above, for those who work on them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from linli.core.access.models import Body
from linli.core.access.queries import bodies_of
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.places.models import Place
from linli.partners.intake.models import Letter, Minutes, Request
from linli.partners.intake.rules import ASKING_KINDS

PAGE = 40
UNSETTLED = ("waiting", "returned", "accepted")
Cursor = tuple[date, UUID]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the queue, and from where the next goes on."""

    rows: list[Request]
    next: Cursor | None


def queue(
    actor: Actor, community: Place, show: str, today: date, after: Cursor | None = None
) -> Page:
    """The requests of one view, the latest received first; none for who does not work here."""
    requests = _shown(_readable(actor, community), show, today)
    if after:
        on, key = after
        requests = requests.filter(Q(received_on__lt=on) | Q(received_on=on, pk__gt=key))
    rows = list(
        requests.select_related("body", "item", "community").order_by("-received_on", "id")[
            : PAGE + 1
        ]
    )
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(rows[:PAGE], (last.received_on, last.pk) if last else None)


def queue_counts(actor: Actor, community: Place, today: date) -> dict[str, int]:
    """How many stand in each view; only what is not settled is counted."""
    requests = _readable(actor, community)
    counted = (
        requests.filter(state__in=UNSETTLED).order_by().values("state").annotate(many=Count("pk"))
    )
    counts = {row["state"]: row["many"] for row in counted}
    late = requests.filter(state="accepted", due_on__lt=today).count()
    return {**counts, "overdue": late}


def request_for(actor: Actor, community: Place, request_id: UUID) -> Request:
    """The request, for who works here; otherwise there is none (Http404)."""
    found = (
        _readable(actor, community)
        .filter(pk=request_id)
        .select_related("body", "item", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def letter_for(actor: Actor, community: Place, letter_id: UUID) -> Letter:
    """A letter as it went out, for who works here; otherwise there is none (Http404)."""
    found = None
    if may("intake.see_desk", actor, community):
        letters = Letter.objects.filter(community=community, pk=letter_id)
        found = letters.select_related("request__body", "community").first()
    if found is None:
        raise Http404
    return found


def letters_of(request: Request) -> list[Letter]:
    """The letters of one request, in the order in which they were written."""
    return list(
        Letter.objects.filter(community=request.community_id, request=request).order_by(
            "year", "serial"
        )
    )


def minutes_of(request: Request) -> list[Minutes]:
    """The minutes logged on one request, those struck out too, the latest day first."""
    return list(
        Minutes.objects.filter(community=request.community_id, request=request).order_by(
            "-on", "id"
        )
    )


def minutes_lately(actor: Actor, community: Place, most: int = 30) -> list[Minutes]:
    """The latest entries of the log, for who works here."""
    if not may("intake.log_minutes", actor, community):
        return []
    entries = Minutes.objects.filter(community=community).select_related("body", "request")
    return list(entries.order_by("-on", "-id")[:most])


def entry_for(actor: Actor, community: Place, entry_id: UUID) -> Minutes:
    """One entry of the log, for who works here; otherwise there is none (Http404)."""
    found = None
    if may("intake.log_minutes", actor, community):
        found = Minutes.objects.filter(community=community, pk=entry_id).first()
    if found is None:
        raise Http404
    return found


def offices_of(community: Place, on: date) -> "QuerySet[Body]":
    """The departments and the street office that may ask something of this community."""
    return bodies_of(community, on).filter(kind__in=sorted(ASKING_KINDS))


def _readable(actor: Actor, community: Place) -> "QuerySet[Request]":
    requests: QuerySet[Request] = Request.objects.filter(community=community)
    return requests if may("intake.see_desk", actor, community) else requests.none()


def _shown(requests: "QuerySet[Request]", show: str, today: date) -> "QuerySet[Request]":
    if show == "all":
        return requests
    if show == "overdue":
        return requests.filter(state="accepted", due_on__lt=today)
    if show == "settled":
        return requests.filter(state__in=("done", "refused", "withdrawn"))
    return requests.filter(state=show)
