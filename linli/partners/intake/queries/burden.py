"""The burden from above by month: who asked for what, and the minutes it took. Nothing of it is
about a person: it counts requests, letters and minutes by the office that caused them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncMonth

from linli.core.access.models import Body
from linli.core.places.models import Place
from linli.partners.intake.models import Letter, Minutes, Request

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Tally:
    """What one office (or one community, or all) caused in a month.

    `forms`, `inspections`, `assessments`, `plaques`, `apps`: requests of that kind; `filled`:
    forms minutes were logged on; `refused`: letters of refusal written in that month, whenever
    the request came.
    """

    requested: int = 0
    listed: int = 0
    off_list: int = 0
    refused: int = 0
    forms: int = 0
    filled: int = 0
    inspections: int = 0
    assessments: int = 0
    plaques: int = 0
    apps: int = 0
    minutes: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in COLUMNS})


COLUMNS = fields(Tally)
NOTHING = Tally()


@dataclass(frozen=True, slots=True)
class Burden:
    """One month, office by office in the order of their names, and all of them together."""

    first: date
    rows: list[tuple[str, Tally]]
    total: Tally


def burden(community: Place, first: date) -> Burden:
    """The month that begins on `first`, by office."""
    tallies = _tally([community.pk], first, "body_id")
    names = dict(
        Body.objects.filter(community=community, pk__in=list(tallies)).values_list("pk", "name")
    )
    rows = sorted((names[key], tally) for key, tally in tallies.items())
    return Burden(first, rows, _together(tallies.values()))


def burden_beside(communities: Iterable[Place], first: date) -> Burden:
    """The same month for several communities, in the order given, one row each."""
    listed = list(communities)
    tallies = _tally([each.pk for each in listed], first, "community_id")
    rows = [(each.name, tallies.get(each.pk, NOTHING)) for each in listed]
    return Burden(first, rows, _together(tally for _name, tally in rows))


def minutes_by_month(community: Place, last: date) -> list[tuple[date, int, int]]:
    """For each of the twelve months up to that of `last`: its first day, the minutes logged, and
    the requests received."""
    months = [month_before(last.replace(day=1), back) for back in reversed(range(MONTHS))]
    until = month_after(months[-1])
    minutes = _by_month(
        Minutes.objects.filter(
            community=community, on__gte=months[0], on__lt=until, struck_on__isnull=True
        ),
        "on",
        Sum("minutes"),
    )
    asked = _by_month(
        Request.objects.filter(
            community=community, received_on__gte=months[0], received_on__lt=until
        ),
        "received_on",
        Count("pk"),
    )
    return [(month, minutes.get(month, 0), asked.get(month, 0)) for month in months]


def month_after(first: date) -> date:
    """The first day of the next month."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_before(first: date, back: int) -> date:
    """The first day of the month `back` months before."""
    months = first.year * 12 + first.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)


def _by_month(rows: Any, field: str, counted: Any) -> dict[date, int]:
    grouped = rows.order_by().annotate(month=TruncMonth(field)).values("month")
    return {row["month"]: row["many"] for row in grouped.annotate(many=counted)}


def _tally(communities: list[UUID], first: date, by: str) -> dict[UUID, Tally]:
    until = month_after(first)
    asked = Request.objects.filter(
        community__in=communities, received_on__gte=first, received_on__lt=until
    )
    refused = Letter.objects.filter(
        community__in=communities, kind="refusal", written_on__gte=first, written_on__lt=until
    )
    spent = Minutes.objects.filter(
        community__in=communities, on__gte=first, on__lt=until, struck_on__isnull=True
    )
    by_letter = by if by == "community_id" else f"request__{by}"
    counted: dict[UUID, dict[str, int]] = {}
    for rows, key, columns in (
        (asked, by, _ASKED),
        (refused, by_letter, {"refused": Count("pk")}),
        (spent, by, _SPENT),
    ):
        for row in rows.order_by().values(key).annotate(**columns):
            told = {_TOLD.get(name, name): row[name] or 0 for name in columns}
            counted.setdefault(row[key], {}).update(told)
    return {key: Tally(**values) for key, values in counted.items()}


_ASKED: Mapping[str, Any] = {
    "requested": Count("pk"),
    "on_it": Count("pk", filter=Q(listed=True)),
    "off_list": Count("pk", filter=Q(listed=False)),
    "forms": Count("pk", filter=Q(kind="form")),
    "inspections": Count("pk", filter=Q(kind="inspection")),
    "assessments": Count("pk", filter=Q(kind="assessment")),
    "plaques": Count("pk", filter=Q(kind="plaque")),
    "apps": Count("pk", filter=Q(kind="app")),
}
_SPENT: Mapping[str, Any] = {
    "spent": Sum("minutes"),
    "filled": Count("pk", filter=Q(kind="form")),
}

# An annotation may not bear the name of a column.
_TOLD = {"on_it": "listed", "spent": "minutes"}


def _together(tallies: Iterable[Tally]) -> Tally:
    total = NOTHING
    for tally in tallies:
        total = total.plus(tally)
    return total
