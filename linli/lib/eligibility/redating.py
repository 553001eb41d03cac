"""Whether an advice of an earlier day still stands on the numbers of today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from linli.lib.eligibility.clauses import Clause, Scheme
from linli.lib.eligibility.law_of_a_day import LawOfADay
from linli.lib.law.packs import Packs, Parameter


@dataclass(frozen=True, slots=True)
class NumberChanged:
    """A number that was another on the day of the advice, or that the place has said or withdrawn
    since; with the schemes it concerns."""

    rule: str
    before: Parameter | None
    after: Parameter | None
    schemes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConditionChanged:
    """A condition that was not asked then and is now (`added`), or the other way round."""

    scheme: str
    clause: Clause
    added: bool


@dataclass(frozen=True, slots=True)
class Redated:
    """What has changed between the two days. Nothing: the advice still stands on the same."""

    numbers: tuple[NumberChanged, ...]
    conditions: tuple[ConditionChanged, ...]

    def __bool__(self) -> bool:
        return bool(self.numbers or self.conditions)


def changes_since(
    schemes: Iterable[Scheme],
    given_on: date,
    on: date,
    packs: Packs,
    places: Sequence[str],
) -> Redated:
    """What of the advice's ground has changed since, in the order of the schemes. A row that only
    names another source, with the same number, is no change."""
    then, now = LawOfADay(packs, given_on, places), LawOfADay(packs, on, places)
    concerned: dict[str, list[str]] = {}
    conditions = []
    for scheme in schemes:
        for rule in scheme.rules:
            concerned.setdefault(rule, []).append(scheme.key)
        for clause in scheme.clauses.values():
            if clause.stands_on(given_on) is not clause.stands_on(on):
                conditions.append(ConditionChanged(scheme.key, clause, clause.stands_on(on)))
    numbers = (
        NumberChanged(rule, then.of(rule), now.of(rule), tuple(keys))
        for rule, keys in concerned.items()
    )
    return Redated(
        tuple(each for each in numbers if _number(each.before) != _number(each.after)),
        tuple(conditions),
    )


def _number(row: Parameter | None) -> object:
    return None if row is None else (type(row.value), row.value, row.unit)
