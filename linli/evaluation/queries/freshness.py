"""Whose figures are behind."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from linli.core.audit.models import Entry
from linli.core.jobs.models import Job
from linli.core.places.models import Place
from linli.core.places.queries import served_communities
from linli.evaluation.models import Reckoning

SETTLED_AFTER = timedelta(minutes=10)
"""How long figures are left alone, so that a busy morning is not one long reckoning."""

NIGHT = time(2, 0)
"""From then on every community is reckoned once a day, whether or not anything was done: stocks
and deadlines change by themselves."""


def communities_to_reckon(at: datetime) -> Iterator[Place]:
    """The communities of this instance in which something was written down since their last
    reckoning, ten minutes ago or longer; and after two at night those not reckoned since."""
    last = _last_reckonings()
    under_way = _under_way()
    served = set(served_communities().values_list("pk", flat=True))
    night = _latest_night(at)
    behind = [
        community
        for community in sorted((served | set(last)) - under_way)
        if _is_behind(community, last.get(community), at, night)
    ]
    yield from Place.objects.filter(pk__in=behind, until__isnull=True).order_by("code")


def _is_behind(community: UUID, last: datetime | None, at: datetime, night: datetime) -> bool:
    if last is None:
        return True
    if at - last < SETTLED_AFTER:
        return False
    return last < night or _was_written_since(community, last)


def _was_written_since(community: UUID, last: datetime) -> bool:
    # A reckoning is itself written down; it is no reason for another.
    entries = Entry.objects.filter(community=community, at__gt=last)
    return entries.exclude(action__startswith="evaluation.").exists()


def _last_reckonings() -> dict[UUID, datetime]:
    """When each community's facts were last read, or the attempt was asked for that failed."""
    asked = Reckoning.objects.across_communities("what time does, for every community")
    found: dict[UUID, Any] = {}
    rows = asked.values_list("community").annotate(read=Max("at"), asked=Max("asked_at"))
    for community, read, last_asked in rows:
        found[community] = max(moment for moment in (read, last_asked) if moment)
    return found


def _under_way() -> set[UUID]:
    waiting = Reckoning.objects.across_communities("what time does, for every community")
    active = waiting.filter(state="waiting", job__state__in=Job.ACTIVE)
    return {row.community_id for row in active.only("community")}


def _latest_night(at: datetime) -> datetime:
    local = timezone.localtime(at)
    day = local.date() if local.time() >= NIGHT else local.date() - timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, NIGHT))
