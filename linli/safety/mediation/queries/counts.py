"""Counts by kind and month, without anybody in them. None at all and a few look the same, so that
nobody can tell from a count whether there is a case."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.law.packs import parameter
from linli.lib.numbers import FLOOR
from linli.safety.mediation.flows import IN_FORCE
from linli.safety.mediation.kinds import KINDS
from linli.safety.mediation.models import Mediation


@dataclass(frozen=True, slots=True)
class Counted:
    """One kind: how many came, how many ended, how many of these in agreement. None: fewer than
    the floor, nought included."""

    kind: str
    title: str
    came: int | None
    ended: int | None
    agreed: int | None


def floor_of(community: Place, on: date) -> int:
    """Below which number a count is not shown; never below the house's own."""
    row = parameter("publication.small_cell", on, jurisdictions_of(community))
    return max(FLOOR, int(row.value))


def counts_by_kind(community: Place, since: date, until: date) -> list[Counted]:
    """Every kind in its order, of the days from `since` to `until`, both included."""
    rows = Mediation.objects.filter(community=community)
    came = _count(rows.filter(received_on__gte=since, received_on__lte=until))
    over = rows.filter(ended_on__gte=since, ended_on__lte=until)
    ended, agreed = _count(over), _count(over.filter(state__in=IN_FORCE))
    floor, keys = floor_of(community, until), [key for key, _title in KINDS]
    columns = [_shown([counted[key] for key in keys], floor) for counted in (came, ended, agreed)]
    return [
        Counted(key, str(title), *(column[place] for column in columns))
        for place, (key, title) in enumerate(KINDS)
    ]


@dataclass(frozen=True, slots=True)
class Total:
    """How many in all, as far as it may be told. None: fewer than the floor, nought included.
    `or_more`: the kinds that are not shown come on top, and are too few together to be told."""

    number: int | None
    or_more: bool = False


def totals(community: Place, since: date, until: date) -> tuple[Total, Total]:
    """How many came and how many ended in all."""
    rows = Mediation.objects.filter(community=community)
    came = _count(rows.filter(received_on__gte=since, received_on__lte=until))
    ended = _count(rows.filter(ended_on__gte=since, ended_on__lte=until))
    floor = floor_of(community, until)
    return total_of(list(came.values()), floor), total_of(list(ended.values()), floor)


def total_of(numbers: Sequence[int], floor: int) -> Total:
    """The sum of a column of kinds. It is told only where what it says of the hidden kinds
    together reaches the floor; else only the sum of those that are shown."""
    shown = sum(number for number in numbers if number >= floor)
    hidden = sum(numbers) - shown
    if hidden >= floor:
        return Total(shown + hidden)
    return Total(shown, or_more=True) if shown else Total(None)


def _count(rows: Any) -> Counter[str]:
    return Counter(rows.order_by().values_list("kind", flat=True))


def _shown(numbers: Sequence[int], floor: int) -> list[int | None]:
    return [number if number >= floor else None for number in numbers]
