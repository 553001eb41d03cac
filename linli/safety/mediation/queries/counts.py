"""Counts by kind and month, without anybody in them. None at all and a few look the same, so that
nobody can tell from a count whether there is a case."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from linli.core.places.laid_down import floor_laid_down as floor_of
from linli.core.places.models import Place
from linli.lib.numbers import suppressed
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


def counts_by_kind(community: Place, since: date, until: date) -> list[Counted]:
    """Every kind in its order, of the days from `since` to `until`, both included. Of those that
    ended in agreement nothing where the others of them would be a few."""
    floor, whole = floor_of(community, until), _in_full(community, since, until)
    return [
        Counted(
            key,
            str(title),
            _shown(came, floor),
            _shown(ended, floor),
            _part_shown(agreed, ended, floor),
        )
        for key, title in KINDS
        for came, ended, agreed in (whole[key],)
    ]


@dataclass(frozen=True, slots=True)
class Total:
    """How many in all, as far as it may be told. None: fewer than the floor, nought included.
    `or_more`: the kinds that are not shown come on top, and are too few together to be told."""

    number: int | None
    or_more: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it is told in full."""
        return self.number is not None and not self.or_more


@dataclass(frozen=True, slots=True)
class Spanned:
    """One kind over several months: what may be told beside the counts of each month."""

    kind: str
    title: str
    came: Total
    ended: Total
    agreed: Total


def counts_over_months(community: Place, since: date, until: date) -> list[Spanned]:
    """Every kind over a span of several months. Each month may be told by itself elsewhere, so the
    span tells only what does not give a hidden month back."""
    pieces = list(_months_of(since, until))
    by_month = [counts_by_kind(community, *piece) for piece in pieces]
    whole = _in_full(community, since, until)
    floor, found = floor_of(community, until), []
    for place, (key, title) in enumerate(KINDS):
        told = [month[place] for month in by_month]
        came, ended, _agreed = whole[key]
        # A month of these is also hidden for what is left of it: only the shown ones are added.
        agreed = sum(each.agreed or 0 for each in told)
        cells = (
            _over_months([each.came for each in told], came, floor),
            _over_months([each.ended for each in told], ended, floor),
            _over_months([each.agreed for each in told], agreed, floor),
        )
        exact = cells[1].is_exact and cells[2].is_exact
        if exact and suppressed(ended - agreed, floor):
            cells = (cells[0], cells[1], Total(None))
        found.append(Spanned(key, str(title), *cells))
    return found


def _in_full(community: Place, since: date, until: date) -> dict[str, tuple[int, int, int]]:
    """By kind: came, ended, in agreement, as it is. Nothing of it may be shown as it is."""
    rows = Mediation.objects.filter(community=community)
    came = _count(rows.filter(received_on__gte=since, received_on__lte=until))
    over = rows.filter(ended_on__gte=since, ended_on__lte=until)
    ended, agreed = _count(over), _count(over.filter(state__in=IN_FORCE))
    return {key: (came[key], ended[key], agreed[key]) for key, _title in KINDS}


def _over_months(told: Sequence[int | None], whole: int, floor: int) -> Total:
    """`total_of` for months: the whole, or only what the shown months come to."""
    shown = sum(number for number in told if number is not None)
    if whole - shown >= floor or (shown and whole == shown and None not in told):
        return Total(whole)
    return Total(shown, or_more=True) if shown else Total(None)


def _months_of(since: date, until: date) -> Iterator[tuple[date, date]]:
    first = since
    while first <= until:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield first, min(until, following - timedelta(days=1))
        first = following


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


def _shown(number: int, floor: int) -> int | None:
    return number if number >= floor else None


def _part_shown(part: int, whole: int, floor: int) -> int | None:
    """A part where its whole is shown too, and what is left of it gives nobody away."""
    few = whole < floor or suppressed(whole - part, floor)
    return None if few else _shown(part, floor)
