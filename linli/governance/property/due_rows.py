"""Rows that are due, whoever's: in the order of their limit, in batches, until none is left."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

from linli.core.audit.actor import the_clock
from linli.core.places.models import Place
from linli.lib.law import Refused

AT_ONCE = 200


def rows_of(model: Any) -> Any:
    """The rows of a model in every community."""
    return model.objects.across_communities("time runs everywhere")


def communities_of(*found: Any) -> list[Place]:
    """The communities of these rows, each once."""
    keys = {key for rows in found for key in rows.order_by().values_list("community", flat=True)}
    return list(Place.objects.filter(pk__in=keys).order_by("pk"))


def by_community(rows: Any) -> Iterator[tuple[Place, Any]]:
    """The rows of each community by themselves, whose own law says when."""
    for community in communities_of(rows):
        yield community, rows.filter(community=community)


def each_due(act: Callable[..., object], rows: Any, at: datetime, *beside: str) -> int:
    """Does that act for each row, in their order; says how many. Which they are is asked once, so
    one that is refused holds up nobody; whether it is still due, when its turn comes. `beside`:
    what is read with a row."""
    done, keys = 0, list(rows.values_list("pk", flat=True))
    for begins in range(0, len(keys), AT_ONCE):
        batch = rows.filter(pk__in=keys[begins : begins + AT_ONCE])
        for row in batch.select_related("community", *beside):
            done += do(act, row, at)
    return done


def do(act: Callable[..., object], subject: Any, at: datetime) -> int:
    """Whether the act was done: somebody may have been a moment faster."""
    with suppress(Refused):
        act(subject, by=the_clock(), at=at)
        return 1
    return 0
