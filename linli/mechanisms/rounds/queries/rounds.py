"""Which rounds somebody may open, how far each has come, and who may be sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from linli.core.access.models import Account
from linli.core.access.queries import account_of, actor_for, holdings_in
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.places.models import Place
from linli.mechanisms.rounds.declaration import RoundKind, kinds
from linli.mechanisms.rounds.models import Arrival, Carrier, Conflict, Round, Stop
from linli.mechanisms.rounds.models.coming_in import LATE
from linli.mechanisms.rounds.models.round import ANSWERED, DECLINED, ENDED, OPEN, UNCHANGED
from linli.mechanisms.rounds.permissions import carries, planned


def rounds_of(actor: Actor, community: Place) -> QuerySet[Round]:
    """What this actor may open: the rounds of open kinds they see by post, and those they planned
    or carry or carried, of whatever kind."""
    by_post = [
        kind.key
        for kind in kinds()
        if not kind.is_closed
        and (may(kind.may_see, actor, community) or may(kind.may_carry, actor, community))
    ]
    named = Q(kind__in=by_post)
    if actor.account is not None:
        carried = Carrier.objects.filter(community=community.pk, account=actor.account)
        named |= Q(planned_by=actor.account) | Q(pk__in=carried.values("round"))
    known = [kind.key for kind in kinds()]
    return (
        Round.objects.filter(named, community=community.pk, kind__in=known)
        .select_related("community")
        .order_by("-day", "-planned_at", "id")
    )


def round_in(actor: Actor, community: Place, round_: UUID) -> Round:
    """The one of that id, if the actor may open it. Raises Http404 otherwise, whether it is
    there or not."""
    found = rounds_of(actor, community).filter(pk=round_).first()
    if found is None:
        raise Http404
    return found


def round_shown(actor: Actor, community: Place, round_: UUID) -> Round:
    """The same for the pages. Of a closed kind only to who planned it or carries it now, and as
    long as they may go to its doors: whoever has handed it over, or is no longer of those whom
    the room knows there, has no more business with it. (What their device still holds can be sent
    all the same.)"""
    found = round_in(actor, community, round_)
    if found.is_closed:
        account = account_of(actor.account)
        named = planned(actor, found) or carries(actor, found, now=True)
        if (
            account is None
            or not named
            or not fit_all(found.stops.filter(community=found.community_id), account)
        ):
            raise Http404
    return found


def fit_all(stops: QuerySet[Stop], account: Account) -> bool:
    """Whether the account may go to each of these doors of one round, asked once for all."""
    rows = list(stops.select_related("round"))
    fits = rows[0].round.kind_of_it.fits if rows else None
    return fits is None or fits(rows, account)


def rounds_of_owner(community: Place, owner: UUID) -> QuerySet[Round]:
    """The rounds a room made for one of its rows, the newest first."""
    rows = Round.objects.filter(community=community.pk, owner=owner).select_related("community")
    return rows.order_by("-day", "-planned_at")


def carried_by(actor: Actor, community: Place) -> list[Round]:
    """The rounds the actor carries now, the next day first."""
    if actor.account is None:
        return []
    mine = Carrier.objects.filter(community=community.pk, account=actor.account, until__isnull=True)
    return list(
        rounds_of(actor, community)
        .filter(pk__in=mine.values("round"))
        .exclude(state=ENDED)
        .order_by("day", "planned_at")
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round has come: doors, and what waits for a person."""

    doors: int
    answered: int
    unchanged: int
    declined: int
    open: int
    conflicts: int = 0
    late: int = 0

    @property
    def done(self) -> int:
        """Doors at which somebody was met."""
        return self.doors - self.open

    @property
    def waits(self) -> int:
        """What a person must decide."""
        return self.conflicts + self.late


def progress_of(community: Place, rounds: Iterable[Round]) -> dict[UUID, Progress]:
    """The progress of many rounds in three queries."""
    keys = [each.pk for each in rounds]
    if not keys:
        return {}
    its = {"community": community.pk, "round__in": keys}
    doors: dict[UUID, dict[str, int]] = {key: {} for key in keys}
    rows = Stop.objects.filter(**its).order_by().values_list("round", "outcome")
    for key, outcome, count in rows.annotate(Count("pk")):
        doors[key][outcome] = count
    conflicts = _counted(Conflict.objects.filter(**its, decided_at__isnull=True))
    late = _counted(Arrival.objects.filter(**its, fate=LATE))
    return {
        key: Progress(
            doors=sum(found.values()),
            answered=found.get(ANSWERED, 0),
            unchanged=found.get(UNCHANGED, 0),
            declined=found.get(DECLINED, 0),
            open=found.get(OPEN, 0),
            conflicts=conflicts.get(key, 0),
            late=late.get(key, 0),
        )
        for key, found in doors.items()
    }


def _counted(rows: QuerySet[Any]) -> dict[UUID, int]:
    return dict(rows.order_by().values_list("round").annotate(Count("pk")))


def conflicts_of(round_: Round) -> QuerySet[Conflict]:
    """Where two said something different, the undecided first, in the order of the doors."""
    return (
        Conflict.objects.filter(community=round_.community_id, round=round_)
        .select_related("round", "stop__place", "stop__person", "stop__round__community")
        .order_by("decided_at", "stop__number", "key", "other_at")
    )


def late_of(round_: Round) -> QuerySet[Arrival]:
    """What came late, the undecided first."""
    return (
        Arrival.objects.filter(community=round_.community_id, round=round_)
        .exclude(reason="")
        .select_related("round", "stop__place", "stop__person", "stop__round__community")
        .order_by("decided_at", "at")
    )


def kinds_planned_by(actor: Actor, community: Place) -> list[RoundKind]:
    """The kinds that can be planned from the rounds' own page, by this actor."""
    return [
        kind
        for kind in kinds()
        if kind.sources and kind.stops and may(kind.plans, actor, community)
    ]


def may_be_sent(kind: RoundKind, community: Place, on: date) -> list[Account]:
    """The accounts with a post here that hold the kind's `may_carry`."""
    rows = holdings_in(community, on).filter(account__is_active=True)
    accounts = {each.account_id: each.account for each in rows}
    found = [
        account
        for account in accounts.values()
        if may(kind.may_carry, actor_for(account, on), community)
    ]
    return sorted(found, key=lambda account: (account.label, str(account.pk)))
