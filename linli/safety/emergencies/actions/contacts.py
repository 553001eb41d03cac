"""The call tree, its tests, and the nights."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.safety.emergencies.actions.saying import (
    fresh,
    hold_community,
    in_words,
    locked,
    standing,
    told,
)
from linli.safety.emergencies.models import CallResult, CallTest, Contact, NightDuty, Shelter
from linli.safety.emergencies.rules import calling

OUTSIDE = ("office", "utility")


@dataclass(frozen=True)
class Listed:
    """A line of the tree as it is typed in."""

    kind: str
    duty: str
    name: str = ""
    phone: str = ""
    office_phone: str = ""
    told: bool = False
    agreed_on: date | None = None
    caller: Contact | None = None
    stand_in: Contact | None = None


@action("emergencies.list_contact", needs="emergencies.keep")
def list_contact(act: Act, community: Place, *, listed: Listed) -> Contact:
    """Puts a line on the call tree."""
    contact = Contact(community=community)
    _fill(contact, listed, local_day(act.at))
    contact.save(force_insert=True)
    act.note(duty=contact.duty)
    return contact


@action("emergencies.alter_contact", needs="emergencies.keep")
def alter_contact(
    act: Act, contact: Contact, *, listed: Listed, seen: int | None = None
) -> Contact:
    """Changes a line of the tree."""
    contact = fresh(contact, seen)
    _fill(contact, listed, local_day(act.at))
    contact.save()
    act.note(duty=contact.duty)
    return contact


@action("emergencies.withdraw_contact", needs="emergencies.keep")
def withdraw_contact(act: Act, contact: Contact) -> Contact:
    """Takes a line off the tree, its name and number with it; whom it called is called by who
    called it. Not while a night to come or a shelter counts on it."""
    contact = locked(contact)
    standing(contact)
    here, on = contact.community_id, local_day(act.at)
    at_night = Q(first=contact) | Q(second=contact)
    counted_on = (
        NightDuty.objects.filter(at_night, community=here, on__gte=on).count()
        + Shelter.objects.filter(
            community=here, opened_by=contact, withdrawn_at__isnull=True
        ).count()
    )  # fmt: skip
    require(calling.nothing_counts_on_it(counted_on))
    contact.calls.update(caller=contact.caller_id)
    Contact.objects.filter(community=contact.community_id, stand_in=contact).update(stand_in=None)
    contact.name = contact.phone = ""
    if contact.agreed_on:
        contact.office_phone, contact.told, contact.agreed_on = "", False, None
    contact.withdrawn_at, contact.version = act.at, contact.version + 1
    contact.save()
    act.note(duty=contact.duty)
    return contact


@action("emergencies.begin_call_test", needs="emergencies.keep")
def begin_call_test(act: Act, community: Place) -> CallTest:
    """Begins a test of the tree. One at a time."""
    hold_community(community)
    lines = lines_to_call(community).count()
    require(Finding(lines > 0, "emergencies.tree_has_lines"))
    open_one = CallTest.objects.filter(community=community, ended_at__isnull=True)
    require(Finding(not open_one.exists(), "emergencies.one_call_test"))
    act.note(count=lines)
    return CallTest.objects.create(
        community=community, begun_at=act.at, by_id=act.by.account, lines=lines
    )


@action("emergencies.note_call", needs="emergencies.keep")
def note_call(act: Act, test: CallTest, *, contact: Contact, result: str) -> CallResult:
    """Notes what became of one call; of two who note the same, the later corrects."""
    test = locked(test)
    require(Finding(test.ended_at is None, "emergencies.call_test_open"))
    require(Finding(contact.withdrawn_at is None, "emergencies.row_stands"))
    row, _made = CallResult.objects.update_or_create(
        community_id=test.community_id, test=test, contact=contact,
        defaults={"result": result, "at": act.at},
    )  # fmt: skip
    act.note(duty=contact.duty, result=str(row.get_result_display()))
    return row


@action("emergencies.end_call_test", needs="emergencies.keep")
def end_call_test(act: Act, test: CallTest) -> CallTest:
    """Ends a test of which every line has its result. Numbers that are wrong are told to who
    keeps the tree."""
    test = locked(test)
    require(Finding(test.ended_at is None, "emergencies.call_test_open"))
    results = test.results.exclude(contact__kind__in=OUTSIDE)
    left = lines_to_call(test.community_id).exclude(pk__in=results.values("contact")).count()
    require(calling.all_called(left))
    test.ended_at, test.lines = act.at, results.count()
    test.save(update_fields=["ended_at", "lines"])
    reached = results.filter(result__in=("reached", "stand_in")).count()
    if test.results.filter(result="wrong").exists():
        act.tell("emergencies.wrong_numbers", post="worker")
    act.note(reached=reached, count=test.lines)
    return test


@action("emergencies.drop_call_test", needs="emergencies.keep")
def drop_call_test(act: Act, test: CallTest) -> Place:
    """Drops a test that is not carried on, with what was noted; the quarter's is still to come."""
    test = locked(test)
    require(Finding(test.ended_at is None, "emergencies.call_test_open"))
    community: Place = test.community
    test.delete()
    return community


@action("emergencies.set_night", needs="emergencies.keep")
def set_night(
    act: Act, community: Place, *, on: date, first: Contact, second: Contact | None = None,
    seen: int | None = None,
) -> NightDuty:  # fmt: skip
    """Says who has a night, and who takes over. One that is set already is changed only by who
    looked at it."""
    require(calling.night_of_two(first.pk, second.pk if second else None))
    row: Any = NightDuty.objects.filter(community=community, on=on).first()
    if row is None:
        row = NightDuty(community=community, on=on)
        require(Finding(not seen, "emergencies.row_fresh"))
    else:
        require(Finding(seen is not None, "emergencies.night_is_set"))
        row = fresh(row, seen)
    row.first, row.second = first, second
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused(Finding(False, "emergencies.row_fresh")) from error
    act.note(on=in_words(on))
    return row


def lines_to_call(community: Any) -> Any:
    """The lines a test calls: people of the house, not offices outside it."""
    rows = Contact.objects.filter(community=community, withdrawn_at__isnull=True)
    return rows.exclude(kind__in=OUTSIDE)


def _fill(contact: Contact, listed: Listed, on: date) -> None:
    require(calling.has_way(listed.phone, listed.office_phone))
    require(calling.shows_own_number(listed.told, listed.office_phone))
    if listed.told:
        require(calling.number_may_be_told(listed.office_phone, listed.agreed_on, on))
    rows = Contact.objects.filter(community=contact.community_id).select_for_update()
    callers = dict(rows.values_list("pk", "caller_id"))
    caller = listed.caller.pk if listed.caller else None
    require(calling.no_circle(callers, contact.pk, caller))
    own = listed.stand_in is not None and listed.stand_in.pk == contact.pk
    require(Finding(not own, "emergencies.night_of_two"))
    contact.kind, contact.duty = listed.kind, told(listed.duty, contact.community_id)
    contact.name, contact.phone = listed.name.strip(), listed.phone.strip()
    contact.office_phone, contact.told = listed.office_phone.strip(), listed.told
    contact.agreed_on = listed.agreed_on
    contact.caller, contact.stand_in = listed.caller, listed.stand_in
