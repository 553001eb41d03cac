"""Help cards: put down by whoever wishes it, changed, renewed, taken back at once; every look at
one is written beside it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action, may
from linli.core.audit.models import ClosedEntry
from linli.core.places.models import Place
from linli.core.places.models.fields import within
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.emergencies.actions.saying import fresh, locked
from linli.safety.emergencies.law import days
from linli.safety.emergencies.models import CardLook, Door, HelpCard, Incident
from linli.safety.emergencies.models.cards import NEEDS
from linli.safety.emergencies.rules import helping


@dataclass(frozen=True)
class Carded:
    """A card as it is typed in; `agreed`: to this purpose alone, apart from anything else."""

    dwelling: Place
    name: str
    needs: Sequence[str]
    phone: str = ""
    holder: str = ""
    how: str = "self"
    agreed: bool = False


@action("emergencies.put_card", needs="emergencies.put_card")
def put_card(act: Act, community: Place, *, carded: Carded) -> HelpCard:
    """Puts a card down: for oneself, for one's family with their consent, or at the desk on
    somebody's word."""
    require(helping.consents(carded.agreed))
    desk = may("emergencies.cards", act.by, community)
    spoken = carded.how == "spoken"
    require(Finding(desk or not spoken, "emergencies.desk_types"))
    own = carded.dwelling.pk in act.by.dwellings
    require(Finding(own or (desk and spoken), "emergencies.card_own_home"))
    card = HelpCard(community=community, how=carded.how, consented_at=act.at)
    if not spoken:
        card.account_id = act.by.account
    if carded.how == "self":
        card.person_id = act.by.person
        had = HelpCard.objects.filter(community=community, account=act.by.account, how="self")
        require(Finding(not had.exists(), "emergencies.card_once"))
    _fill(card, carded)
    card.until = local_day(act.at) + timedelta(days=days("card_days", community, local_day(act.at)))
    card.save(force_insert=True)
    act.about = card.person_id
    for incident in _touching(card):
        to_door(act, incident, card)
    return card


@action("emergencies.alter_card", needs="emergencies.own_card")
def alter_card(act: Act, card: HelpCard, *, carded: Carded, seen: int | None = None) -> HelpCard:
    """Changes a card; in an incident that runs, its door with it."""
    require(helping.consents(carded.agreed))
    moved = carded.dwelling.pk == card.dwelling or carded.dwelling.pk in act.by.dwellings
    require(Finding(moved or may("emergencies.cards", act.by, card), "emergencies.card_own_home"))
    card = fresh(card, seen)
    _fill(card, carded)
    card.save()
    Door.objects.filter(community=card.community_id, card=card, state="open").delete()
    for incident in _touching(card):
        to_door(act, incident, card)
    return card


@action("emergencies.renew_card", needs="emergencies.own_card")
def renew_card(act: Act, card: HelpCard, *, agreed: bool) -> HelpCard:
    """Agrees for a further year."""
    require(helping.consents(agreed))
    card = locked(card)
    on = local_day(act.at)
    card.until = on + timedelta(days=days("card_days", card.community, on))
    card.consented_at, card.asked_on = act.at, None
    card.version += 1
    card.save()
    return card


@action("emergencies.withdraw_card", needs="emergencies.own_card")
def withdraw_card(act: Act, card: HelpCard) -> Place:
    """Takes a card back: it is gone at once, and so is its door in any incident."""
    drop(card)
    act.keep_closed()
    return card.community


@action("emergencies.ask_renewal", needs="emergencies.pass_time")
def ask_renewal(act: Act, card: HelpCard) -> HelpCard:
    """Asks whether it still stands."""
    card.asked_on = local_day(act.at)
    card.save(update_fields=["asked_on"])
    if card.account_id:
        act.tell("emergencies.renew_asked", account=card.account_id)
    return card


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


def note_looks(act: Act, community: UUID, cards: Iterable[UUID], why: str) -> int:
    """The looks of one who opens several cards at once."""
    held = act.by.posts_over(act.subject)
    rows = [
        CardLook(
            community_id=community, card_id=each, why=why, at=act.at, by_id=act.by.account,
            post=held[0].post if held else "",
        )
        for each in dict.fromkeys(cards)
    ]  # fmt: skip
    CardLook.objects.bulk_create(rows)
    return len(rows)


def to_door(act: Act, incident: Incident, card: HelpCard) -> Door:
    """The card's door in an incident, sealed by the incident's key."""
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
    """The key first, then the card, its looks, its doors, and what the closed book says of it."""
    doors = list(card.doors.values_list("pk", flat=True))
    HelpCard.objects.filter(community=card.community_id, pk=card.pk).update(key="")
    ClosedEntry.objects.filter(subject__in=[card.pk, *doors]).delete()
    HelpCard.objects.filter(community=card.community_id, pk=card.pk).delete()


def _touching(card: HelpCard) -> list[Incident]:
    rows = Incident.objects.filter(community=card.community_id, state="running")
    had = set(card.doors.values_list("incident", flat=True))
    return [row for row in rows if row.pk not in had and touches(row, card.building)]


def _fill(card: HelpCard, carded: Carded) -> None:
    known = [key for key, _title in NEEDS if key in carded.needs]
    require(helping.asks_something(known))
    require(Finding(bool(carded.name.strip()), "emergencies.card_has_name"))
    card.building = building_of(carded.dwelling)
    card.door, card.name = str(carded.dwelling.pk), carded.name.strip()
    card.needs = json.dumps(known)
    card.phone, card.holder = carded.phone.strip(), carded.holder.strip()
