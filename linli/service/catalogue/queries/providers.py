"""The directory: what residents see, and whom the desk has to ring."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from linli.core.clocks.queries import work_calendar
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.service.catalogue.models import Provider, ProviderCheck
from linli.service.catalogue.rules import guides as rules
from linli.service.catalogue.rules.guides import Freshness
from linli.service.catalogue.rules.openings import Now, look
from linli.service.catalogue.rules.search import sound_of


@dataclass(frozen=True)
class Listed:
    """A provider as it stands today."""

    provider: Provider
    fresh: Freshness
    now: Now | None

    @property
    def stale(self) -> bool:
        """Whether the last look at it is old."""
        return self.fresh is not Freshness.FRESH


def directory(community: Place, at: datetime, *, kind: str = "") -> list[Listed]:
    """What residents see, by the sound of the name and nothing else."""
    shown = [each for each in everybody(community, at) if each.fresh is not Freshness.HIDDEN]
    return [each for each in shown if not kind or each.provider.kind == kind]


def everybody(community: Place, at: datetime) -> list[Listed]:
    """All that have not stopped, for the desk: hidden ones too."""
    on, calendar = local_day(at), work_calendar(community.pk)
    stale = number_laid_down("providers.stale_after", community, on)
    hidden = number_laid_down("providers.hidden_after", community, on)
    found = []
    for provider in _rows(community).select_related("verified_by", "community"):
        fresh = rules.freshness(provider.verified_on, on, stale_days=stale, hidden_months=hidden)
        hours = provider.opening
        found.append(Listed(provider, fresh, look(hours, calendar, at) if hours else None))
    return sorted(found, key=lambda each: (sound_of(each.provider.title), each.provider.pk))


def listed_provider(community: Place, key: UUID, at: datetime) -> Listed:
    """One as residents see it; Http404 where they do not."""
    for each in directory(community, at):
        if each.provider.pk == key:
            return each
    raise Http404


def provider_in(community: Any, key: UUID) -> Provider:
    """One for the desk, also one that has stopped; Http404 where there is none."""
    rows: QuerySet[Provider] = Provider.objects.filter(community=community, pk=key)
    found = rows.select_related("verified_by", "body").first()
    if found is None:
        raise Http404
    return found


def providers_to_name(community: Any) -> "QuerySet[Provider]":
    """Who can be named in a guide."""
    return _rows(community).order_by("title")


def to_ring(community: Place, at: datetime) -> list[Provider]:
    """The round: whoever is to be asked again and was not tried today, the longest unasked
    first. It empties in one round: who does not answer is off it until tomorrow."""
    on = local_day(at)
    days = number_laid_down("providers.stale_after", community, on)
    tried = ProviderCheck.objects.filter(
        community=community, at__gte=_midnight(at), result="not_reached"
    ).values_list("provider_id", flat=True)
    rows = _rows(community).filter(verified_on__lte=on - timedelta(days=days))
    return list(rows.exclude(pk__in=list(tried)).order_by("verified_on", "title", "pk"))


def checks_of(provider: Provider, limit: int = 12) -> list[ProviderCheck]:
    """The latest calls."""
    rows = ProviderCheck.objects.filter(community=provider.community_id, provider=provider)
    return list(rows.select_related("by")[:limit])


def hidden_between(community: Place, since: date, until: date) -> list[tuple[Provider, date]]:
    """Whose entry will be hidden in those days unless somebody rings."""
    months = number_laid_down("providers.hidden_after", community, since)
    rows = _rows(community).filter(verified_on__gte=since - timedelta(days=31 * (months + 1)))
    last = [(row, rules.hidden_on(row.verified_on, months) - timedelta(days=1)) for row in rows]
    return [(row, on) for row, on in last if since <= on <= until]


def _rows(community: Any) -> "QuerySet[Provider]":
    rows: QuerySet[Provider] = Provider.objects.filter(community=community, gone_on__isnull=True)
    return rows


def _midnight(at: datetime) -> datetime:
    return timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
