"""All parameters of one subject at once, as they stood on the day of the case.

A room declares a dataclass with one field for each parameter; `measures` fills it in. Rules take
it as a plain value, so that they look nothing up themselves and still cite what they stood on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from typing import Any, ClassVar, TypeVar

from linli.lib.law.citations import UNCHECKED
from linli.lib.law.packs import Packs, held

M = TypeVar("M", bound="Measures")


@dataclass(frozen=True, kw_only=True)
class Measures:
    """What a subject's parameters are filled into; `PREFIX` is the first part of their names."""

    PREFIX: ClassVar[str]

    grounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """The articles each parameter stands on, by field: national or local, as the row says, each
    with the mark where the number is still to be checked."""

    def ground(self, article: str, *names: str) -> tuple[str, ...]:
        """What a rule cites: its article, and those of the parameters it used, each once; where a
        number was read with it that is still to be checked, with the mark."""
        found = (article, *(key for name in names for key in self.grounds.get(name, ())))
        return tuple(key for key in dict.fromkeys(found) if f"{key}{UNCHECKED}" not in found)


def measures(
    kind: type[M], on: date, jurisdictions: Sequence[str], *, packs: Packs | None = None
) -> M:
    """`kind` filled in from the rows in force on the day, the nearest place first.

    A field is read from the parameter `<kind.PREFIX>.<field>`, or from the one its metadata names
    (`field(metadata={"rule": …})`). One without a row keeps its default; without a default it
    raises NotInForce, for then the law of that day knew no such rule. KeyError for a parameter
    that no pack has.
    """
    rows = packs if packs is not None else held()
    found: dict[str, Any] = {}
    grounds: dict[str, tuple[str, ...]] = {}
    for each in fields(kind):
        if each.name == "grounds":
            continue
        rule = each.metadata.get("rule", f"{kind.PREFIX}.{each.name}")
        if each.default is MISSING:
            row = rows.parameter(rule, on, jurisdictions)
        elif (given := rows.in_force(rule, on, jurisdictions)) is not None:
            row = given
        else:
            continue
        found[each.name], grounds[each.name] = row.value, row.grounds
    return kind(**found, grounds=grounds)
