"""The roster of units and owners, kept unit by unit: entered, put right, passed on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.governance.property.models import (
    Estate,
    Owner,
    Ownership,
    OwnersVote,
    RosterObjection,
    Unit,
)
from linli.governance.property.rules import rosters as rules
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require

RUNNING = ("noticed", "open", "closed")


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who owns: somebody of the roster, or somebody new."""

    owner: Owner | None = None
    name: str = ""
    phone: str = ""
    kind: str = "person"
    person: Person | None = None


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
    """Enters a unit with who owns it."""
    require(rules.passes_on(since, date.min, local_day(act.at)))
    area = unit.area or 0
    require(rules.area_known(area))
    label = "".join(unit.label.split())
    owner = _owner(act, estate, buyer)
    try:
        with transaction.atomic():
            row = Unit.objects.create(
                community_id=estate.community_id, estate=estate, label=label, use=unit.use,
                area=area, area_from=unit.area_from, dwelling=unit.dwelling,
                sharing=unit.sharing,
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
    """A unit was sold, inherited or handed over: who owned it until now ends, another begins. A
    frozen roll stays as it was. `seen`: the ownership the page showed."""
    current = Ownership.objects.select_for_update(of=("self",)).get(
        community=unit.community_id, unit=unit, until__isnull=True
    )
    require(rules.seen_last(same=seen is None or str(seen) == str(current.pk)))
    require(rules.passes_on(on, current.since, local_day(act.at)))
    owner = _owner(act, unit.estate, buyer)
    require(rules.another_owner(same=owner.pk == current.owner_id))
    current.until = on
    current.save(update_fields=["until"])
    made = Ownership.objects.create(
        community_id=unit.community_id, unit=unit, owner=owner, joint=joint, since=on
    )
    _end_without_units(current.owner, on)
    act.note(estate=unit.estate.name)
    return made


@action("property.name_representative", needs="property.keep_roster")
def name_representative(
    act: Act, ownership: Ownership, *, name: str, phone: str, joint: int, person: Any = None
) -> Ownership:
    """Joint owners name the one of them who votes for all; the unit stays theirs."""
    require(Finding(bool(name.strip()), "property.representative_named"))
    row = Ownership.objects.select_for_update(of=("self",)).get(
        community=ownership.community_id, pk=ownership.pk, until__isnull=True
    )
    owner = held_owner(row.owner)
    _not_in_a_vote(owner, changed=owner.person_id != getattr(person, "pk", None))
    row.joint = joint
    row.save(update_fields=["joint"])
    owner.name, owner.phone, owner.person = name.strip(), phone.strip(), person
    _save_owner(owner)
    act.note(estate=owner.estate.name)
    return row


@action("property.tie_owner", needs="property.keep_roster")
def tie_owner(act: Act, owner: Owner, *, person: Person | None) -> Owner:
    """Says whom of the register an owner is, so that they see what is kept and may vote on a
    screen; or takes it back. Not while a vote runs over them."""
    owner = held_owner(owner)
    _not_in_a_vote(owner, changed=True)
    owner.person = person
    _save_owner(owner)
    act.note(estate=owner.estate.name)
    return owner


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


def held_owner(owner: Owner) -> Owner:
    """The owner, held until the act is over."""
    found: Owner = Owner.objects.select_for_update(of=("self",)).get(
        community=owner.community_id, pk=owner.pk
    )
    return found


def _owner(act: Act, estate: Estate, buyer: Buyer) -> Owner:
    if buyer.owner is not None:
        require(Finding(buyer.owner.estate_id == estate.pk, "property.owner_here"))
        owner = held_owner(buyer.owner)
        if owner.ended_on is not None:
            owner.ended_on = None
            owner.save(update_fields=["ended_on"])
        return owner
    require(Finding(bool(buyer.name.strip()), "property.representative_named"))
    owner = Owner(
        community_id=estate.community_id, estate=estate, kind=buyer.kind, person=buyer.person,
        name=buyer.name.strip(), phone=buyer.phone.strip(), added_on=local_day(act.at),
    )  # fmt: skip
    _save_owner(owner)
    return owner


def _save_owner(owner: Owner) -> None:
    """The same buyer, and the developer, stand there once."""
    try:
        with transaction.atomic():
            owner.save()
    except IntegrityError:
        raise Refused(Finding(False, "property.owner_once")) from None


def _end_without_units(owner: Owner, on: date) -> None:
    left = Ownership.objects.filter(
        community=owner.community_id, owner=owner, until__isnull=True
    ).exists()
    if not left:
        owner.ended_on = on
        owner.save(update_fields=["ended_on"])


def _not_in_a_vote(owner: Owner, *, changed: bool) -> None:
    """The line of a frozen roll bears the person; another person there would be another voter."""
    votes = 0
    if changed:
        votes = OwnersVote.objects.filter(
            community=owner.community_id, state__in=RUNNING, papers__owner=owner
        ).count()
    require(rules.not_in_a_vote(votes))
