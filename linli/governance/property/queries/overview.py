"""Which periods nobody has told of, and all estates at once with what they are listed by: a few
queries, however many estates there are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from linli.governance.property import law, rules
from linli.governance.property.models import (
    Contract,
    Estate,
    FundReport,
    IncomeReport,
    OwnersBody,
)
from linli.governance.property.queries.bodies import bodies_now
from linli.governance.property.queries.estates import estates_of

Periods = list[tuple[date, date, date]]
REPORTS: dict[str, Any] = {"income": IncomeReport, "fund": FundReport}


@dataclass(frozen=True, slots=True)
class Line:
    """One estate: who serves, which bodies are in their term."""

    estate: Estate
    contracts: list[Contract]
    bodies: list[OwnersBody]
    overdue: dict[str, Periods]


def all_estates(community: Any) -> list[tuple[Estate, list[Contract], list[OwnersBody]]]:
    """The estates with the contracts under which somebody serves and the bodies in their term, for
    everybody."""
    served, bodies = _by_estate(_serving(community)), _by_estate(bodies_now(community))
    return [(row, served[row.pk], bodies[row.pk]) for row in estates_of(community)]


def all_at_desk(community: Any, today: date) -> list[Line]:
    """The same with bodies and what is overdue, for the desk."""
    served = _by_estate(_serving(community))
    bodies = _by_estate(bodies_now(community))
    spans = {name: _spans(community, name, today) for name in REPORTS}
    asked = _asked(community, today)
    return [
        Line(
            row, served[row.pk], bodies[row.pk],
            {name: _due(row, spans[name][row.pk], today, asked[name]) for name in REPORTS},
        )
        for row in estates_of(community)
    ]  # fmt: skip


def overdue_periods(estate: Estate, today: date) -> dict[str, Periods]:
    """The periods nobody has told of: of common income, of the fund."""
    asked = _asked(estate.community, today)
    return {
        name: _due(
            estate, _spans(estate.community_id, name, today, estate=estate)[estate.pk], today,
            asked[name],
        )
        for name in REPORTS
    }  # fmt: skip


def _asked(community: Any, today: date) -> dict[str, tuple[int, int]]:
    """Every how many months, and in how many days after."""
    days = law.number("told_after", community, today)
    return {name: (law.number(f"{name}_months", community, today), days) for name in REPORTS}


def _due(
    estate: Estate, spans: Iterable[tuple[date, date]], today: date, asked: tuple[int, int]
) -> Periods:
    began = max(estate.since, _back(today))
    return rules.money.periods_due(began, spans, today, months=asked[0], days=asked[1])


def _spans(
    community: Any, name: str, today: date, **which: Any
) -> dict[UUID, list[tuple[date, date]]]:
    found: dict[UUID, list[tuple[date, date]]] = defaultdict(list)
    rows = REPORTS[name].objects.filter(
        community=community, until__gte=_back(today), corrected_by__isnull=True, **which
    )
    for estate, since, until in rows.values_list("estate_id", "since", "until"):
        found[estate].append((since, until))
    return found


def _serving(community: Any) -> list[Contract]:
    rows = Contract.objects.filter(community=community, state__in=Contract.SERVING)
    return list(rows.select_related("body").order_by("since"))


def _by_estate(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.estate_id].append(row)
    return found


def _back(today: date) -> date:
    """Nothing older than two years is asked for."""
    return today.replace(year=today.year - 2, day=1)
