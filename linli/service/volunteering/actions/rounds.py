"""A round: who is called on by their own wish, and what came of each call."""

from datetime import date

from linli.core.audit.door import Act, action, may
from linli.core.people.models import Person
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.volunteering import words
from linli.service.volunteering.models import Receiver, RoundStop, Shift, VolunteerCall
from linli.service.volunteering.queries.rounds import is_known, last_order
from linli.service.volunteering.rules import rounds


@action("volunteering.add_receiver", needs="volunteering.keep")
def add_receiver(
    act: Act, call: VolunteerCall, *, person: Person, note: str, consent_way: str
) -> Receiver:
    """Puts somebody on a round who wishes it and agreed that those on the shift learn where they
    live and what they must know."""
    require(Finding(call.kind in words.ROUND_KINDS, "volunteering.call_goes_round"))
    require(rounds.consent_said(consent_way))
    VolunteerCall.objects.select_for_update().get(community=call.community_id, pk=call.pk)
    standing = Receiver.objects.filter(
        community=call.community_id, call=call, person=person, ended_at__isnull=True
    )
    require(Finding(not standing.exists(), "volunteering.receiver_once"))
    row = Receiver.objects.create(
        community_id=call.community_id,
        call=call,
        person=person,
        order=last_order(call) + 1,
        note=note.strip(),
        consent_way=consent_way,
        consented_at=act.at,
        by_id=act.by.account,
    )
    act.about = person.pk
    act.note(title=call.title)
    return row


@action("volunteering.pause_receiver", needs="volunteering.receive")
def pause_receiver(act: Act, receiver: Receiver, *, until: date | None) -> Receiver:
    """Nobody calls up to and including that day; without a day the pause is over."""
    require(Finding(receiver.ended_at is None, "volunteering.receiver_stands"))
    ahead = until is None or until >= local_day(act.at)
    require(Finding(ahead, "volunteering.pause_ahead"))
    receiver.paused_until = until
    receiver.save(update_fields=["paused_until"])
    act.about = receiver.person_id
    act.note(title=receiver.call.title)
    return receiver


@action("volunteering.end_receiver", needs="volunteering.receive")
def end_receiver(act: Act, receiver: Receiver) -> Receiver:
    """They no longer wish to be called on: at once, without a reason. What was noted for those
    who came is gone with it."""
    require(Finding(receiver.ended_at is None, "volunteering.receiver_stands"))
    receiver.ended_at, receiver.note = act.at, ""
    receiver.save(update_fields=["ended_at", "note"])
    act.about = receiver.person_id
    act.note(title=receiver.call.title)
    return receiver


@action("volunteering.tick_stop", needs="volunteering.carry")
def tick_stop(act: Act, shift: Shift, *, receiver: Receiver, state: str) -> RoundStop:
    """What came of one call: done, refused for today, or nobody home, which the worker is told at
    once. A tick may be changed on the way, while the shift is shown."""
    require(Finding(state in dict(words.STOPS), "volunteering.result_said"))
    here, on = shift.community, local_day(shift.occasion.starts_at)
    after = number_laid_down("volunteering.stops_shown_after", here, on)
    times = shift.occasion
    require(rounds.sees_stops(True, times.starts_at, times.ends_at, act.at, after_hours=after))
    keeps = may("volunteering.keep", act.by, shift)
    require(rounds.known_for_rounds(keeps or is_known(act.by, here)))
    require(Finding(receiver.call_id == shift.call_id, "volunteering.receiver_of_round"))
    require(Finding(receiver.is_on(on), "volunteering.receiver_stands"))
    # The home is the lock: of two who tick it at once one finds the tick of the other.
    Receiver.objects.select_for_update().get(community=here, pk=receiver.pk)
    before = RoundStop.objects.filter(community=here, shift=shift, receiver=receiver).first()
    row = before or RoundStop(community=here, shift=shift, receiver=receiver)
    # Also once more after somebody was found: they may be missing again.
    anew = state == "nobody" and (row.state != "nobody" or row.settled_at is not None)
    if anew or row.state != state:  # pressed twice, the hour still counts from the first time
        row.ticked_at, row.ticked_by_id = act.at, act.by.account
    row.order, row.state = receiver.order, state
    if anew:
        row.raised_at, row.settled_at, row.settled_for = None, None, ""
        act.tell("volunteering.nobody_home", post="worker", title=shift.call.title)
    row.save()
    act.about = receiver.person_id
    act.note(state=str(row.get_state_display()))
    return row


@action("volunteering.settle_missed", needs="volunteering.keep")
def settle_missed(act: Act, stop: RoundStop, *, said: str) -> RoundStop:
    """A worker has rung or gone there: what came of it."""
    stop = RoundStop.objects.select_for_update().get(community=stop.community_id, pk=stop.pk)
    missed = stop.state == "nobody" and stop.settled_at is None
    require(Finding(missed, "volunteering.stop_missed"))
    require(Finding(bool(said.strip()), "volunteering.something_said"))
    stop.settled_at, stop.settled_for = act.at, said.strip()
    stop.save(update_fields=["settled_at", "settled_for"])
    act.about = stop.receiver.person_id
    return stop


@action("volunteering.raise_missed", needs="volunteering.forget")
def raise_missed(act: Act, stop: RoundStop) -> RoundStop:
    """Time has passed and nobody said what came of it: the director is told."""
    changed = RoundStop.objects.filter(
        community=stop.community_id,
        pk=stop.pk,
        state="nobody",
        raised_at__isnull=True,
        settled_at__isnull=True,
    ).update(raised_at=act.at)
    require(Finding(changed == 1, "volunteering.stop_missed"))
    act.tell("volunteering.missed_long", post="director", title=stop.shift.call.title)
    return stop


@action("volunteering.forget_stops", needs="volunteering.forget")
def forget_stops(act: Act, shift: Shift) -> int:
    """Long after the shift, where it led to is nobody's business any more."""
    gone, _by_model = RoundStop.objects.filter(community=shift.community_id, shift=shift).delete()
    act.note(count=gone)
    return gone
