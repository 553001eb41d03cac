"""What is asked of the register: "80 and more, living alone, on staircase 3" as a plain value."""

from dataclasses import asdict, dataclass, fields
from typing import Any, Self
from uuid import UUID

LIVES_HERE, OF_ANY_KIND = "living", ""
BY_DWELLING, BY_HOUSEHOLD = "dwelling", "household"
HUKOU_ONLY, LIVING_ONLY, TWO_HOMES = "hukou_only", "living_only", "two_homes"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the people meant have in common on one day; what is left open does not narrow.

    `age_from`, `age_to`: full years, both included. `tie`: `living` (usual residents and
    tenants), a kind of tie, or nothing for whoever is tied here at all. `alone`: the only one
    living in the dwelling, or the only member of the household. `apart`: registered in the
    community and not known to live in it, living in it and not registered, or registered at one
    dwelling here and living in another. `place` and `group` say where the tie lies.
    """

    age_from: int | None = None
    age_to: int | None = None
    sex: str = ""
    tie: str = LIVES_HERE
    alone: str = ""
    apart: str = ""
    place: UUID | None = None
    group: UUID | None = None

    def as_values(self) -> dict[str, Any]:
        """What narrows, for keeping; no word of a person is in it."""
        kept = {name: value for name, value in asdict(self).items() if value not in ("", None)}
        for name in ("place", "group"):
            if name in kept:
                kept[name] = str(kept[name])
        return {**kept, "tie": self.tie}

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Self:
        """The same again; what is not known any more is left out."""
        known = {field.name for field in fields(cls)}
        kept = {name: value for name, value in values.items() if name in known}
        for name in ("place", "group"):
            if kept.get(name):
                kept[name] = UUID(kept[name])
        return cls(**kept)


EVERYBODY = Asked(tie=OF_ANY_KIND)
"""Whoever is tied to a dwelling of the community."""
