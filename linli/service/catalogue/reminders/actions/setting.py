"""Setting a reminder, by oneself or by a worker at one's wish; changing, pausing, finishing it, and
taking it back, which destroys it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from linli.core.audit.actor import Actor
from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.catalogue.reminders import rules
from linli.service.catalogue.reminders.kinds import kinds
from linli.service.catalogue.reminders.models import Reminder
from linli.service.catalogue.reminders.queries import for_workers, has_account, person_here


@dataclass(frozen=True, repr=False)
class Wanted:
    """What somebody wishes to be reminded of: the kind, the day it asks for, whether they wish to
    be rung up and under which number, and what they would like to remember."""

    kind: str
    day: date
    call: bool = False
    phone: str = ""
    note: str = ""


@action("catalogue.set_reminder", needs="catalogue.set_reminder")
def set_reminder(act: Act, community: Place, *, wanted: Wanted) -> Reminder:
    """A resident sets one for themselves."""
    return _set(act, community, person_here(act.by, community), wanted, "online")


@action("catalogue.set_reminder_for", needs="catalogue.set_reminder_for")
def set_reminder_for(
    act: Act, community: Place, *, person: Person, wanted: Wanted, agreed: str
) -> Reminder:
    """A worker sets one at the person's wish, at the counter or on the telephone. Where they have
    set one that no worker sees, the wish goes into it and the answer is the same: whoever could
    tell the two apart could ask after everybody. What they wrote for themselves stays."""
    require(rules.agreed(agreed))
    return _set(act, community, person, wanted, agreed)


@action("catalogue.change_reminder", needs="catalogue.tend_reminder")
def change_reminder(act: Act, row: Reminder, *, wanted: Wanted) -> Reminder:
    """Another day, another number, a call or none."""
    row = held(row)
    _take_down(act, row, wanted)
    row.save()
    act.about = row.person_id
    return row


@action("catalogue.pause_reminder", needs="catalogue.tend_reminder")
def pause_reminder(act: Act, row: Reminder) -> Reminder:
    """Nothing is told, nobody rings, until they say so."""
    return _switch(act, row, paused=True)


@action("catalogue.resume_reminder", needs="catalogue.tend_reminder")
def resume_reminder(act: Act, row: Reminder) -> Reminder:
    """It goes on."""
    return _switch(act, row, paused=False)


@action("catalogue.finish_reminder", needs="catalogue.tend_reminder")
def finish_reminder(
    act: Act, row: Reminder, *, done_on: date, new_day: date | None = None
) -> Place | Reminder:
    """It was done: what comes round sets itself anew, what does not is destroyed."""
    row, on = held(row), local_day(act.at)
    rhythm = row.of.rhythm(row.community, on)
    require(rules.done_in_order(rhythm, row.turn, done_on, on))
    require(rules.told_anew(row.of.asks_anew, new_day, on))
    following = rules.turn_after(rhythm, row.turn, done_on, new_day)
    act.about = row.person_id
    if following is None:
        return destroy(act, row)
    row.stand_at(following)
    row.done_on = done_on
    row.save()
    return row


@action("catalogue.delete_reminder", needs="catalogue.tend_reminder")
def delete_reminder(act: Act, row: Reminder) -> Place:
    """Not wished any more: destroyed."""
    act.about = row.person_id
    return destroy(act, row)


def _set(act: Act, community: Place, person: Person, wanted: Wanted, agreed: str) -> Reminder:
    # Of two who set the same at one moment, the second finds it set.
    list(Person.objects.select_for_update(no_key=True).filter(community=community, pk=person.pk))
    ours = Reminder.objects.filter(community=community, person=person, kind=wanted.kind)
    there = ours.select_for_update().first()
    hidden = agreed != "online" and not _is_seen(act.by, community, ours)
    require(Finding(there is None or hidden, "catalogue.reminder_once"))
    row = Reminder(
        community=community,
        person=person,
        kind=wanted.kind,
        agreed=agreed,
        set_by_id=act.by.account,
        set_at=act.at,
    )
    _take_down(act, row, wanted)
    if there is not None:
        row.pk, row.note = there.pk, there.note or row.note
    row.save(force_insert=there is None, force_update=there is not None)
    act.about = person.pk
    return row


def _is_seen(by: Actor, community: Place, rows: "QuerySet[Reminder]") -> bool:
    """Whether a worker sees one of these."""
    return for_workers(by, community).filter(pk__in=rows.values("pk")).exists()


def _take_down(act: Act, row: Reminder, wanted: Wanted) -> None:
    on, kind = local_day(act.at), kinds()[row.kind]
    phone = wanted.phone.strip() if wanted.call else ""
    require(rules.may_be_called(wanted.call, phone))
    require(rules.is_heard(wanted.call, has_account(row.person)))
    if wanted.day != row.day:
        require(rules.may_be_told(kind.asks, wanted.day, on))
        rhythm = kind.rhythm(row.community, on)
        found = rules.first_turn(rhythm, wanted.day, on)
        require(rules.still_to_come(rhythm, found.due, on))
        row.stand_at(found)
    row.call, row.phone, row.note = wanted.call, phone, wanted.note.strip()


def _switch(act: Act, row: Reminder, *, paused: bool) -> Reminder:
    row = held(row)
    row.paused = paused
    row.save(update_fields=["paused"])
    act.about = row.person_id
    return row


def destroy(act: Act, row: Reminder) -> Place:
    """Nothing of it stays but that somebody did so, for the person to read."""
    act.keep_closed()
    community = row.community
    Reminder.objects.filter(community=community, pk=row.pk).delete()
    return community


def held(row: Reminder) -> Reminder:
    """The row as it is now, and nobody else's until this act has ended."""
    rows = Reminder.objects.select_for_update(of=("self",)).filter(community=row.community_id)
    found = rows.select_related("community", "person").filter(pk=row.pk).first()
    require(Finding(found is not None, "catalogue.reminder_there"))
    assert found is not None
    return found
