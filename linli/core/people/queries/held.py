"""What is held about one person: every value with its ground, for that person to read and take."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import models

from linli.core.people.grounds import GROUNDS, Ground
from linli.core.people.models import Agency, Consent, Person, Tie
from linli.core.people.presentation import shown_phone
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
        if not raw:
            continue  # nothing is held
        yield Held(name, field.verbose_name, _in_words(person, field, raw), raw, ground)


def _in_words(person: Person, field: "models.Field[Any, Any]", raw: Any) -> Any:
    if field.name == "needs":
        return person.readable_needs()
    if field.choices:
        return getattr(person, f"get_{field.name}_display")()
    if field.name == "phone":
        return shown_phone(raw)
    if isinstance(raw, datetime):
        return raw.date()
    return raw


@dataclass(frozen=True)
class Stated:
    """One field of the whole house with its ground, for everybody to read (PIPL 17)."""

    title: Any
    ground: Ground


def stated_grounds() -> list[Stated]:
    """Everything this house keeps about anybody, and why: what the page on privacy lists."""
    found: dict[str, Stated] = {}
    for name, ground in GROUNDS.items():
        app, model, field = name.split(".")
        title = ground.title or apps.get_model(app, model)._meta.get_field(field).verbose_name
        if field != "name_keys":  # derived from the name, and told with it
            found.setdefault(str(title), Stated(title, ground))
    return list(found.values())
