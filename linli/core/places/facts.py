"""What the evaluation may read of a community's places: stocks, never who lives where."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.models import CommunityProfile, Place, PlaceVersion
from linli.lib.facts import Fact, FactKind

KINDS = (
    FactKind("places.households", _("户数"), stock=True),
    FactKind("places.dwellings", _("住房套数"), stock=True),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The households the community gives and the dwellings in it, from `since` to `until`, both
    included, as they stood on the last day of each month and of the period.

    A stock is told again each month, so that whoever takes the last one of any period has it.
    """
    profiles = list(
        CommunityProfile.objects.filter(
            Q(until__isnull=True) | Q(until__gt=since), community=community, since__lte=until
        )
    )
    dwellings = list(
        PlaceVersion.objects.filter(
            Q(since__isnull=True) | Q(since__lte=until),
            Q(until__isnull=True) | Q(until__gt=since),
            community=community,
            kind="dwelling",
        )
        .values_list("since", "until")
        .annotate(Count("id"))
    )
    for on in month_ends(since, until):
        for profile in profiles:
            if _holds(profile.since, profile.until, on):
                households = profile.households
                yield Fact(community.code, on, "places.households", households, record=profile.id)
        standing = sum(count for begun, ended, count in dwellings if _holds(begun, ended, on))
        if standing:
            yield Fact(community.code, on, "places.dwellings", standing)


def month_ends(since: date, until: date) -> Iterator[date]:
    """The last day of each month from `since` to `until`, the last one cut off there."""
    while since <= until:
        following = (since.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield min(following - timedelta(days=1), until)
        since = following


def _holds(since: date | None, until: date | None, on: date) -> bool:
    return (since is None or since <= on) and (until is None or on < until)
