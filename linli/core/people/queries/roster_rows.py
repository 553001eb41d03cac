"""The roster as rows: each person with home, household, its head and the residents' group.

    for row in roster_rows(community, on, filters=Asked(age_from=80)):
        row.person.name, row.room, row.household_number, row.head, row.group

Six queries, however many people there are. Sealed numbers stay sealed until `row.person.phone`
or `row.person.id_number` is read; whoever shows them has to have a ground for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count

from linli.core.people.asked import EVERYBODY, Asked
from linli.core.people.models import Household, Person, Tie
from linli.core.people.queries.asked import LIVING, persons_asked, ties_in_force
from linli.core.people.queries.dwellings import NEAREST
from linli.core.people.rules import age_on
from linli.core.places.models import Place
from linli.core.places.queries import group_names

FEW = 500
"""People who are asked for one by one; of more, the question itself is asked again."""


@dataclass(frozen=True, slots=True, repr=False)
class RosterFacts:
    """One person as the roster knew them on a day.

    `ties`: those in force, the nearest first (lives, rents, is registered, owns); `home`: the
    dwelling of the nearest. `above`: kind → place of what the home lies in. `household`: the one
    joined at home, else any; `members`: how many belong to it, `living`: how many live in the
    home, whether or not they formed a household. `head`: who speaks for the household.
    """

    person: Person
    on: date
    ties: tuple[Tie, ...]
    home: Place | None
    above: dict[str, Place]
    household: Household | None
    members: int | None
    living: int
    group: str

    @property
    def age(self) -> int | None:
        """Full years on that day."""
        born = self.person.birth_date
        return None if born is None or born > self.on else age_on(born, self.on)

    @property
    def compound(self) -> str:
        return self._named("compound")

    @property
    def building(self) -> str:
        return self._named("building")

    @property
    def entrance(self) -> str:
        return self._named("entrance")

    @property
    def room(self) -> str:
        """The name of the dwelling itself."""
        return self.home.name if self.home else ""

    @property
    def address(self) -> str:
        """Where the home lies, without the community's own name."""
        return self.home.name_inside if self.home else ""

    @property
    def household_number(self) -> str:
        return self.household.number if self.household else ""

    @property
    def head(self) -> str:
        """The name of whoever speaks for the household, where it has named somebody."""
        spoken_by = self.household.representative if self.household else None
        return spoken_by.name if spoken_by else ""

    @property
    def is_head(self) -> bool:
        return self.household is not None and self.household.representative_id == self.person.pk

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of tie in force (`Tie.KINDS`)."""
        return frozenset(tie.kind for tie in self.ties)

    @property
    def lives_here(self) -> bool:
        return bool(self.kinds & set(LIVING))

    @property
    def since(self) -> date | None:
        """From when on the nearest tie holds."""
        return self.ties[0].since if self.ties else None

    def _named(self, kind: str) -> str:
        place = self.above.get(kind)
        return place.name if place else ""


def roster_rows(community: Place, on: date, *, filters: Asked = EVERYBODY) -> Iterator[RosterFacts]:
    """The people `filters` means, by address as a worker walks, then by household and age."""
    asked = persons_asked(community, on, filters)
    persons = {person.pk: person for person in asked}
    ties: dict[UUID, list[Tie]] = {key: [] for key in persons}
    few = len(persons) <= FEW
    whose: Any = list(persons) if few else asked.values("pk")
    of_them = ties_in_force(community, on).filter(person__in=whose)
    for tie in of_them.select_related("dwelling", "household__representative"):
        if tie.person_id in ties:  # else registered between the two queries
            tie.person = persons[tie.person_id]
            ties[tie.person_id].append(tie)
    houses = {
        place.pk: place
        for place in Place.objects.filter(community=community).exclude(kind="dwelling")
    }
    dwellings = {tie.dwelling_id for each in ties.values() for tie in each}
    households = {tie.household_id for each in ties.values() for tie in each if tie.household_id}
    joined = ties_in_force(community, on).filter(household__isnull=False)
    lived = ties_in_force(community, on).filter(kind__in=LIVING)
    if few:  # a staircase is counted without reading the whole community
        joined, lived = (
            joined.filter(household__in=households),
            lived.filter(dwelling__in=dwellings),
        )
    members = dict(joined.values_list("household").annotate(Count("person", distinct=True)))
    living = dict(lived.values_list("dwelling").annotate(Count("person", distinct=True)))
    groups = group_names(community, dwellings, on) if dwellings else {}
    rows = [
        _row(person, on, ties[key], houses, members, living, groups)
        for key, person in persons.items()
    ]
    yield from sorted(rows, key=_as_walked)


def _row(
    person: Person,
    on: date,
    ties: list[Tie],
    houses: dict[UUID, Place],
    members: dict[UUID, int],
    living: dict[UUID, int],
    groups: dict[UUID, str],
) -> RosterFacts:
    ties.sort(key=lambda tie: (NEAREST.index(tie.kind), tie.since, tie.pk))
    home = ties[0].dwelling if ties else None
    joined = [tie.household for tie in ties if tie.household and _lasts(tie.household, on)]
    household = joined[0] if joined else None
    return RosterFacts(
        person=person,
        on=on,
        ties=tuple(ties),
        home=home,
        above=_above(home, houses),
        household=household,
        members=members.get(household.pk) if household else None,
        living=living.get(home.pk, 0) if home else 0,
        group=groups.get(home.pk, "") if home else "",
    )


def _lasts(household: Household, on: date) -> bool:
    return household.since <= on and (household.until is None or household.until > on)


def _above(home: Place | None, houses: dict[UUID, Place]) -> dict[str, Place]:
    found: dict[str, Place] = {}
    above = houses.get(home.parent_id) if home and home.parent_id else None
    while above is not None and not above.is_community:
        found[above.kind] = above
        above = houses.get(above.parent_id) if above.parent_id else None
    return found


def _as_walked(row: RosterFacts) -> tuple[str, str, date, str]:
    return (
        row.home.position if row.home else "",
        str(row.household.pk) if row.household else "",
        row.person.birth_date or date.max,
        str(row.person.pk),
    )
