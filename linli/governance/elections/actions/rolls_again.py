"""The roll of a vote after an election: the posted one as it stands, or one drawn up anew."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from linli.core.access.queries import in_term
from linli.core.audit.door import Act
from linli.core.people.models import Household, Person
from linli.governance.elections.models import Election
from linli.governance.elections.queries.recalls import adults, representatives
from linli.mechanisms.ballot.actions import Entrant, add_electors, draft_electorate, freeze
from linli.mechanisms.ballot.models import Electorate
from linli.mechanisms.ballot.queries.rolls import electors_of


def roll_for(
    act: Act, community: Any, *, mode: str, title: str, on: date, age: int, after: Election | None
) -> Electorate:
    """A frozen roll for another vote in the same mode. Where the election it follows has one, it
    is that list without those who have died or left the register; else it is drawn from the
    registers of today, as that of the representatives always is."""
    roll = draft_electorate(act, community, base=mode, title=title, as_of=on)
    before = after.electorate if after is not None and after.electorate_id else None
    entrants = (
        _as_posted(before)
        if before is not None and before.base == mode and mode != "representatives"
        else _from_registers(community, mode, on, age)
    )
    add_electors(act, roll, entrants)
    freeze(act, roll)
    return roll


def _as_posted(before: Electorate) -> Iterator[Entrant]:
    gone = set(
        Person.objects.filter(community=before.community_id, died_on__isnull=False).values_list(
            "pk", flat=True
        )
    )
    for line in electors_of(before):
        known = line.person_id is not None or line.household_id is not None
        if known and line.person_id not in gone:
            yield Entrant(line.name, line.person_id, line.household_id, line.ground, line.group)


def _from_registers(community: Any, mode: str, on: date, age: int) -> Iterable[Entrant]:
    if mode == "representatives":
        return [
            Entrant(
                account.person.name if account.person else account.label,
                account.person_id,
                ground="representative",
            )
            for account in representatives(community, on)
        ]
    if mode == "households":
        households = Household.objects.filter(
            in_term(on), community=community, representative__isnull=False
        ).select_related("representative")
        return [
            Entrant(each.representative.name, each.representative.pk, each.pk, "household")
            for each in households.order_by("pk")
            if each.representative is not None
        ]
    return [
        Entrant(person.name, person.pk, ground="resident")
        for person in adults(community, on, age=age)
    ]
