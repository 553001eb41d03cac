"""What is known of several communities: the figures of those served here, and the accepted
returns of the others. Of which of the two a value is, stays with it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from linli.evaluation.definitions import Indicator, catalogue
from linli.evaluation.levels.within_year import hidden_of
from linli.evaluation.models import Figure, Reckoning
from linli.evaluation.nesting import hide_nested, left_between, shipped
from linli.evaluation.periods import Period, period_of
from linli.evaluation.returns.lines import HIDDEN, TOLD, TOO_FEW, may_be_negative
from linli.evaluation.returns.models import Return, ReturnedValue
from linli.evaluation.returns.queries import standing_returns
from linli.lib.calendar import local_day
from linli.lib.numbers import wilson

_REASON = "an office compares counts of its communities"
NINETY_FIVE_Z = 1.96


@dataclass(frozen=True, slots=True)
class Held:
    """One community's value. A hidden one of our own records keeps its counts, so that it can be
    looked whether it could be had back; a hidden one of a return has none, here nor anywhere.
    `between`: how many more each wider count holds (of 65 and over, beyond 80 and over)."""

    numerator: int | None
    denominator: int | None
    n: int | None
    hidden: bool
    status: str
    low: float | None = None
    high: float | None = None
    between: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a community's values come from: `own` records read on a day, or a `return` that told
    how things stood on a day."""

    kind: str
    on: date | None


@dataclass(frozen=True)
class Known:
    """All of it: values by community, indicator and period, and each community's origin."""

    values: dict[tuple[UUID, str, str], Held]
    origins: dict[UUID, Origin]

    def of(self, community: UUID, row: Indicator, period: Period) -> Held | None:
        return self.values.get((community, row.id, period.key))


def gather(
    communities: Iterable[UUID], rows: Sequence[Indicator], period: Period, *, floor: int
) -> Known:
    """The values of these indicators in the year of the period, by each one's version in force; a
    few queries, however many communities there are."""
    asked = list(communities)
    year = period_of("year", period.starts)
    versions = {row.id: row for row in (*_wider(rows, period), *rows)}
    values: dict[tuple[UUID, str, str], Held] = {}
    served = _served(asked)
    origins = _read_returns(asked, set(served), versions, year, values)
    _read_figures(asked, versions, year, values, floor)
    _hide_nested(values, floor)
    return Known(values, origins | served)


def _wider(rows: Sequence[Indicator], period: Period) -> list[Indicator]:
    """The counts that hold one of those asked for, or are the same, also where they are on another
    page."""
    names = {name for row in rows for name in shipped().beside(row.id)}
    found = (catalogue().in_force(name, period.starts) for name in sorted(names))
    return [row for row in found if row is not None]


def _hide_nested(values: dict[tuple[UUID, str, str], Held], floor: int) -> None:
    nesting = shipped()
    of_period: dict[tuple[UUID, str], dict[str, Held]] = defaultdict(dict)
    for (community, name, key), held in values.items():
        of_period[community, key][name] = held
    for (community, key), cells in of_period.items():
        alone = {name: held.hidden for name, held in cells.items()}
        away = hide_nested(cells, alone, floor, nesting)
        for name, held in cells.items():
            few = {
                pair.name: left_between(pair, held, cells[pair.outer])
                for pair in nesting.pairs.get(name, ())
                if pair.outer in cells
            }
            values[community, name, key] = replace(held, between=few, hidden=away[name])


def _served(communities: list[UUID]) -> dict[UUID, Origin]:
    """Those whose own records are read here, and when last."""
    done = Reckoning.objects.across_communities(_REASON).filter(
        community__in=communities, state="done", at__isnull=False
    )
    rows = done.order_by("at").values_list("community", "at")
    return {community: Origin("own", local_day(at)) for community, at in rows if community and at}


def _read_figures(
    communities: list[UUID],
    versions: dict[str, Indicator],
    year: Period,
    values: dict[tuple[UUID, str, str], Held],
    floor: int,
) -> None:
    figures = Figure.objects.across_communities(_REASON).filter(
        community__in=communities,
        indicator__in=list(versions),
        starts__gte=year.starts,
        ends__lte=year.ends,
    )
    groups: dict[tuple[UUID, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if versions[figure.indicator].version == figure.version:
            groups[figure.community_id, figure.indicator].append(figure)
    for (community, name), group in groups.items():
        hidden = hidden_of(versions[name], group, floor=floor)
        for figure in group:
            values[community, name, figure.period.key] = _held(figure, hidden[figure.pk])


def _held(figure: Figure, hidden: bool) -> Held:
    if figure.numerator is None or figure.denominator is None:
        return Held(None, None, None, False, figure.gap or "no_records")
    return Held(
        figure.numerator,
        figure.denominator,
        figure.n,
        hidden,
        TOO_FEW if figure.gap == "too_few" else TOLD,
        figure.low,
        figure.high,
    )


def _read_returns(
    communities: list[UUID],
    served: set[UUID],
    versions: dict[str, Indicator],
    year: Period,
    values: dict[tuple[UUID, str, str], Held],
) -> dict[UUID, Origin]:
    returns = [row for row in standing_returns(communities, year) if row.community_id not in served]
    order = {row.pk: place for place, row in enumerate(returns)}
    rows = ReturnedValue.objects.across_communities(_REASON).filter(
        of__in=list(order), indicator__in=list(versions)
    )
    # The newest that tells a line is believed for it, also where it hides it or tells it by
    # another version; an older one never shows what a newer one does not.
    newest = {
        (value.community_id, value.indicator, period_of(value.period_kind, value.starts).key): value
        for value in sorted(rows, key=lambda each: order[each.of_id])
    }
    for key, value in newest.items():
        row = versions[value.indicator]
        if value.version == row.version:
            values[key] = _returned(row, value)
    return {row.community_id: _origin(row) for row in returns}


def _origin(row: Return) -> Origin:
    return Origin("return", row.through)


def _returned(row: Indicator, value: ReturnedValue) -> Held:
    if value.numerator is None or value.denominator is None:
        return Held(None, None, None, value.status == HIDDEN, value.status)
    low, high = _interval(row, value)
    return Held(value.numerator, value.denominator, value.n, False, value.status, low, high)


def _interval(row: Indicator, value: ReturnedValue) -> tuple[float | None, float | None]:
    part, whole = value.numerator, value.denominator
    assert part is not None
    assert whole is not None
    if value.se is not None:
        middle, half = part / whole, NINETY_FIVE_Z * value.se
        least = -1.0 if may_be_negative(row) else 0.0
        return max(least, middle - half), min(1.0, middle + half)
    if row.interval and 0 <= part <= whole:
        return wilson(part, whole)
    return None, None
