"""Whom a form is about: everybody of a kind, those of last time, or those picked by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from linli.core.people.models import Household, Tie
from linli.core.people.queries import persons_in
from linli.core.people.queries.dwellings import in_term
from linli.core.places.models import AreaDwelling, Place
from linli.core.places.models.fields import within
from linli.core.places.models.history import in_force
from linli.partners.paperwork.models import HOUSEHOLD, Asking, HandedRow
from linli.partners.paperwork.queries.known import NEAREST

EVERYBODY, LAST_TIME, PICKED = "everybody", "last_time", "picked"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One row to be: a person, the household they speak for, where they are found."""

    person: UUID
    household: UUID | None
    dwelling: UUID | None
    position: str


def everybody(community: Place, subject: str, wanted: Mapping[str, Any], on: date) -> list[Chosen]:
    """Everybody who lives, rents, is registered or owns here on that day, of the kinds, ages and
    places wanted (`kinds`, `age_from`, `age_to`, `place`, `area`: ids as text)."""
    ties = _ties(community, wanted, on)
    if subject == HOUSEHOLD:
        return _households(community, ties.filter(household__isnull=False), on)
    ties = _of_age(ties, wanted, on)
    return _one_each(ties)


def last_time(asking: Asking, earlier: Asking | None) -> list[Chosen]:
    """Those whom the same form was about when it was handed over last, without who has died,
    left the roster, or been merged since."""
    if earlier is None:
        return []
    rows = HandedRow.objects.filter(
        community=asking.community_id,
        asking=earlier,
        person__merged_into__isnull=True,
        person__forgotten_at__isnull=True,
        person__died_on__isnull=True,
    ).select_related("dwelling")
    return [
        Chosen(
            row.person_id,
            row.household_id,
            row.dwelling_id,
            row.dwelling.position if row.dwelling else "",
        )
        for row in rows
    ]


def these(community: Place, subject: str, persons: Iterable[UUID], on: date) -> list[Chosen]:
    """Picked persons, or the households they belong to."""
    picked = persons_in(community).filter(pk__in=list(persons))
    ties = (
        Tie.objects.filter(in_term(on), community=community, person__in=picked)
        .select_related("dwelling", "household")
        .order_by("since", "pk")
    )
    if subject == HOUSEHOLD:
        return _households(community, ties.filter(household__isnull=False), on)
    found = {each.person: each for each in _one_each(ties)}
    alone = picked.exclude(pk__in=found).values_list("pk", flat=True)
    return [*found.values(), *(Chosen(person, None, None, "") for person in alone)]


def in_order(chosen: Iterable[Chosen]) -> list[Chosen]:
    """By compound, building, entrance and door; those without a home at the end."""
    return sorted(chosen, key=lambda each: (not each.position, each.position, str(each.person)))


def _ties(community: Place, wanted: Mapping[str, Any], on: date) -> QuerySet[Tie]:
    ties = Tie.objects.filter(
        in_term(on),
        community=community,
        person__merged_into__isnull=True,
        person__forgotten_at__isnull=True,
        person__died_on__isnull=True,
    )
    if kinds := wanted.get("kinds"):
        ties = ties.filter(kind__in=kinds)
    if place := wanted.get("place"):
        found = Place.objects.filter(pk=place, community=community).first()
        ties = ties.filter(dwelling__in=Place.objects.filter(within(found.path))) if found else ties
    if area := wanted.get("area"):
        inside = AreaDwelling.objects.filter(in_force(on), community=community, area=area)
        ties = ties.filter(dwelling__in=inside.values("dwelling"))
    return ties.select_related("dwelling", "household").order_by("since", "pk")


def _of_age(ties: QuerySet[Tie], wanted: Mapping[str, Any], on: date) -> QuerySet[Tie]:
    """Full years on the day: born on 29 February, one turns a year older on 1 March."""
    if (least := wanted.get("age_from")) is not None:
        ties = ties.filter(person__birth_date__lte=_years_before(on, int(least)))
    if (most := wanted.get("age_to")) is not None:
        ties = ties.filter(person__birth_date__gt=_years_before(on, int(most) + 1))
    return ties


def _years_before(on: date, years: int) -> date:
    year = max(on.year - years, 1)
    try:
        return on.replace(year=year)
    except ValueError:  # 29 February
        return on.replace(year=year, day=28)


def _one_each(ties: Iterable[Tie]) -> list[Chosen]:
    found: dict[UUID, tuple[int, Chosen]] = {}
    for tie in ties:
        rank = NEAREST.index(tie.kind)
        if tie.person_id not in found or rank < found[tie.person_id][0]:
            home = tie.dwelling
            chosen = Chosen(tie.person_id, None, tie.dwelling_id, home.position)
            found[tie.person_id] = (rank, chosen)
    return [chosen for _rank, chosen in found.values()]


def _households(community: Place, ties: QuerySet[Tie], on: date) -> list[Chosen]:
    """Each household once, spoken for by whom it named, else by its oldest member."""
    wanted = Household.objects.filter(
        in_term(on), community=community, pk__in=ties.order_by().values("household")
    )
    oldest: dict[UUID, tuple[date, UUID]] = {}
    members = Tie.objects.filter(
        in_term(on),
        community=community,
        household__in=wanted.values("pk"),
        person__merged_into__isnull=True,
        person__forgotten_at__isnull=True,
        person__died_on__isnull=True,
    ).values_list("household_id", "person_id", "person__birth_date")
    for household, person, born in members:
        mine = (born or date.max, person)
        if household not in oldest or mine < oldest[household]:
            oldest[household] = mine
    return [
        Chosen(
            household.representative_id or oldest[household.pk][1],
            household.pk,
            household.dwelling_id,
            household.dwelling.position,
        )
        for household in wanted.select_related("dwelling")
        if household.representative_id or household.pk in oldest
    ]
