"""Help cards: put down by whoever wishes it, changed, renewed, taken back at once; every look at
one is written beside it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.core.audit.actor import Actor
from linli.core.audit.door import Act, action, may
from linli.core.audit.models import ClosedEntry
from linli.core.people.models import Person
from linli.core.people.queries import living_at
from linli.core.places.models import Place
from linli.core.places.models.fields import within
from linli.core.places.unordered import erase_thoroughly, fold_after_commit
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.emergencies.actions.leaders import tell_asked, tell_taken_back
from linli.safety.emergencies.actions.saying import fresh, hold_community, locked
from linli.safety.emergencies.law import days
from linli.safety.emergencies.models import CardLook, Door, DoorTick, HelpCard, Incident
from linli.safety.emergencies.models.cards import NEEDS
from linli.safety.emergencies.rules import helping


@dataclass(frozen=True)
class Carded:
    """A card as it is typed in; `agreed`: to this purpose alone, apart from anything else.
    `full_name`: of a spoken one, by which the register finds whose it is; it is not kept."""

    dwelling: Place
    name: str
    needs: Sequence[str]
    phone: str = ""
    holder: str = ""
    how: str = "self"
    agreed: bool = False
    full_name: str = ""


@action("emergencies.put_card", needs="emergencies.put_card")
def put_card(act: Act, community: Place, *, carded: Carded) -> HelpCard:
    """Puts a card down: for oneself, for one's family with their consent, or at the desk on
    somebody's word. While an incident runs there, those who lead hear that somebody asks."""
    require(helping.consents(carded.agreed))
    desk = may("emergencies.cards", act.by, community)
    spoken = carded.how == "spoken"
    require(Finding(desk or not spoken, "emergencies.desk_types"))
    own = carded.dwelling.pk in act.by.dwellings
    require(Finding(own or (desk and spoken), "emergencies.card_own_home"))
    hold_community(community)
    incidents = running_in(community)
    card = HelpCard(community=community, how=carded.how, consented_at=act.at)
    if not spoken:
        card.account_id = act.by.account
    if carded.how == "self":
        card.person_id = act.by.person
        had = HelpCard.objects.filter(community=community, account=act.by.account, how="self")
        require(Finding(not had.exists(), "emergencies.card_once"))
    if spoken and carded.full_name.strip():
        card.person = _person_at(carded.dwelling, carded.full_name.strip(), local_day(act.at))
    _once(card)
    _fill(card, carded)
    card.until = local_day(act.at) + timedelta(days=days("card_days", community, local_day(act.at)))
    card.save(force_insert=True)
    act.about = card.person_id
    for incident in incidents:
        if touches(incident, card.building):
            door = to_door(act, incident, card)
            if not spoken and door.put_at == act.at:
                tell_asked(act, incident)
    return card


@action("emergencies.alter_card", needs="emergencies.own_card")
def alter_card(act: Act, card: HelpCard, *, carded: Carded, seen: int | None = None) -> HelpCard:
    """Changes a card: one's own, or one that the desk put down on somebody's word. In an incident
    that runs its door says so too; what was ticked at it stays."""
    require(helping.consents(carded.agreed))
    require(Finding(mine(act.by, card) or card.how == "spoken", "emergencies.card_of_holder"))
    incidents = running_in(card.community)
    moved = carded.dwelling.pk == card.dwelling or carded.dwelling.pk in act.by.dwellings
    require(Finding(moved or may("emergencies.cards", act.by, card), "emergencies.card_own_home"))
    card = fresh(card, seen)
    _fill(card, carded)
    card.save()
    for incident in incidents:
        _alter_door(act, incident, card)
    return card


@action("emergencies.renew_card", needs="emergencies.own_card")
def renew_card(act: Act, card: HelpCard, *, agreed: bool) -> HelpCard:
    """Agrees for a further year."""
    require(helping.consents(agreed))
    require(Finding(mine(act.by, card) or card.how == "spoken", "emergencies.card_of_holder"))
    card = locked(card)
    on = local_day(act.at)
    card.until = on + timedelta(days=days("card_days", card.community, on))
    card.consented_at, card.asked_on = act.at, None
    card.version += 1
    card.save()
    return card


@action("emergencies.withdraw_card", needs="emergencies.own_card")
def withdraw_card(act: Act, card: HelpCard) -> Place:
    """Takes a card back: it is gone at once, and so is its door in any incident. By whoever it
    is about, the book does not say who; where the desk did it, they are told. Those who lead hear
    that somebody is off the list."""
    act.keep_closed()
    if mine(act.by, card):
        act.leave_out_who()
    elif card.account_id:
        act.tell("emergencies.card_withdrawn", account=card.account_id)
    elif card.person_id:
        act.tell("emergencies.card_withdrawn", person=card.person_id)
    for door in card.doors.select_related("incident"):
        tell_taken_back(act, door.incident)
    drop(card)
    return card.community


@action("emergencies.ask_renewal", needs="emergencies.pass_time")
def ask_renewal(act: Act, card: HelpCard) -> HelpCard:
    """Asks whether it still stands: who put it down, or whoever it is about where the register
    knows them. Of cards on somebody's word the desk hears by `remind_spoken`."""
    card.asked_on = local_day(act.at)
    card.save(update_fields=["asked_on"])
    if card.account_id:
        act.tell("emergencies.renew_asked", account=card.account_id)
    elif card.person_id:
        act.tell("emergencies.renew_asked", person=card.person_id)
    return card


@action("emergencies.remind_spoken", needs="emergencies.pass_time")
def remind_spoken(act: Act, community: Place, *, count: int) -> int:
    """Tells the desk that so many cards put down on somebody's word run out: they are to be
    asked by whoever knows their number. Whose they are is seen where they are opened."""
    act.tell("emergencies.renew_spoken", post="worker", count=count)
    act.note(count=count)
    return count


@action("emergencies.lapse_card", needs="emergencies.pass_time")
def lapse_card(act: Act, card: HelpCard) -> Place:
    """Not renewed in time: it is gone."""
    in_force = helping.in_force(card.until, local_day(act.at))
    require(Finding(not in_force, "emergencies.card_lapses"))
    drop(card)
    act.keep_closed()
    return card.community


@action("emergencies.look_at_cards", needs="emergencies.cards")
def look_at_cards(act: Act, community: Place, *, why: str, cards: Sequence[UUID]) -> int:
    """Opens cards for a purpose: each is written down where the person reads it."""
    act.keep_closed()
    return note_looks(act, community.pk, cards, why)


def note_looks(
    act: Act, community: UUID, cards: Iterable[UUID], why: str, incident: Incident | None = None,
    doors: Iterable[UUID] = (),
) -> int:  # fmt: skip
    """The looks of one who opens several cards at once, and doors of those who have none."""
    held = act.by.posts_over(act.subject)
    opened = [{"card_id": each} for each in dict.fromkeys(cards)]
    opened += [{"door_id": each} for each in dict.fromkeys(doors)]
    rows = [
        CardLook(
            community_id=community, why=why, incident=incident, at=act.at,
            by_id=act.by.account, post=held[0].post if held else "", **each,
        )
        for each in opened
    ]  # fmt: skip
    CardLook.objects.bulk_create(rows)
    return len(rows)


def to_door(act: Act, incident: Incident, card: HelpCard) -> Door:
    """The card's door in an incident, sealed by the incident's key. Where whoever put it down, or
    whoever it is about, had asked there before, it is that door: nobody is on a list twice."""
    asked_by = Q(account=card.account_id) if card.how == "self" else Q(pk__in=[])
    if card.person_id is not None:
        asked_by |= Q(account__person=card.person_id)
    asked = Door.objects.filter(
        asked_by, community=incident.community_id, incident=incident, card__isnull=True,
        account__isnull=False,
    ).select_for_update(of=("self",)).first()  # fmt: skip
    if asked is not None:
        asked.card = card
        _copy(card, asked)
        return asked
    return Door.objects.create(
        community_id=incident.community_id, incident=incident, card=card,
        building_id=card.building_id, door=card.door, name=card.name, needs=card.needs,
        phone=card.phone, holder=card.holder, how=card.how, put_at=act.at,
    )  # fmt: skip


def touches(incident: Incident, building: Place) -> bool:
    """Whether a building lies in what an incident touches."""
    return any(
        building.path == path or building.path.startswith(f"{path}/")
        for path in incident.places.values_list("place__path", flat=True)
    )


def building_of(dwelling: Place) -> Place:
    """The building a dwelling lies in."""
    rows = Place.objects.filter(community=dwelling.community_id, kind="building")
    found = next((row for row in rows if dwelling.path.startswith(f"{row.path}/")), None)
    require(Finding(found is not None, "emergencies.card_own_home"))
    assert found is not None
    return found


def cards_in(community: Any, places: Iterable[Place]) -> list[UUID]:
    """The ids of the cards of the buildings in these places."""
    found: set[UUID] = set()
    for place in places:
        inside = Place.objects.filter(within(place.path), kind="building").values("pk")
        rows = HelpCard.objects.filter(community=community, building__in=inside)
        found.update(rows.values_list("pk", flat=True))
    return sorted(found)


def drop(card: HelpCard) -> None:
    """The key first, then the card, its looks, its doors, and what the closed book says of it;
    overwritten, not left in the file."""
    erase_thoroughly()
    doors = list(card.doors.values_list("pk", flat=True))
    HelpCard.objects.filter(community=card.community_id, pk=card.pk).update(key="")
    ClosedEntry.objects.filter(subject__in=[card.pk, *doors]).delete()
    HelpCard.objects.filter(community=card.community_id, pk=card.pk).delete()
    fold_after_commit(HelpCard, CardLook, Door, DoorTick)


def mine(actor: Actor, card: HelpCard) -> bool:
    """Whether a card is about this actor, or was put down by them for their family."""
    own = actor.account is not None and actor.account == card.account_id
    return own or (actor.person is not None and actor.person == card.person_id)


def running_in(community: Place) -> list[Incident]:
    """The incidents that run, held: none is widened or ended meanwhile."""
    rows = Incident.objects.select_for_update().filter(community=community, state="running")
    return list(rows.order_by("pk"))


def _alter_door(act: Act, incident: Incident, card: HelpCard) -> None:
    door: Any = Door.objects.filter(
        community=card.community_id, incident=incident, card=card
    ).first()  # fmt: skip
    inside = touches(incident, card.building)
    if door is None:
        if inside:
            to_door(act, incident, card)
        return
    if not inside and door.state == "open":
        door.delete()
        return
    _copy(card, door)


def _copy(card: HelpCard, door: Any) -> None:
    """What the card says, at its door."""
    door.building_id = card.building_id
    for name in ("door", "name", "needs", "phone", "holder"):
        setattr(door, name, getattr(card, name))
    door.version += 1
    door.save()


def _once(card: HelpCard) -> None:
    if card.person_id is None:
        return
    had = HelpCard.objects.filter(community=card.community_id, person=card.person_id)
    require(Finding(not had.exists(), "emergencies.card_once"))


def _person_at(dwelling: Place, full_name: str, on: date) -> Person:
    ties = living_at(dwelling, on).filter(person__name=full_name)
    found = {tie.person_id: tie.person for tie in ties}
    require(Finding(len(found) == 1, "emergencies.card_person_known"))
    return next(iter(found.values()))


def _fill(card: HelpCard, carded: Carded) -> None:
    known = [key for key, _title in NEEDS if key in carded.needs]
    require(helping.asks_something(known))
    require(Finding(bool(carded.name.strip()), "emergencies.card_has_name"))
    card.building = building_of(carded.dwelling)
    card.door, card.name = str(carded.dwelling.pk), carded.name.strip()
    card.needs = json.dumps(known)
    card.phone, card.holder = carded.phone.strip(), carded.holder.strip()
