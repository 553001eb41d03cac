"""What bars an item from being destroyed now: a clock, a quarrel, a hold, a loan, a request."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from linli.core.clocks.queries import clocks_of_each
from linli.core.files.filing import series_called
from linli.governance.archive.models import CopyRequest, Hold, Item, Loan


def bars_of_each(community: Any, items: Iterable[Item]) -> dict[UUID, tuple[str, ...]]:
    """For each item the words of HOLDS that bar it, in their order; none where nothing does."""
    items = list(items)
    ours = {"community": community, "item__in": [item.pk for item in items]}
    held = set(Hold.objects.filter(**ours, until__isnull=True).values_list("item", flat=True))
    lent = set(Loan.objects.filter(**ours, returned_on__isnull=True).values_list("item", flat=True))
    asked = set(CopyRequest.objects.filter(**ours, state="asked").values_list("item", flat=True))
    owners = [item.owner for item in items if item.owner]
    clocks = clocks_of_each(getattr(community, "pk", community), owners) if owners else {}
    running = {owner for owner, each in clocks.items() if any(clock.is_open for clock in each)}
    found = {}
    for item in items:
        words = {
            "clock": item.owner in running,
            "quarrel": _quarrel(community, item),
            "hold": item.pk in held,
            "loan": item.pk in lent,
            "copy": item.pk in asked,
        }
        found[item.pk] = tuple(word for word, holds in words.items() if holds)
    return found


def bars_of(item: Item) -> tuple[str, ...]:
    """What bars one item."""
    return bars_of_each(item.community, [item])[item.pk]


def _quarrel(community: Any, item: Item) -> bool:
    series = series_called(item.line)
    if series is None or series.held is None or item.owner is None:
        return False
    return series.held(community, item.owner)
