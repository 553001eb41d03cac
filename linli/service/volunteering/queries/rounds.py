"""To whom a round leads, and what came of each call."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.audit.models import Entry
from linli.core.people.queries import dwellings_of
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.law import Finding
from linli.service.volunteering import words
from linli.service.volunteering.models import Receiver, RoundStop, Shift, VolunteerCall
from linli.service.volunteering.queries.fitness import own_volunteer
from linli.service.volunteering.rules import rounds

LOOK = "volunteering.look_at_round"


@dataclass(frozen=True)
class StopShown:
    """One home of a round as those on it see it."""

    receiver: Receiver
    name: str
    phone: str
    home: str
    stop: RoundStop | None


def last_order(call: VolunteerCall) -> int:
    """The place of the last one on a round."""
    rows = Receiver.objects.filter(community=call.community_id, call=call)
    return int(rows.aggregate(last=Max("order"))["last"] or 0)


def receivers_of(call: VolunteerCall) -> list[Receiver]:
    """Those a round leads to, in its order, also those who pause."""
    rows = Receiver.objects.filter(
        community=call.community_id, call=call, ended_at__isnull=True, person__isnull=False
    )
    return list(rows.select_related("person", "call").order_by("order", "pk"))


def receiver_in(community: Any, receiver_id: UUID) -> Receiver:
    """One of them. Raises Http404."""
    rows = Receiver.objects.filter(community=community, pk=receiver_id, ended_at__isnull=True)
    row = rows.select_related("person", "call").first()
    if row is None:
        raise Http404
    return row


def receiver_for(actor: Actor, community: Any, receiver_id: UUID) -> Receiver:
    """One of them, for themselves and for those who keep the round. Raises Http404."""
    row = receiver_in(community, receiver_id)
    if not may("volunteering.receive", actor, row):
        raise Http404
    return row


def received_by(actor: Actor, community: Any) -> list[Receiver]:
    """The rounds that call on the reader."""
    if actor.person is None:
        return []
    rows = Receiver.objects.filter(community=community, person=actor.person, ended_at__isnull=True)
    return list(rows.select_related("call", "person"))


def may_see(actor: Actor, shift: Shift, at: datetime) -> Finding:
    """Whether the reader sees the homes now: those on the shift on its day, coordinators always."""
    keeps = may("volunteering.keep", actor, shift)
    known = is_known(actor, shift.community_id)
    after = number_laid_down("volunteering.stops_shown_after", shift.community, local_day(at))
    times = shift.occasion
    found = rounds.sees_stops(
        may("volunteering.carry", actor, shift), times.starts_at, times.ends_at, at,
        after_hours=after,
    )  # fmt: skip
    if keeps:
        return Finding(True, found.rule, found.cites, found.numbers)
    return rounds.known_for_rounds(known) if found and not known else found


def is_known(actor: Actor, community: Any) -> bool:
    """Whether a coordinator met the reader and said that they may carry rounds."""
    mine = own_volunteer(actor, community)
    return mine is not None and mine.known_at is not None


def goes_round(shift: Shift) -> bool:
    """Whether a shift leads to people's homes at all."""
    return shift.kind in words.ROUND_KINDS and bool(receivers_of(shift.call))


def stops_of(shift: Shift) -> list[StopShown]:
    """The homes of a shift in their order, with what came of each. Whoever is shown this has been
    asked for first (`may_see`), and the look is written down."""
    on = local_day(shift.occasion.starts_at)
    rows = [each for each in receivers_of(shift.call) if each.is_on(on)]
    ticked = {
        each.receiver_id: each
        for each in RoundStop.objects.filter(community=shift.community_id, shift=shift)
    }
    persons = {each.pk: each.person for each in rows if each.person is not None}
    homes = dwellings_of(shift.community_id, [each.pk for each in persons.values()], on)
    found = []
    for each in rows:
        person = persons.get(each.pk)
        if person is None:
            continue
        home = homes.get(person.pk)
        found.append(
            StopShown(
                receiver=each,
                name=person.name,
                phone=person.phone,
                home=(home.name_inside or home.name) if home is not None else "",
                stop=ticked.get(each.pk),
            )
        )
    return found


def not_looked_today(actor: Actor, shift: Shift, stops: list[StopShown], at: datetime) -> list[Any]:
    """Those of a round at whom the reader's look today is not written down yet."""
    since = datetime.combine(local_day(at), time(), tzinfo=SHANGHAI)
    rows = Entry.objects.filter(subject=shift.pk, action=LOOK, account=actor.account, at__gte=since)
    written = set(rows.values_list("about", flat=True))
    return [each.receiver.person for each in stops if each.receiver.person_id not in written]


def missed_open(community: Any) -> "QuerySet[RoundStop]":
    """Nobody was home, and nobody said yet what came of it: the oldest first."""
    return (
        RoundStop.objects.filter(community=community, state="nobody", settled_at__isnull=True)
        .select_related("receiver__person", "shift__call", "shift__occasion")
        .order_by("ticked_at")
    )


def missed_in(community: Any, stop_id: UUID) -> RoundStop:
    """One of them. Raises Http404."""
    row = missed_open(community).filter(pk=stop_id).first()
    if row is None:
        raise Http404
    return row
