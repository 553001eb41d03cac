"""How many were helped to apply: counts of whole years by scheme, and no row."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.places.laid_down import floor_laid_down
from linli.lib.numbers import conceal, suppressed
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.service.catalogue.applications.paths import paths


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of one scheme, by how they stand; None where so few would give away who, or would
    give back another that is hidden. None at all and a few are told alike."""

    title: str
    all: int | None
    forwarded: int | None = None
    granted: int | None = None
    refused: int | None = None


YEARS = 5


def counted_years(on: date) -> list[int]:
    """The years whose counts are told, the newest first: whole ones that are over. Of shorter or
    freely chosen spans one could be taken from the other, and whoever is left would show."""
    return [on.year - back for back in range(1, YEARS + 1)]


def counts_by_scheme(community: Any, since: date, until: date) -> list[Counted]:
    """What was opened in those days, of every scheme there is: that a row stands there tells
    nothing."""
    rows = ApplicationHelp.objects.filter(
        community=community, opened_at__date__gte=since, opened_at__date__lte=until
    ).values_list("scheme", "state", "forwarded_at", "decided_on")
    found: dict[str, Counter[str]] = {key: Counter() for key in paths()}
    for scheme, state, forwarded_at, decided_on in rows:
        counter = found.setdefault(scheme, Counter())
        counter["all"] += 1
        counter["forwarded"] += forwarded_at is not None
        counter["granted"] += decided_on is not None and state in ("granted", "hearing", "lowered")
        counter["refused"] += state in ("refused", "objected")
    floor = floor_laid_down(community, until)
    return [told_of(path.name, found[key], floor) for key, path in paths().items()]


def told_of(title: str, counter: Counter[str], floor: int) -> Counted:
    """The cells of one scheme that may stand beside each other: neither one of them nor what is
    left of the whole, or of what was forwarded, is a few."""
    every, granted, refused = counter["all"], counter["granted"], counter["refused"]
    if every < floor:
        return Counted(title, None)
    no_grant, no_refusal, _rest = conceal((granted, refused, every - granted - refused), floor)
    told = [count for count, gone in ((granted, no_grant), (refused, no_refusal)) if not gone]
    forwarded = counter["forwarded"]
    left = [every - forwarded, *(forwarded - count for count in told), forwarded - sum(told)]
    few = any(suppressed(abs(count), floor) for count in (forwarded, *left))
    return Counted(
        title,
        every,
        None if few else forwarded,
        None if no_grant else granted,
        None if no_refusal else refused,
    )
