"""Somebody asks for help while an incident lasts: for their own home, signed in; at the desk, on
their word. It is written down for this incident alone, sealed by its key, and goes with it."""

import json

from linli.core.audit.door import Act, action, may
from linli.core.audit.models import ClosedEntry
from linli.core.places.models import Place
from linli.core.places.unordered import erase_thoroughly, fold_after_commit
from linli.lib.law import Finding, require
from linli.safety.emergencies.actions.cards import Carded, building_of
from linli.safety.emergencies.actions.incident import running, still_listed
from linli.safety.emergencies.actions.leaders import tell_asked, tell_taken_back
from linli.safety.emergencies.models import CardLook, Door, DoorTick, Incident
from linli.safety.emergencies.models.cards import NEEDS
from linli.safety.emergencies.queries.asking import doors_of
from linli.safety.emergencies.rules import helping


@action("emergencies.ask_help", needs="emergencies.put_card")
def ask_help(act: Act, incident: Incident, *, carded: Carded) -> Door:
    """Somebody asks while it lasts, and agrees that it is written down for this alone. Whoever
    asks for themselves is on the list once, and those who lead hear that somebody asks. What the
    desk wrote on paper is typed in afterwards too, while the list is there."""
    spoken = carded.how == "spoken"
    desk = may("emergencies.cards", act.by, incident)
    require(Finding(desk or not spoken, "emergencies.desk_types"))
    own = carded.dwelling.pk in act.by.dwellings
    require(Finding(own or (desk and spoken), "emergencies.card_own_home"))
    require(helping.consents(carded.agreed))
    known = [key for key, _title in NEEDS if key in carded.needs]
    require(helping.asks_something(known))
    require(Finding(bool(carded.name.strip()), "emergencies.card_has_name"))
    incident = still_listed(incident) if spoken else running(incident)
    if not spoken:
        listed = doors_of(act.by, incident.community_id).filter(incident=incident)
        require(Finding(not listed.exists(), "emergencies.listed_once"))
        tell_asked(act, incident)
    return Door.objects.create(
        community_id=incident.community_id, incident=incident,
        account_id=None if spoken else act.by.account,
        building=building_of(carded.dwelling), door=str(carded.dwelling.pk),
        name=carded.name.strip(), needs=json.dumps(known), phone=carded.phone.strip(),
        holder=carded.holder.strip(), how=carded.how, put_at=act.at,
    )  # fmt: skip


@action("emergencies.take_back_help", needs="emergencies.own_door")
def take_back_help(act: Act, door: Door) -> Place:
    """Whoever asked does not wish it any more: it is gone at once, with every tick and look.
    Those who lead hear that somebody did; neither they nor the book are told who."""
    act.leave_out_who()
    tell_taken_back(act, door.incident)
    drop_door(door)
    return door.community


def drop_door(door: Door) -> None:
    """The door, its ticks and looks, and what the closed book says of it; overwritten, not left
    in the file."""
    erase_thoroughly()
    ClosedEntry.objects.filter(subject=door.pk).delete()
    Door.objects.filter(community=door.community_id, pk=door.pk).delete()
    fold_after_commit(Door, DoorTick, CardLook)
