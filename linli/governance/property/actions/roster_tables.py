"""A table of units is read, looked at, and taken in whole or not at all."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.people.models import Tie
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.governance.property.actions.owners import GONE, plain
from linli.governance.property.actions.vote_words import held
from linli.governance.property.models import (
    Estate,
    Owner,
    Ownership,
    RosterObjection,
    RosterTable,
    Unit,
)
from linli.governance.property.queries.roster_table import CODE, Line, ReadTable, lines_from
from linli.governance.property.rules import rosters as rules
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require

KEPT = timedelta(days=1)
YEAR = timedelta(days=365)
MOST_FAULTS = 200


@action("property.read_roster", needs="property.keep_roster")
def keep_table(act: Act, estate: Estate, *, table: ReadTable, filename: str) -> RosterTable:
    """Keeps a table that was read, to be looked at; nothing of it is in the roster yet. Tables
    nobody confirmed within a day go."""
    forget_old_tables(estate.community_id, act.at)
    row = RosterTable(
        community_id=estate.community_id, estate=estate, filename=filename[:80],
        content="" if table.faults else table.as_text(), units=len(table.lines),
        owners=table.owners, known=table.known, area=table.area,
        faults=table.faults_told(MOST_FAULTS), read_at=act.at, read_by_id=act.by.account,
    )  # fmt: skip
    row.save(force_insert=True)
    act.note(estate=estate.name, count=len(table.lines), faults=len(table.faults))
    return row


@action("property.take_in_roster", needs="property.keep_roster")
def take_in(act: Act, table: RosterTable, *, since: date) -> RosterTable:
    """Takes a table in that has no fault: units, owners, and who owns what. What was entered
    meanwhile is found: then nothing is written."""
    row = held(table)
    require(rules.seen_last(same=row.state == "read"))
    require(rules.nothing_wrong(len(row.faults)))
    require(rules.passes_on(since, date.min, local_day(act.at)))
    lines = lines_from(row.content)
    estate = row.estate
    # Held, so that two tables of one estate are taken in one after the other.
    estate = locked(estate)
    require(Finding(estate.until is None, "property.estate_open"))
    again = _already(estate, lines)
    require(rules.unit_new(there=again is not None, label=again or ""))
    owners = _owners(act, estate, lines)
    units = Unit.objects.bulk_create(
        (
            Unit(
                community_id=estate.community_id, estate=estate, label=each.label, use=each.use,
                area=each.area, area_from=each.area_from, dwelling_id=each.dwelling or None,
                sharing_id=each.sharing or None,
            )
            for each in lines
        ),
        batch_size=500,
    )  # fmt: skip
    Ownership.objects.bulk_create(
        (
            Ownership(
                community_id=estate.community_id, unit=unit, owner=owners[each.buyer],
                joint=each.joint, since=since,
            )
            for unit, each in zip(units, lines, strict=True)
        ),
        batch_size=500,
    )  # fmt: skip
    row.state, row.content, row.version = "taken", "", row.version + 1
    row.save(update_fields=["state", "content", "version"])
    heads = len({each.pk for each in owners.values()})
    act.note(estate=estate.name, count=len(lines), owners=heads)
    return row


@action("property.leave_roster", needs="property.keep_roster")
def leave(act: Act, table: RosterTable) -> RosterTable:
    """Leaves a table: nothing of it was taken in, nothing of it is kept."""
    row = held(table)
    require(rules.seen_last(same=row.state == "read"))
    row.state, row.content, row.faults, row.version = "left", "", [], row.version + 1
    row.save(update_fields=["state", "content", "faults", "version"])
    act.note(estate=row.estate.name)
    return row


@action("property.forget_roster", needs="property.forget_papers")
def forget_roster(act: Act, community: Place) -> int:
    """Lets go of what is over: tables nobody confirmed within a day; what was objected and
    answered a year ago; names and numbers of whoever has owned nothing for a year."""
    before = local_day(act.at) - YEAR
    here = {"community": community}
    gone = forget_old_tables(community, act.at)
    over = Q(answered_at__lt=act.at - YEAR) | Q(owner__ended_on__lt=before)
    gone += RosterObjection.objects.filter(over, **here).delete()[0]
    for owner in Owner.objects.filter(ended_on__lt=before, forgotten_on__isnull=True, **here):
        if owner.kind == "person":
            owner.name = GONE
        owner.phone, owner.code, owner.person = "", "", None
        owner.forgotten_on = local_day(act.at)
        owner.save(update_fields=["name", "phone", "code", "person", "forgotten_on"])
        gone += 1
    act.note(count=gone)
    return gone


def forget_old_tables(community: Any, at: Any) -> int:
    """What lay for more than a day without being taken in."""
    return RosterTable.objects.filter(
        community=community, state="read", read_at__lt=at - KEPT
    ).update(state="left", content="", faults=[])


def _already(estate: Estate, lines: Iterable[Line]) -> str | None:
    """A unit that was entered meanwhile, under its name or as the same home."""
    labels, homes = set(), set()
    for label, home in Unit.objects.filter(
        community=estate.community_id, estate=estate
    ).values_list("label", "dwelling"):
        labels.add(label)
        homes.add(str(home))
    found = (each.label for each in lines if each.label in labels or each.dwelling in homes)
    return next(found, None)


class _Known:
    """Who stands in the roster: by the number of a table with the name, by name and phone, and by
    who they are in the register."""

    def __init__(self, estate: Estate) -> None:
        self.by_key: dict[tuple[str, str], Owner] = {}
        self.by_person: dict[Any, Owner] = {}
        for owner in Owner.objects.filter(
            community=estate.community_id, estate=estate, ended_on__isnull=True
        ):
            self.add(owner)

    def add(self, owner: Owner) -> None:
        if owner.kind == "developer":
            self.by_key["developer", ""] = owner
        if owner.code:
            self.by_key[f"{CODE}{owner.code}", plain(owner.name)] = owner
        if owner.phone:
            self.by_key[plain(owner.phone), plain(owner.name)] = owner
        if owner.person_id:
            self.by_person[owner.person_id] = owner

    def of(self, line: Line, person: UUID | None) -> Owner | None:
        if line.kind == "developer":
            return self.by_key.get(("developer", ""))
        found = None
        if line.buyer.startswith(CODE):
            found = self.by_key.get((line.buyer, plain(line.name)))
        if found is None and line.phone:
            found = self.by_key.get((plain(line.phone), plain(line.name)))
        return found or (self.by_person.get(person) if person else None)


def _owners(act: Act, estate: Estate, lines: Iterable[Line]) -> dict[str, Owner]:
    """One owner a buyer: whoever stands in the roster already, or somebody new."""
    on, known = local_day(act.at), _Known(estate)
    persons = _persons(estate.community_id, lines)
    found: dict[str, Owner] = {}
    new = []
    for each in lines:
        if each.buyer in found:
            continue
        person = persons.get(each.buyer)
        owner = known.of(each, person)
        if owner is None:
            code = each.buyer.removeprefix(CODE) if each.buyer.startswith(CODE) else ""
            owner = Owner(
                community_id=estate.community_id, estate=estate, kind=each.kind, person_id=person,
                name=each.name, phone=each.phone, code=code, added_on=on,
            )  # fmt: skip
            new.append(owner)
            known.add(owner)
        found[each.buyer] = owner
    Owner.objects.bulk_create(new, batch_size=500)
    return found


def _persons(community: Any, lines: Iterable[Line]) -> dict[str, UUID]:
    """Whom of the register a buyer is: the owner of one of their dwellings, of the same name."""
    homes = {each.dwelling: each for each in lines if each.dwelling and each.kind == "person"}
    ties = Tie.objects.filter(
        community=community, kind=Tie.OWNER, until__isnull=True, dwelling__in=list(homes)
    ).select_related("person") if len(homes) <= 500 else Tie.objects.filter(
        community=community, kind=Tie.OWNER, until__isnull=True
    ).select_related("person")  # fmt: skip
    persons: dict[str, UUID] = {}
    for tie in ties:
        line = homes.get(str(tie.dwelling_id))
        if line is not None and "".join(tie.person.name.split()) == "".join(line.name.split()):
            persons.setdefault(line.buyer, tie.person_id)
    return persons
