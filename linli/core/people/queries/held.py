"""What is held about one person: every value with its ground, for that person to read and take."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models

from linli.core.people.grounds import GROUNDS, Ground
from linli.core.people.models import Agency, Consent, Household, Person, Tie
from linli.core.people.queries.agreements import agents_of, consents_of, principals_of
from linli.core.people.queries.dwellings import ties_of


@dataclass(frozen=True, repr=False)
class Held:
    """One value, in words and raw, with the ground it stands on."""

    field: str
    label: Any
    value: Any
    raw: Any
    ground: Ground


@dataclass(frozen=True, repr=False)
class Holding:
    """Everything held about one person."""

    own: list[Held]
    ties: list[Tie]
    agencies: list[Agency]
    consents: list[Consent]

    def as_dict(self) -> dict[str, Any]:
        """All of it as data, for the person to take along (PIPL 45)."""
        return {
            "person": {held.field.rpartition(".")[2]: held.raw for held in self.own},
            "ties": [
                {
                    "dwelling": tie.dwelling.full_name,
                    "kind": tie.kind,
                    "since": tie.since,
                    "until": tie.until,
                    "source": tie.source,
                    "household_number": tie.household.number if tie.household else "",
                }
                for tie in self.ties
            ],
            "agencies": [
                {
                    "kind": agency.kind,
                    "scope": agency.scope,
                    "since": agency.since,
                    "until": agency.until,
                    "paper": agency.paper,
                }
                for agency in self.agencies
            ],
            "consents": [
                {
                    "purpose": consent.purpose,
                    "how": consent.how,
                    "given_at": consent.given_at,
                    "withdrawn_at": consent.withdrawn_at,
                }
                for consent in self.consents
            ],
            "grounds": {
                held.field: {
                    "ground": str(held.ground.ground),
                    "purpose": str(held.ground.purpose),
                    "needed_by": [str(service) for service in held.ground.needed_by],
                    "kept_until": str(held.ground.kept_until),
                    "optional": held.ground.optional,
                    "sensitive": held.ground.sensitive,
                    "cites": list(held.ground.cites),
                }
                for held in self.own
            },
        }


def held_about(person: Person, on: date) -> Holding:
    """What is held about a person. The caller has made sure that it is they who ask."""
    return Holding(
        own=list(_own(person)),
        ties=list(ties_of(person)),
        agencies=[*agents_of(person, on), *principals_of(person, on)],
        consents=list(consents_of(person)),
    )


def _own(person: Person) -> Iterator[Held]:
    for field in Person._meta.concrete_fields:
        name = f"{Person._meta.label}.{field.name}"
        ground = GROUNDS.get(name)
        # What is derived from the name is shown with it and not a second time.
        if ground is None or field.name == "name_keys":
            continue
        raw = getattr(person, field.name)
        yield Held(name, field.verbose_name, _in_words(person, field, raw), raw, ground)


def _in_words(person: Person, field: "models.Field[Any, Any]", raw: Any) -> Any:
    if field.name == "needs":
        return person.readable_needs()
    if field.choices:
        return getattr(person, f"get_{field.name}_display")()
    if isinstance(raw, datetime):
        return raw.date()
    return raw


def grounds_by_model() -> list[tuple[str, list[tuple[str, Any, Ground]]]]:
    """The whole table of grounds, by model: what an instance keeps about anybody, and why."""
    found: list[tuple[str, list[tuple[str, Any, Ground]]]] = []
    for model in (Person, Household, Tie, Agency, Consent):
        rows = [
            (name, field.verbose_name, GROUNDS[name])
            for field in model._meta.concrete_fields
            if (name := f"{model._meta.label}.{field.name}") in GROUNDS
        ]
        found.append((model._meta.label, rows))
    return found
