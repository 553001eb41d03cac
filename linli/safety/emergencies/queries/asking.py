"""Who asked for help while an incident lasts, for themselves to read; and whom to ring."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import bodies_of
from linli.core.audit.actor import Actor
from linli.safety.emergencies.models import CardLook, Door, Incident
from linli.safety.emergencies.queries.cards import door_names
from linli.safety.emergencies.queries.prepared import contacts

UTILITY = "utility"


@dataclass(frozen=True)
class Number:
    """Whom to ring: an office and its own number. `what`: what it is for, where that is not plain
    from its name."""

    office: Any
    phone: str
    what: Any = ""


@dataclass(frozen=True)
class Asked:
    """What somebody asked for, with its home in words and who opened it."""

    row: Door
    home: str
    looks: list[CardLook]


def doors_of(actor: Actor, community: Any) -> Any:
    """The doors of whoever looks, on every list: of a card of theirs, or asked for."""
    theirs = Q(pk__in=[])
    if actor.account is not None:
        theirs |= Q(account=actor.account) | Q(card__account=actor.account)
    if actor.person is not None:
        theirs |= Q(card__person=actor.person)
    return Door.objects.filter(theirs, community=community)


def listed_in(actor: Actor, incidents: list[Incident]) -> dict[Any, bool]:
    """The incidents on whose list whoever looks already is, and of each whether by a card, which
    they may change, or because they asked."""
    if not incidents or not actor.signed_in:
        return {}
    rows = doors_of(actor, incidents[0].community_id).filter(incident__in=incidents)
    found: dict[Any, bool] = {}
    for key, card in rows.values_list("incident", "card"):
        found[key] = found.get(key, False) or card is not None
    return found


def own_asked(actor: Actor, community: Any) -> list[Asked]:
    """What whoever looks asked for without a card, while the list is still there."""
    rows = list(_without_card(actor, community).select_related("incident").order_by("put_at"))
    homes = door_names({UUID(row.door) for row in rows}, community)
    return [
        Asked(row, homes.get(UUID(row.door), ""), list(row.looks.select_related("by")[:100]))
        for row in rows
    ]


def own_door(actor: Actor, community: Any, key: UUID) -> Door:
    """One of them; anybody else's is not there."""
    row: Door | None = _without_card(actor, community).filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def committee_number(community: Any, on: date) -> Number | None:
    """The community's own telephone."""
    body = bodies_of(community, on).filter(kind="residents_committee").exclude(office_phone="")
    found = body.first()
    return Number(_("社区居委会"), found.office_phone, found.name) if found else None


def numbers_for_all(community: Any, on: date) -> list[Number]:
    """Whom everybody may ring: the community first, then repairs, then other offices."""
    own = committee_number(community, on)
    rows = sorted(contacts(community).filter(told=True), key=lambda row: row.kind != UTILITY)
    had = own.phone if own else ""
    told = [
        Number(row.duty, row.office_phone, row.get_kind_display() if row.kind == UTILITY else "")
        for row in rows
        if row.office_phone != had
    ]
    return [own, *told] if own else told


def _without_card(actor: Actor, community: Any) -> Any:
    return doors_of(actor, community).filter(card__isnull=True)
