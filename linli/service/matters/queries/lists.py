"""Lists of matters: keyset paged, every one on an index that begins with the community."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, Max, Min, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.models import Clock
from linli.core.places.models import Place
from linli.service.matters.models import Kind, Matter
from linli.service.matters.queries.one import NEEDED
from linli.service.matters.rules import Candidate, likely_duplicates

PAGE = 30
FEW = 2_000
OPEN_STATES = ("received", "in_hand", "asked", "forwarded")


@dataclass(frozen=True)
class QueueFilter:
    """What the queue's address says. `show`: open, mine, new, overdue, asked, answered, all."""

    show: str = "open"
    kind: str = ""
    place: UUID | None = None
    words: str = ""
    receipt: str = ""
    after: tuple[datetime, UUID] | None = None


@dataclass(frozen=True)
class Page:
    """One page of a list, and from where the next one goes on."""

    rows: Sequence[Matter]
    next: tuple[datetime, UUID] | None


def queue(actor: Actor, community: Place, wanted: QueueFilter, at: datetime) -> Page:
    """The matters this reader works on, newest first (a body: those that are with it)."""
    matters = _readable(actor, community)
    matters = _shown(matters, actor, community, wanted.show, at)
    if wanted.kind:
        matters = matters.filter(kind__code=wanted.kind, kind__community=community)
    if wanted.place:
        matters = matters.filter(place_id__in=_under(community, wanted.place))
    if wanted.words and may("matters.handle", actor, community):  # a body might not know the words
        matters = matters.filter(
            Q(title__icontains=wanted.words) | Q(where__icontains=wanted.words)
        )
    if wanted.receipt:
        matters = matters.filter(receipt=wanted.receipt)
    return page_of(matters, wanted.after)


def page_of(matters: QuerySet[Matter], after: tuple[datetime, UUID] | None) -> Page:
    """One page, newest first, going on after the given row (never by counting rows to skip)."""
    if after:
        at, key = after
        matters = matters.filter(Q(raised_at__lt=at) | Q(raised_at=at, pk__gt=key)).filter(
            raised_at__lte=at
        )
    rows = list(matters.select_related(*NEEDED).order_by("-raised_at", "id")[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(rows[:PAGE], (last.raised_at, last.pk) if last else None)


def _readable(actor: Actor, community: Place) -> QuerySet[Matter]:
    matters = Matter.objects.filter(community=community)
    if may("matters.handle", actor, community):
        return matters
    bodies = [held.body for held in actor.posts_over(community) if held.body]
    return matters.filter(body_id__in=bodies, state__in=("forwarded", "answered", "closed"))


def _shown(
    matters: QuerySet[Matter], actor: Actor, community: Place, show: str, at: datetime
) -> QuerySet[Matter]:
    if show == "all":
        return matters
    if show == "new":
        return matters.filter(state="received")
    if show == "asked":
        return matters.filter(state="asked")
    if show == "answered":
        return matters.filter(state__in=("answered", "closed", "declined"))
    if show == "mine":
        return matters.filter(state__in=OPEN_STATES, assignee_id=actor.account)
    if show == "look":
        return matters.filter(state__in=("answered", "closed"), public_answer="")
    if show == "overdue":
        return matters.filter(pk__in=_few(_late(community, at)))
    return matters.filter(state__in=OPEN_STATES)


def _late(community: Place, at: datetime) -> QuerySet[Any]:
    """The ids of the matters with a clock that is past due and still open."""
    late = Clock.objects.filter(
        community=community,
        owner_kind="matters.Matter",
        settled_at__isnull=True,
        due_at__lte=at,
    )
    return late.order_by().values_list("owner", flat=True).distinct()


def _few(ids: QuerySet[Any]) -> Any:
    """The ids themselves where they are few: a database that looks for a few matters by walking
    all of them in the order of the list reads the whole list. Many are met soon on that walk."""
    found = list(ids[: FEW + 1])
    return found if len(found) <= FEW else ids


def queue_counts(actor: Actor, community: Place, at: datetime) -> dict[str, int]:
    """How many wait in each view of the queue; only what is open is counted, so it stays quick."""
    matters = _readable(actor, community)
    counts = {
        row["state"]: row["count"]
        for row in matters.filter(state__in=OPEN_STATES)
        .order_by()
        .values("state")
        .annotate(count=Count("pk"))
    }
    mine = matters.filter(state__in=OPEN_STATES, assignee_id=actor.account).count()
    late = _late(community, at)
    ours = may("matters.handle", actor, community)
    overdue = late.count() if ours else matters.filter(pk__in=_few(late)).count()
    return {
        "open": sum(counts.values()),
        "new": counts.get("received", 0),
        "asked": counts.get("asked", 0),
        "mine": mine,
        "overdue": overdue,
    }


def sent_by(account: UUID) -> QuerySet[Matter]:
    """What one account raised, wherever it lives, newest first: for that account alone."""
    return (
        Matter.objects.across_communities("one's own matters, wherever one has lived")
        .filter(sender_id=account)
        .select_related(*NEEDED)
        .order_by("-raised_at", "id")
    )


def nearby(
    community: Place,
    *,
    kind: Kind | None,
    text: str,
    place: Place | None,
    spot: str,
    since: datetime,
    public_only: bool,
) -> list[Matter]:
    """Matters since `since` that a new one may repeat, the likeliest first.

    Residents are shown only what is public already (`public_only`); workers all.
    """
    recent = Matter.objects.filter(community=community, raised_at__gte=since).exclude(
        state__in=("merged", "split", "withdrawn")
    )
    if public_only:
        recent = recent.exclude(public_text="")
    if spot and kind:
        recent = recent.filter(Q(kind=kind) | Q(spot=spot))
    elif kind:
        recent = recent.filter(kind=kind)
    found = {
        matter.pk: matter
        for matter in recent.select_related("kind", "place").order_by("-raised_at")[:200]
    }
    candidates = [
        Candidate(
            matter.pk,
            matter.kind.code,
            matter.place.path if matter.place else "",
            matter.spot,
            matter.public_text if public_only else f"{matter.title} {matter.text}",
        )
        for matter in found.values()
    ]
    likely = likely_duplicates(
        text, kind.code if kind else "", place.path if place else "", spot, candidates
    )
    return [found[candidate.id] for candidate, _weight in likely]


def nearby_of(matter: Matter, at: datetime) -> list[Matter]:
    """Other matters of the last weeks that may be about the same thing, for who handles it."""
    found = nearby(
        matter.community,
        kind=matter.kind,
        text=f"{matter.title} {matter.text}",
        place=matter.place,
        spot=matter.spot,
        since=at - timedelta(days=60),
        public_only=False,
    )
    return [other for other in found if other.pk != matter.pk]


def patterns(
    community: Place, *, until: date, days: int | None, at_least: int, most: int = 200
) -> list[dict[str, Any]]:
    """Spots where the same kind came up `at_least` times (within `days`, where given): a fault
    of a place, never of whoever reported it."""
    matters = Matter.objects.filter(community=community).exclude(spot="").exclude(state="merged")
    if days is not None:
        first = until - timedelta(days=days - 1)
        matters = matters.filter(
            raised_at__gte=timezone.make_aware(datetime.combine(first, time()))
        )
    groups = (
        matters.order_by()
        .values("kind", "spot")
        .annotate(
            count=Count("pk"),
            first=Min("raised_at"),
            last=Max("raised_at"),
            open=Count("pk", filter=Q(state__in=OPEN_STATES)),
            sample=Max(Cast("id", CharField())),  # PostgreSQL before 18 has no largest UUID
        )
        .filter(count__gte=at_least)
        .order_by("-count", "-last", "spot")[:most]
    )
    listed: list[dict[str, Any]] = [{**group, "sample": UUID(group["sample"])} for group in groups]
    samples = {
        matter.pk: matter
        for matter in Matter.objects.filter(
            community=community, pk__in=[group["sample"] for group in listed]
        ).select_related("kind", "place")
    }
    return [
        {
            "kind": samples[group["sample"]].kind,
            "place": samples[group["sample"]].place,
            "where": samples[group["sample"]].where,
            "spot": group["spot"],
            "count": group["count"],
            "open": group["open"],
            "first": group["first"],
            "last": group["last"],
        }
        for group in listed
    ]


def _under(community: Place, place_id: UUID) -> QuerySet[Any]:
    place = Place.objects.filter(community=community, pk=place_id).first()
    if place is None:
        return Place.objects.none().values("pk")
    within = Q(pk=place.pk) | Q(path__gte=f"{place.path}/", path__lt=f"{place.path}0")
    return Place.objects.filter(within, community=community).values("pk")


def matters_at(community: Place, kind: str, spot: str, most: int = 100) -> list[Matter]:
    """The matters behind a pattern, newest first."""
    return list(
        Matter.objects.filter(
            community=community, kind__code=kind, kind__community=community, spot=spot
        )
        .exclude(state="merged")
        .select_related(*NEEDED)
        .order_by("-raised_at", "id")[:most]
    )
