"""The roster of units and owners, kept unit by unit: entered, put right, passed on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.governance.property.actions.owners import (
    Buyer as Buyer,
    end_without_units,
    owner_of,
    tie_owner as tie_owner,
)
from linli.governance.property.models import Estate, Owner, Ownership, RosterObjection, Unit
from linli.governance.property.queries.placed import place_named
from linli.governance.property.rules import rosters as rules
from linli.lib.calendar import local_day
from linli.lib.law import Refused, require


@dataclass(frozen=True, slots=True)
class UnitGiven:
    """A unit as it is written down; `area` in hundredths of a square metre."""

    label: str
    area: int | None
    area_from: str = "register"
    use: str = "home"
    dwelling: Any = None
    sharing: Any = None


@action("property.add_unit", needs="property.keep_roster")
def add_unit(
    act: Act, estate: Estate, *, unit: UnitGiven, buyer: Buyer, since: date, joint: int = 1
) -> Unit:
    """Enters a unit with who owns it. A home that stands in the tree of places is found there by
    its name."""
    require(rules.passes_on(since, date.min, local_day(act.at)))
    area = unit.area or 0
    require(rules.area_known(area))
    label = "".join(unit.label.split())
    owner = owner_of(act, estate, buyer)
    dwelling, sharing = unit.dwelling or place_named(estate, label), unit.sharing
    if sharing is None and dwelling is not None:
        sharing = dwelling.parent
    try:
        with transaction.atomic():
            row = Unit.objects.create(
                community_id=estate.community_id, estate=estate, label=label, use=unit.use,
                area=area, area_from=unit.area_from, dwelling=dwelling, sharing=sharing,
            )  # fmt: skip
    except IntegrityError:
        raise Refused(rules.unit_new(there=True, label=label)) from None
    Ownership.objects.create(
        community_id=estate.community_id, unit=row, owner=owner, joint=joint, since=since
    )
    act.note(estate=estate.name)
    return row


@action("property.change_unit", needs="property.keep_roster")
def change_unit(
    act: Act, unit: Unit, *, area: int, area_from: str, use: str, sharing: Any, seen: str = ""
) -> Unit:
    """Puts a unit's area and where it was read, its use, or the part it shares the cost of right.
    `seen`: the area and use it was drawn with."""
    require(rules.area_known(area))
    found = Unit.objects.select_for_update(of=("self",)).get(
        community=unit.community_id, pk=unit.pk
    )
    require(rules.seen_last(same=not seen or seen == face_of(found)))
    found.area, found.area_from, found.use, found.sharing = area, area_from, use, sharing
    found.save(update_fields=["area", "area_from", "use", "sharing"])
    act.note(estate=found.estate.name)
    return found


def face_of(unit: Unit) -> str:
    """What a form of the unit was drawn from."""
    return f"{unit.area}-{unit.area_from}-{unit.use}-{unit.sharing_id or ''}"


@action("property.pass_unit", needs="property.keep_roster")
def pass_unit(
    act: Act, unit: Unit, *, buyer: Buyer, on: date, joint: int = 1, seen: Any = None
) -> Ownership:
    """A unit was sold, inherited or handed over, or goes back to the developer: who owned it until
    now ends, another begins. A frozen roll stays as it was. `seen`: the ownership the page
    showed."""
    current = Ownership.objects.select_for_update(of=("self",)).filter(
        community=unit.community_id, unit=unit, until__isnull=True
    ).first()  # fmt: skip
    same = current is not None and (seen is None or str(seen) == str(current.pk))
    require(rules.seen_last(same=same))
    assert current is not None
    require(rules.passes_on(on, current.since, local_day(act.at)))
    owner = owner_of(act, unit.estate, buyer)
    require(rules.another_owner(same=owner.pk == current.owner_id))
    current.until = on
    current.save(update_fields=["until"])
    made = Ownership.objects.create(
        community_id=unit.community_id, unit=unit, owner=owner, joint=joint, since=on
    )
    end_without_units(current.owner, on)
    act.note(estate=unit.estate.name)
    return made


@action("property.object_to_roster", needs="property.own_owner")
def object_to_roster(act: Act, owner: Owner, *, words: str) -> RosterObjection:
    """An owner says what is wrong in what is kept of them and their units."""
    require(rules.objected(words))
    row = RosterObjection(
        community_id=owner.community_id, owner=owner, words=words.strip(), sent_at=act.at
    )
    row.save(force_insert=True)
    act.tell("property.roster_objected", post="worker", estate=owner.estate.name)
    return row


@action("property.answer_roster", needs="property.keep_roster")
def answer_roster(act: Act, objection: RosterObjection, *, answer: str) -> RosterObjection:
    """Answers an owner, after the roster was put right or shown to be right."""
    require(rules.objected(answer))
    row = RosterObjection.objects.select_for_update(of=("self",)).get(
        community=objection.community_id, pk=objection.pk
    )
    require(rules.seen_last(same=row.answered_at is None))
    row.answer, row.answered_at, row.answered_by_id = answer.strip(), act.at, act.by.account
    row.save(update_fields=["answer", "answered_at", "answered_by"])
    if row.owner.person_id is not None:
        act.tell(
            "property.roster_answered", person=row.owner.person_id, estate=row.owner.estate.name
        )
    return row
