"""Topics: what everybody reads, what is one's own, what waits at the desk."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Prefetch, Q, QuerySet, prefetch_related_objects
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.pages.shapes import Entry
from linli.governance.deliberation.flows import POINT, TOPIC
from linli.governance.deliberation.models import Considered, Dissent, Point, Topic
from linli.governance.deliberation.models.topics import TALKED_STATES
from linli.governance.deliberation.rules.topics import is_for_the_meeting
from linli.mechanisms.flow.queries import timeline

PUBLIC_STATES = (*TALKED_STATES, "declined")
NEEDED = ("community", "place", "agreement", "unit")
TOLD_STATES = tuple(name for name, state in POINT.states.items() if not state.open)
PUBLIC_POINTS = Q(topic__published_on__isnull=False) | Q(state__in=TOLD_STATES)
"""Points everybody may read: of an agreement that is published, and those of an earlier one whose
result was told before it was talked over again."""
WAITING_POINTS = Q(topic__decision="") & (
    Q(topic__touches_all=True) | Q(topic__agreement__needs_decision=True)
)
"""Points that wait for what the residents' meeting decides: nobody carries them out before."""


def read_points(topics: list[Topic]) -> list[Topic]:
    """Reads the points of a list of topics in one query."""
    if topics:
        rows = Point.objects.filter(community=topics[0].community_id).select_related("body")
        prefetch_related_objects(topics, Prefetch("points", rows.order_by("number")))
    return topics


def topics_of(community: Any) -> QuerySet[Topic]:
    """All topics, the latest first; for the desk."""
    rows = Topic.objects.filter(community=community).select_related(*NEEDED)
    return rows.order_by("-year", "-serial")


def public_topics(
    community: Any, state: str = "", *, late_on: date | None = None
) -> QuerySet[Topic]:
    """What everybody may read, the latest first, with how many points were agreed and done, and
    how many are past their day on `late_on`."""
    rows = topics_of(community).filter(state__in=PUBLIC_STATES)
    if state in PUBLIC_STATES:
        rows = rows.filter(state=state)
    late = Q(points__state__in=POINT.open_states, points__due_on__lt=late_on or date.min)
    return rows.annotate(
        agreed_points=Count("points"),
        done_points=Count("points", filter=Q(points__state="done")),
        late_points=Count("points", filter=late),
    )


def waiting(community: Any) -> int:
    """How many proposals wait for their answer: a number, whoever made them."""
    return Topic.objects.filter(community=community, state="proposed").count()


def topic_for(actor: Actor, community: Any, key: UUID) -> Topic:
    """One topic, for everybody from the day it is public, and before to whoever proposed it or
    keeps the desk (Http404)."""
    found = topics_of(community).filter(pk=key).first()
    if found is None:
        raise Http404
    mine = actor.account is not None and found.proposer_id == actor.account
    if found.is_public or mine or may("deliberation.see_desk", actor, found):
        return found
    raise Http404


def topic_kept_by(actor: Actor, community: Any, key: UUID) -> Topic:
    """One topic at the desk (Http404)."""
    found = topics_of(community).filter(pk=key).first()
    if found is None or not may("deliberation.see_desk", actor, found):
        raise Http404
    return found


def own_topics(actor: Actor, community: Any) -> list[Topic]:
    """What somebody proposed themselves."""
    if actor.account is None:
        return []
    return list(topics_of(community).filter(proposer=actor.account)[:50])


def last_serial(community: Any, year: int) -> int | None:
    """The last number given in a year."""
    rows = Topic.objects.filter(community=community, year=year)
    return rows.aggregate(last=Max("serial"))["last"]


def course_of(topic: Topic, *, public: bool) -> list[Entry]:
    """How it went, step by step."""
    return timeline(TOPIC, topic, public=public)


def points_of(topic: Topic) -> list[Point]:
    """What was agreed, in order."""
    fetched = getattr(topic, "_prefetched_objects_cache", {}).get("points")
    if fetched is not None:  # a list of topics read theirs in one query
        return sorted(fetched, key=lambda each: each.number)
    rows = Point.objects.filter(community=topic.community_id, topic=topic)
    return list(rows.select_related("body", "topic", "community").order_by("number"))


def open_points(topic: Topic) -> int:
    """Of how many it is not told yet what came of them."""
    rows = Point.objects.filter(community=topic.community_id, topic=topic)
    return rows.filter(state__in=POINT.open_states).count()


def waits_for_meeting(topic: Topic) -> bool:
    """Whether the residents' meeting must decide it and has not yet."""
    agreement = getattr(topic, "agreement", None)
    needs = agreement is not None and agreement.needs_decision
    return is_for_the_meeting(topic.touches_all, needs) and not topic.decision


def point_in(community: Any, key: UUID) -> Point:
    """One point everybody may read (Http404)."""
    rows = Point.objects.filter(PUBLIC_POINTS, community=community, pk=key)
    found = rows.select_related("topic", "topic__community", "body", "community").first()
    if found is None:
        raise Http404
    return found


def points_agreed(community: Any) -> QuerySet[Point]:
    """Every point of an agreement that was published and waits for no meeting, the latest first."""
    rows = Point.objects.filter(community=community, topic__published_on__isnull=False)
    rows = rows.exclude(WAITING_POINTS)
    return rows.select_related("topic", "community", "body").order_by(
        "-topic__published_on", "number"
    )


def late_points(community: Any, on: date) -> QuerySet[Point]:
    """Those still open whose day has passed."""
    return points_agreed(community).filter(state__in=POINT.open_states, due_on__lt=on)


def considered_in(topic: Topic) -> list[Considered]:
    """What was made of opinions, in order."""
    rows = Considered.objects.filter(community=topic.community_id, topic=topic)
    return list(rows.select_related("point").order_by("number"))


def dissents_in(topic: Topic) -> list[Dissent]:
    """What people hold against it, the earliest first."""
    return list(Dissent.objects.filter(community=topic.community_id, topic=topic))
