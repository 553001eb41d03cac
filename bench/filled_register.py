"""An invented register put into a community as rows, past the door: what is measured is reading."""

from collections.abc import Sequence
from typing import Any

from bench.invented_register import Register

PER_BUILDING = 500
"""Homes of a building: four staircases of a hundred and twenty-five."""


def build_homes(community: Any, homes: int, *, now: Any) -> list[Any]:
    """Dwellings enough in a compound of its own; their ids in the order in which they lie."""
    from django.utils import timezone

    from linli.core.audit.actor import the_operator
    from linli.core.places.actions import BuildingPlan, build_compound
    from linli.core.places.queries import dwellings_under

    buildings = [
        BuildingPlan.numbered(f"{number}栋", entrances=4, floors=25, per_floor=5)
        for number in range(1, homes // PER_BUILDING + 3)
    ]
    compound = build_compound(
        community, name="甲园", buildings=buildings, on=timezone.localdate(now),
        by=the_operator(), at=now,
    )  # fmt: skip
    return list(dwellings_under(compound).values_list("pk", flat=True))


def put_in(community: Any, register: Register, homes: Sequence[Any], *, since: Any) -> list[Any]:
    """The persons with their numbers sealed, a household a home, and the ties; the persons."""
    from django.utils import timezone

    from linli.core.people.models import Household, Person, Tie
    from linli.core.people.names import keys_of

    now = timezone.now()
    persons = [
        Person(
            community=community,
            name=row.name,
            name_keys=keys_of(row.name),
            sex=row.sex,
            birth_date=row.born,
            id_kind="resident_id" if row.number else "",
            registered_at=now,
            changed_at=now,
        ).place_numbers(id_number=row.number, phone=row.phone and f"+86{row.phone}")
        for row in register.rows
    ]
    Person.objects.bulk_create(persons, batch_size=1000)
    households = {
        home: Household(community=community, dwelling_id=homes[home], since=since)
        for home in {row.home for row in register.rows}
    }
    Household.objects.bulk_create(households.values(), batch_size=2000)
    Tie.objects.bulk_create(
        (
            Tie(
                community=community, person=person, dwelling_id=homes[row.home],
                household=households[row.home], kind=Tie.RESIDENT, since=since, source="import",
            )
            for person, row in zip(persons, register.rows, strict=True)
        ),
        batch_size=2000,
    )  # fmt: skip
    return persons
