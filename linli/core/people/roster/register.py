"""The register as it stands, in memory, for holding a table against it."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from django.db.models import Q

from linli.core.people.models import Batch, Change, Household, Tie
from linli.core.people.models.person import ID_PURPOSE, PHONE_PURPOSE
from linli.core.people.queries.dwellings import in_term
from linli.core.people.queries.persons import persons_in
from linli.core.people.sealed import blind_index_or_none


@dataclass(slots=True)
class Known:
    """A person as the register has them, without opening a sealed number."""

    id: UUID
    name: str
    sex: str
    birth_date: date | None
    id_kind: str
    id_index: bytes | None
    phone_index: bytes | None
    changed_at: datetime | None = None


@dataclass(slots=True)
class KnownTie:
    """A tie in force."""

    id: UUID
    dwelling: UUID
    kind: str
    since: date
    household: UUID | None


@dataclass(slots=True)
class Register:
    """Everybody known to a community, and where, on one day."""

    persons: dict[UUID, Known] = field(default_factory=dict)
    ties: dict[UUID, list[KnownTie]] = field(default_factory=lambda: defaultdict(list))
    by_id: dict[bytes, UUID] = field(default_factory=dict)
    by_name: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    by_birth: dict[date, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    at_dwelling: dict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    household_numbers: dict[str, tuple[UUID, UUID]] = field(default_factory=dict)
    households_at: dict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def load(cls, community: Any, on: date, *, before: Batch | None = None) -> Self:
        """The register of a community on that day: four queries, whatever its size. `before`: as it
        was before that batch wrote anything, for going on where it was interrupted."""
        register, undone = cls(), Undone.of(before)
        for values in persons_in(community).values_list(
            "id", "name", "sex", "birth_date", "id_kind", "id_index", "phone_index", "changed_at"
        ):
            pk, name, sex, born, kind, id_index, phone_index, changed = values
            if pk not in undone.new:
                known = Known(
                    pk, name, sex, born, kind, _bytes(id_index), _bytes(phone_index), changed
                )
                undone.restore(known)
                register.add(known)
        held = Tie.objects.filter(in_term(on) | Q(pk__in=undone.closed), community=community)
        households = Household.objects.filter(in_term(on), community=community)
        if before is not None:
            held = held.exclude(batch=before)
            households = households.exclude(batch=before)
        ties = held.values_list("person_id", "id", "dwelling_id", "kind", "since", "household_id")
        for person, pk, dwelling, kind, since, household in ties:
            if person in register.persons:
                register.ties[person].append(KnownTie(pk, dwelling, kind, since, household))
                register.at_dwelling[dwelling].add(person)
        for home, at, number in households.values_list("id", "dwelling_id", "number"):
            register.households_at[at].append(home)
            if number:
                register.household_numbers[number] = (home, at)
        return register

    def add(self, known: Known) -> None:
        """Puts a person in, to be found by number, name and birth date."""
        self.persons[known.id] = known
        if known.id_index is not None:
            self.by_id[known.id_index] = known.id
        self.by_name[known.name].append(known.id)
        if known.birth_date is not None:
            self.by_birth[known.birth_date].append(known.id)

    def tied(self, person: UUID, dwelling: UUID, kind: str) -> KnownTie | None:
        """The person's tie of this kind to the dwelling, if it is in force."""
        for tie in self.ties.get(person, ()):
            if tie.dwelling == dwelling and tie.kind == kind:
                return tie
        return None

    def others_of_kind(self, person: UUID, dwelling: UUID, kind: str) -> Iterable[KnownTie]:
        """The person's ties of this kind to other dwellings."""
        return [
            tie
            for tie in self.ties.get(person, ())
            if tie.kind == kind and tie.dwelling != dwelling
        ]


@dataclass
class Undone:
    """What a batch has done so far, to be thought away: persons it made, values it replaced, ties
    it closed."""

    new: set[UUID] = field(default_factory=set)
    values: dict[UUID, dict[str, str]] = field(default_factory=dict)
    closed: list[UUID] = field(default_factory=list)

    @classmethod
    def of(cls, batch: Batch | None) -> Self:
        """Nothing, where no batch is given or it has not begun."""
        undone = cls()
        if batch is None or not batch.written_to:
            return undone
        for change in Change.objects.filter(community=batch.community_id, batch=batch):
            if change.kind == Change.NEW:
                undone.new.add(change.person_id)
            elif change.before:
                undone.values[change.person_id] = json.loads(change.before)
            undone.closed += [UUID(pk) for pk in change.closed]
        return undone

    def restore(self, known: Known) -> None:
        """Gives a person the values of before."""
        for name, said in self.values.get(known.id, {}).items():
            if name == "birth_date":
                known.birth_date = date.fromisoformat(said) if said else None
            elif name == "id_number":
                known.id_index = blind_index_or_none(said, ID_PURPOSE)
            elif name == "phone":
                known.phone_index = blind_index_or_none(said, PHONE_PURPOSE)
            else:
                setattr(known, name, said)


def _bytes(index: Any) -> bytes | None:
    return None if index is None else bytes(index)
