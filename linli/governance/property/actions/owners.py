"""Who owns: chosen from the roster or entered, put right, joined, tied to the register. A row of
the roster never becomes somebody else: what was kept of one is not read by the next."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.governance.property.models import (
    BodyMember,
    Estate,
    Owner,
    Ownership,
    OwnersVote,
    RosterObjection,
    ScopeHousehold,
)
from linli.governance.property.rules import rosters as rules
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require

RUNNING = ("noticed", "open", "closed")
GONE = "—"


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who owns: somebody of the roster, or somebody new. `another`: not the one of the same name
    who stands there already."""

    owner: Owner | None = None
    name: str = ""
    phone: str = ""
    kind: str = "person"
    person: Person | None = None
    another: bool = False


@action("property.name_representative", needs="property.keep_roster")
def name_representative(
    act: Act, ownership: Ownership, *, buyer: Buyer, joint: int, seen: Any = None
) -> Ownership:
    """Joint owners name the one of them who votes for all; the unit stays theirs. Whoever voted for
    them until now keeps their own row, with all else that is theirs."""
    row = Ownership.objects.select_for_update(of=("self",)).select_related("owner__estate").filter(
        community=ownership.community_id, pk=ownership.pk, until__isnull=True
    ).first()  # fmt: skip
    require(rules.seen_last(same=row is not None and (seen is None or str(seen) == str(row.pk))))
    assert row is not None
    before = row.owner
    named = buyer.owner is None and plain(buyer.name) == plain(before.name)
    same = named and not buyer.another
    alike = plain(buyer.phone) == plain(before.phone)
    require(Finding(not same or alike, "property.same_speaker"))
    row.joint = joint
    if not same:
        row.owner = owner_of(act, before.estate, buyer)
        require(rules.another_owner(same=row.owner_id == before.pk))
    row.save(update_fields=["joint", "owner"])
    end_without_units(before, local_day(act.at))
    act.note(estate=before.estate.name)
    return row


@action("property.change_owner", needs="property.keep_roster")
def change_owner(act: Act, owner: Owner, *, name: str, phone: str, seen: str = "") -> Owner:
    """Puts an owner's name or phone right, for all that is theirs; not to make them another."""
    require(Finding(bool(name.strip()), "property.representative_named"))
    row = held_owner(owner)
    require(rules.seen_last(same=not seen or seen == face_of_owner(row)))
    row.name, row.phone = name.strip(), phone.strip()
    row.save(update_fields=["name", "phone"])
    act.note(estate=row.estate.name)
    return row


@action("property.join_owners", needs="property.keep_roster")
def join_owners(act: Act, owner: Owner, *, into: Owner) -> Owner:
    """Two rows are one buyer: all that is the first's is the second's, and they are one head. Not
    while a vote runs over them."""
    rows = {
        each.pk: each
        for each in Owner.objects.select_for_update(of=("self",))
        .filter(community=owner.community_id, pk__in=(owner.pk, into.pk), estate=owner.estate_id)
        .order_by("pk")
    }
    require(Finding(into.pk in rows, "property.owner_here"))
    gone, stays = rows[owner.pk], rows[into.pk]
    persons = {each.person_id for each in rows.values()} - {None}
    alike = gone.kind == stays.kind and len(persons) < 2 and gone.ended_on is None
    require(rules.two_owners(same=gone.pk == stays.pk or not alike))
    _not_in_a_vote(gone)
    person, phone = gone.person_id, gone.phone
    here = {"community": owner.community_id, "owner": gone}
    for model in (Ownership, RosterObjection, BodyMember, ScopeHousehold):
        model._default_manager.filter(**here).update(owner=stays)
    gone.person, gone.name, gone.phone, gone.code = None, GONE, "", ""
    gone.ended_on = gone.forgotten_on = local_day(act.at)
    gone.save()
    stays.person_id, stays.phone, stays.ended_on = (
        person or stays.person_id,
        stays.phone or phone,
        None,
    )
    _save_owner(stays)
    act.note(estate=stays.estate.name)
    return stays


@action("property.tie_owner", needs="property.keep_roster")
def tie_owner(act: Act, owner: Owner, *, person: Person | None) -> Owner:
    """Says whom of the register an owner is, so that they see what is kept and may vote on a
    screen; or takes it back. Not while a vote runs over them."""
    owner = held_owner(owner)
    _not_in_a_vote(owner)
    owner.person = person
    _save_owner(owner)
    act.note(estate=owner.estate.name)
    return owner


def held_owner(owner: Owner) -> Owner:
    """The owner, held until the act is over."""
    found: Owner = Owner.objects.select_for_update(of=("self",)).get(
        community=owner.community_id, pk=owner.pk
    )
    return found


def face_of_owner(owner: Owner) -> str:
    """What a form of an owner was drawn from."""
    return f"{owner.name}|{owner.phone}"


def plain(name: str) -> str:
    """A name without its spaces."""
    return "".join(name.split())


def owner_of(act: Act, estate: Estate, buyer: Buyer) -> Owner:
    """The row of a buyer: the one that was chosen, the developer's, or a new one, unless somebody
    of that name stands there already."""
    # Held, so that two who enter the same buyer do so one after the other.
    estate = Estate.objects.select_for_update(of=("self",)).get(
        community=estate.community_id, pk=estate.pk
    )
    require(Finding(estate.until is None, "property.estate_open"))
    found = buyer.owner
    if found is None and buyer.kind == "developer":
        found = _developer_of(estate)
    if found is not None:
        require(Finding(found.estate_id == estate.pk, "property.owner_here"))
        return _again(found)
    name = buyer.name.strip() or (estate.developer if buyer.kind == "developer" else "")
    require(Finding(bool(name), "property.representative_named"))
    if buyer.kind != "developer":
        _not_known(estate, buyer)
    owner = Owner(
        community_id=estate.community_id, estate=estate, kind=buyer.kind, person=buyer.person,
        name=name, phone=buyer.phone.strip(), added_on=local_day(act.at),
    )  # fmt: skip
    _save_owner(owner)
    return owner


def end_without_units(owner: Owner, on: date) -> None:
    """Whoever owns nothing here any more is no owner from that day on."""
    left = Ownership.objects.filter(
        community=owner.community_id, owner=owner, until__isnull=True
    ).exists()
    if not left and owner.ended_on is None:
        owner.ended_on = on
        owner.save(update_fields=["ended_on"])


def _developer_of(estate: Estate) -> Owner | None:
    rows = Owner.objects.filter(community=estate.community_id, estate=estate, kind="developer")
    found: Owner | None = (
        rows.filter(ended_on__isnull=True).first() or rows.order_by("-ended_on").first()
    )
    return found


def _again(owner: Owner) -> Owner:
    owner = held_owner(owner)
    forgotten = owner.forgotten_on is not None and owner.kind == "person"
    require(Finding(not forgotten, "property.owner_here"))
    if owner.ended_on is not None:
        owner.ended_on = owner.forgotten_on = None
        _save_owner(owner)
    return owner


def _not_known(estate: Estate, buyer: Buyer) -> None:
    """Names are sealed, so every row is opened: a few thousand at most."""
    name, phone = plain(buyer.name), plain(buyer.phone)
    rows = Owner.objects.filter(
        community=estate.community_id, estate=estate, ended_on__isnull=True
    ).exclude(kind="developer")
    alike = [each for each in rows if plain(each.name) == name]
    same = bool(phone) and any(plain(each.phone) == phone for each in alike)
    require(rules.owner_known(same=same, alike=bool(alike), another=buyer.another))


def _save_owner(owner: Owner) -> None:
    """The same buyer, and the developer, stand there once."""
    try:
        with transaction.atomic():
            owner.save()
    except IntegrityError:
        raise Refused(Finding(False, "property.owner_once")) from None


def _not_in_a_vote(owner: Owner) -> None:
    """The line of a frozen roll bears the person; another person there would be another voter."""
    votes = OwnersVote.objects.filter(
        community=owner.community_id, state__in=RUNNING, papers__owner=owner
    ).count()
    require(rules.not_in_a_vote(votes))
