"""What a roster would change: each of its rows is new, changed, the same, doubtful or refused.

Who is who: by ID number, strictly. Without one, a row that says nothing beyond what is known of
somebody of the same name at the same dwelling is that person; whoever merely may be somebody
known (the same dwelling and birth date and nearly the same name; or the same name and birth date
elsewhere) is doubtful, and a person decides. Nobody is merged by a likeness.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from uuid import UUID

from linli.core.people.models import Tie
from linli.core.people.roster.reading import RosterRow
from linli.core.people.roster.register import Known, KnownTie, Register
from linli.core.people.rules import name_likeness
from linli.lib.tables import Problem

Outcome = Literal["new", "changed", "same", "doubtful", "refused"]
Decision = UUID | Literal["new"]
PLAIN = ("name", "sex", "birth_date", "id_kind")


@dataclass(slots=True)
class NewTie:
    """A tie to be made, with the ties it ends."""

    dwelling: UUID
    kind: str
    since: date
    closes: tuple[KnownTie, ...] = ()


@dataclass(slots=True)
class Entry:
    """One person of the file, from one row or several; `person` None: new in the register."""

    rows: list[RosterRow]
    person: UUID | None = None
    apart_from: tuple[UUID, ...] = ()
    fields: dict[str, object] = field(default_factory=dict)
    ties: list[NewTie] = field(default_factory=list)

    @property
    def first(self) -> RosterRow:
        return self.rows[0]

    @property
    def whom(self) -> UUID:
        """The person, once they are in the register."""
        assert self.person is not None
        return self.person


@dataclass(slots=True)
class Doubt:
    """A row that may be somebody known: whoever decides says which of them, or nobody."""

    row: RosterRow
    candidates: tuple[UUID, ...]


@dataclass(slots=True)
class Plan:
    """The whole comparison. `outcomes`: row (`RosterRow.at`) → what became of it."""

    new: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    gone: list[UUID] = field(default_factory=list)
    turned_away: list[RosterRow] = field(default_factory=list)

    def after(self, written_to: int) -> list[Entry]:
        """Whom there is to write beyond that row, in the order of the file."""
        entries = [*self.new, *self.changed]
        return sorted(
            (entry for entry in entries if entry.first.at > written_to),
            key=lambda entry: entry.first.at,
        )

    def written(self, entries: Iterable[Entry]) -> int:
        """How many rows are written with these."""
        return sum(
            self.outcomes[row.at] in ("new", "changed") for entry in entries for row in entry.rows
        )

    def counts(self) -> dict[str, int]:
        """How many rows were read and what became of them; `gone` counts persons, not rows."""
        found = list(self.outcomes.values())
        return {
            "read": len(found),
            **{
                name: found.count(name)
                for name in ("new", "changed", "same", "doubtful", "refused")
            },
            "gone": len(self.gone),
        }


def compare(
    rows: Iterable[RosterRow],
    register: Register,
    on: date,
    decisions: Mapping[int, Decision] | None = None,
) -> Plan:
    """Holds the rows against the register; `decisions`: row (`RosterRow.at`) → whom a person
    chose.

    Whoever is named in a row that is refused is not gone: the row may only be mistyped.
    """
    plan = Plan()
    entries: dict[object, Entry] = {}
    seen: set[UUID] = set()
    sheets: list[str] = []
    holders: dict[bytes, RosterRow] = {}
    for row in rows:
        if not sheets or sheets[-1] != row.sheet:
            sheets.append(row.sheet)
        if row.id_index and not row.problems_at("id_number"):
            holder = holders.setdefault(row.id_index, row)
            if name_likeness(holder.name, row.name) is None:
                row.problems.append(_id_twice(row, holder))
        if row.problems or row.set_aside:
            _refuse(plan, row, row.problems)
            continue
        key = _key(row)
        earlier = entries.get(key)
        if earlier is not None:
            earlier.rows.append(row)
            continue
        entry = _identify(plan, row, register, (decisions or {}).get(row.at))
        if entry is not None:
            entries[key] = entry
    for entry in entries.values():
        _settle(plan, entry, register, on)
        if entry.person is not None:
            seen.add(entry.person)
    seen.update(pk for doubt in plan.doubts for pk in doubt.candidates)
    for row in plan.turned_away:
        seen.update(_perhaps(row, register))
    plan.gone = [pk for pk, ties in register.ties.items() if ties and pk not in seen]
    order = {name: number for number, name in enumerate(dict.fromkeys(sheets))}
    plan.problems.sort(key=lambda problem: (order[problem.sheet], problem.row))
    return plan


def _perhaps(row: RosterRow, register: Register) -> set[UUID]:
    """Whom a faulty row may name, so that they are not taken for gone."""
    found = set(register.by_name.get(row.name, ()))
    if row.id_index and row.id_index in register.by_id:
        found.add(register.by_id[row.id_index])
    for pk in register.at_dwelling.get(row.dwelling, ()):
        if name_likeness(register.persons[pk].name, row.name):
            found.add(pk)
    return found


def _id_twice(row: RosterRow, first: RosterRow) -> Problem:
    if row.sheet == first.sheet:
        return row.problem("id_twice", "id_number", first=first.number)
    return row.problem("id_twice_elsewhere", "id_number", first=first.number, sheet=first.sheet)


def _key(row: RosterRow) -> object:
    return row.id_index or (row.name, row.birth_date, row.dwelling)


def _refuse(plan: Plan, row: RosterRow, problems: Iterable[Problem]) -> None:
    plan.problems.extend(problems)
    plan.turned_away.append(row)
    plan.outcomes[row.at] = "refused"


def _identify(
    plan: Plan, row: RosterRow, register: Register, decision: Decision | None
) -> Entry | None:
    """Who the row is; None where that is refused, or left to a person."""
    known = register.by_id.get(row.id_index) if row.id_index else None
    if known is not None:
        if name_likeness(register.persons[known].name, row.name) or decision == known:
            return Entry([row], known)
        _refuse(plan, row, [row.problem("id_of_another", "id_number")])
        return None
    same = _nothing_new(row, register)
    if same is not None:
        return Entry([row], same)
    candidates = _candidates(row, register)
    if isinstance(decision, UUID) and decision in candidates:
        return Entry([row], decision)
    if candidates and decision != "new":
        plan.doubts.append(Doubt(row, candidates))
        plan.outcomes[row.at] = "doubtful"
        plan.problems.append(row.problem("doubtful", "name"))
        return None
    return Entry([row], None, apart_from=candidates)


def _nothing_new(row: RosterRow, register: Register) -> UUID | None:
    """The one known person of this name at this dwelling of whom the row says nothing new."""
    found = [
        pk
        for pk in register.at_dwelling.get(row.dwelling, ())
        if (known := register.persons[pk]).name == row.name
        and not row.id_index
        and not _differences(row, known)
        and all(register.tied(pk, row.dwelling, kind) for kind in row.kinds)
    ]
    return found[0] if len(found) == 1 else None


def _candidates(row: RosterRow, register: Register) -> tuple[UUID, ...]:
    """Who the row may be, without an ID number that says so."""
    found: dict[UUID, None] = {}
    for pk in register.at_dwelling.get(row.dwelling, ()):
        known = register.persons[pk]
        likeness = name_likeness(known.name, row.name)
        born_alike = known.birth_date == row.birth_date and row.birth_date is not None
        unsaid = known.birth_date is None or row.birth_date is None
        same = likeness == "equal" and (born_alike or unsaid)
        alike = likeness is not None and born_alike and not _two_numbers(row, known)
        if same or alike:
            found[pk] = None
    if row.birth_date is not None:
        for pk in register.by_name.get(row.name, ()):
            known = register.persons[pk]
            if known.birth_date == row.birth_date and not _two_numbers(row, known):
                found[pk] = None
    return tuple(found)


def _two_numbers(row: RosterRow, known: Known) -> bool:
    return bool(row.id_index and known.id_index)


def _differences(row: RosterRow, known: Known) -> dict[str, object]:
    """What the row says that the register does not; an empty cell says nothing."""
    found: dict[str, object] = {
        name: value
        for name in PLAIN
        if (value := getattr(row, name)) and value != getattr(known, name)
    }
    if row.id_index and row.id_index != known.id_index:
        found["id_number"] = row.id_number
    if row.phone_index and row.phone_index != known.phone_index:
        found["phone"] = row.phone
    return found


def _settle(plan: Plan, entry: Entry, register: Register, on: date) -> None:
    """What has to be written for one person, and what to say of each of their rows."""
    known = register.persons.get(entry.person) if entry.person else None
    for row in entry.rows:
        ties, problem = _ties(entry, row, register, on)
        if problem is not None:
            _refuse(plan, row, [problem])
            continue
        entry.ties.extend(ties)
        differing = _differences(row, known) if known else {}
        entry.fields.update(differing)
        plan.outcomes[row.at] = (
            "new" if known is None else "changed" if differing or ties else "same"
        )
    if known is None:
        if any(plan.outcomes[row.at] != "refused" for row in entry.rows):
            plan.new.append(entry)
    elif entry.fields or entry.ties:
        plan.changed.append(entry)


def _ties(
    entry: Entry, row: RosterRow, register: Register, on: date
) -> tuple[list[NewTie], Problem | None]:
    """The ties a row adds, each ending the earlier one where there can be one at a time only."""
    holder = register.household_numbers.get(row.household) if row.household else None
    if holder is not None and holder[1] != row.dwelling:
        return [], row.problem("household_elsewhere", "household")
    since = row.since or on
    added: list[NewTie] = []
    for kind in row.kinds:
        drafted = [tie for tie in entry.ties if tie.kind == kind]
        if any(tie.dwelling == row.dwelling for tie in drafted):
            continue
        if entry.person and register.tied(entry.person, row.dwelling, kind):
            continue
        closes: tuple[KnownTie, ...] = ()
        if kind in Tie.ONE_AT_A_TIME:
            if drafted:
                return [], row.problem("two_homes", "address")
            if entry.person is not None:
                closes = tuple(register.others_of_kind(entry.person, row.dwelling, kind))
            if any(tie.since >= since for tie in closes):
                return [], row.problem("moved_too_early", "since")
        added.append(NewTie(row.dwelling, kind, since, closes))
    return added, None
