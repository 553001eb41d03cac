"""The doors of a round: in their order, with what was answered last time and who was not met."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import Http404

from linli.mechanisms.rounds import rules
from linli.mechanisms.rounds.models import Answer, Attempt, Conflict, Round, Stop
from linli.mechanisms.rounds.models.coming_in import LETTER
from linli.mechanisms.rounds.models.round import OPEN


def doors_of(round_: Round) -> QuerySet[Stop]:
    """Its doors in the order of the staircases, each with its answers, attempts and what stands
    apart, in four queries."""
    return (
        Stop.objects.filter(community=round_.community_id, round=round_)
        .select_related("place", "person", "round__community")
        .prefetch_related(
            *_hanging_on(round_),
        )
        .order_by("number")
    )


def _hanging_on(round_: Round) -> list[Any]:
    its = {"community": round_.community_id}
    return [
        Prefetch("answers", Answer.objects.filter(**its).order_by("key")),
        Prefetch("attempts", Attempt.objects.filter(**its).order_by("at")),
        Prefetch("conflicts", Conflict.objects.filter(**its, decided_at__isnull=True)),
    ]


def stop_in(round_: Round, stop: UUID) -> Stop:
    """The door of that id on this round. Raises Http404."""
    found = doors_of(round_).filter(pk=stop).first()
    if found is None:
        raise Http404
    return found


def attempts_of(stop: Stop) -> QuerySet[Attempt]:
    """How often somebody tried to reach it, the first first."""
    return Attempt.objects.filter(community=stop.community_id, stop=stop).order_by("at")


@dataclass(frozen=True, slots=True)
class Unreached:
    """A door nobody has been met at: how often somebody tried, and what to try next (`knock`,
    `letter`, `phone`)."""

    stop: Any
    attempts: int
    next_way: str


def unreached(round_: Round) -> list[Unreached]:
    """The doors still open at which somebody has tried, the most tried first."""
    after = round_.kind_of_it.attempts
    rows = (
        Stop.objects.filter(community=round_.community_id, round=round_, outcome=OPEN)
        .select_related("place", "person", "round__community")
        .annotate(
            tried=Count("attempts"), letters=Count("attempts", filter=Q(attempts__way=LETTER))
        )
        .filter(tried__gt=0)
        .order_by("-tried", "number")
    )
    return [
        Unreached(
            stop,
            stop.tried,
            rules.next_way(stop.tried, stop.letters > 0, after=after),
        )
        for stop in rows
    ]


def next_open(round_: Round, number: int) -> Stop | None:
    """The next door still open after this one on the way, else the first open one before it."""
    rows = Stop.objects.filter(community=round_.community_id, round=round_, outcome=OPEN)
    return (
        rows.filter(number__gt=number).order_by("number").first()
        or rows.filter(number__lt=number).order_by("number").first()
    )
