"""A table of units is read, looked at, and taken in whole or not at all."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.people.models import Tie
from linli.governance.property.actions.vote_words import held
from linli.governance.property.models import Estate, Owner, Ownership, RosterTable, Unit
from linli.governance.property.queries.roster_table import Line, ReadTable, lines_from
from linli.governance.property.rules import rosters as rules
from linli.lib.calendar import local_day
from linli.lib.law import require

KEPT = timedelta(days=1)
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
        faults=table.faults[:MOST_FAULTS], read_at=act.at, read_by_id=act.by.account,
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
    Estate.objects.select_for_update(of=("self",)).get(community=estate.community_id, pk=estate.pk)
    there = set(
        Unit.objects.filter(community=estate.community_id, estate=estate).values_list(
            "label", flat=True
        )
    )
    again = next((each.label for each in lines if each.label in there), None)
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
    act.note(estate=estate.name, count=len(lines), owners=len(owners))
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


def forget_old_tables(community: Any, at: Any) -> None:
    """What lay for more than a day without being taken in."""
    RosterTable.objects.filter(community=community, state="read", read_at__lt=at - KEPT).update(
        state="left", content="", faults=[]
    )


def _owners(act: Act, estate: Estate, lines: Iterable[Line]) -> dict[str, Owner]:
    """One owner a buyer: those of the roster with the same name and phone, or somebody new."""
    here, on = estate.community_id, local_day(act.at)
    known: dict[tuple[str, str], Owner] = {}
    for owner in Owner.objects.filter(community=here, estate=estate, ended_on__isnull=True):
        key = ("developer", "") if owner.kind == "developer" else (owner.name, owner.phone)
        known[key] = owner
    persons = _persons(here, lines)
    taken = {each.person_id for each in known.values() if each.person_id}
    found: dict[str, Owner] = {}
    new = []
    for each in lines:
        if each.buyer in found:
            continue
        key = ("developer", "") if each.kind == "developer" else (each.name, each.phone)
        if key in known and (each.phone or each.kind == "developer"):
            found[each.buyer] = known[key]
            continue
        person = persons.get(each.buyer)
        if person in taken:
            person = None
        elif person is not None:
            taken.add(person)
        owner = Owner(
            community_id=here, estate=estate, kind=each.kind, person_id=person, name=each.name,
            phone=each.phone, added_on=on,
        )  # fmt: skip
        found[each.buyer] = owner
        new.append(owner)
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
