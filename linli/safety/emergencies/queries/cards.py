"""Help cards: one's own, and those of a building, for who may open them."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.places.models import Place
from linli.safety.emergencies.models import CardLook, HelpCard


@dataclass(frozen=True)
class Opened:
    """A card with its door in words."""

    card: HelpCard
    door: str


def own_cards(actor: Actor, community: Any) -> list[HelpCard]:
    """About oneself, or put down for one's family."""
    mine = Q(pk__in=[])
    if actor.account is not None:
        mine |= Q(account=actor.account)
    if actor.person is not None:
        mine |= Q(person=actor.person)
    return list(HelpCard.objects.filter(mine, community=community).order_by("consented_at"))


def own_card(actor: Actor, community: Any, key: UUID) -> HelpCard:
    """One of them; anybody else's is not there."""
    found = next((card for card in own_cards(actor, community) if card.pk == key), None)
    if found is None:
        raise Http404
    return found


def spoken_card(community: Any, key: UUID) -> HelpCard:
    """A card the desk put down on somebody's word; any other is not there."""
    rows = HelpCard.objects.filter(community=community, how="spoken", pk=key)
    found = rows.select_related("building").first()
    if found is None:
        raise Http404
    return found


def looks_at(card: HelpCard) -> list[CardLook]:
    """Who opened it, when, what for."""
    return list(card.looks.select_related("by")[:100])


def cards_by_building(community: Any) -> list[tuple[Place, int]]:
    """How many cards there are of each building, without opening one."""
    counts = Counter(
        HelpCard.objects.filter(community=community).values_list("building", flat=True)
    )
    rows = Place.objects.filter(community=community, pk__in=counts).order_by("position")
    return [(row, counts[row.pk]) for row in rows]


def cards_of(community: Any, buildings: list[Any]) -> list[HelpCard]:
    """The cards of some buildings."""
    rows = HelpCard.objects.filter(community=community, building__in=buildings)
    return list(rows.select_related("building"))


def opened(cards: list[HelpCard]) -> list[Opened]:
    """The cards with their doors, by door."""
    homes = door_names({card.dwelling for card in cards}, cards[0].community_id if cards else None)
    found = [Opened(card, homes.get(card.dwelling, "")) for card in cards]
    return sorted(found, key=lambda each: (each.card.building.position, each.door))


def door_names(dwellings: set[UUID], community: Any) -> dict[UUID, str]:
    """What the doors are called inside the community."""
    if not dwellings:
        return {}
    rows = Place.objects.filter(community=community, pk__in=dwellings)
    return {row.pk: row.name_inside for row in rows}
