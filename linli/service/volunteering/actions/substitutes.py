"""Somebody cannot come: whoever waits is offered the place; where nobody waits, everybody who
fits is asked at once, and the first to say yes has it."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from linli.core.audit.actor import the_clock
from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.signup import actions as signup
from linli.mechanisms.signup.models import Sheet, SignUp
from linli.mechanisms.signup.rules import CLOSED, IN, OPEN, WAITING
from linli.service.volunteering import words
from linli.service.volunteering.kinds import OwnYes
from linli.service.volunteering.models import Gap, GapCall, Shift, Volunteer
from linli.service.volunteering.queries.fitness import (
    candidate_of,
    findings_for,
    fit_volunteers,
    own_volunteer,
    serves_elsewhere,
    volunteer_of,
)
from linli.service.volunteering.queries.shifts import is_off, shift_of_sheet
from linli.service.volunteering.queries.volunteers import lock_lines
from linli.service.volunteering.rules.fitness import OF_AGE, serves_once


@action("volunteering.cannot_come", needs="volunteering.cannot_come")
def cannot_come(act: Act, entry: SignUp) -> SignUp:
    """ "I cannot come", in one tap and without a reason, up to the last minute of the shift."""
    gone = signup.leave(entry, by=act.by, at=act.at)
    fill_gap(gone.sheet, at=act.at, freed=gone.seats)
    return gone


def fill_gap(sheet: Sheet, *, at: datetime, freed: int = 1) -> Gap | None:
    """Asks everybody who fits, once for each gap, where a place of a shift is free, nobody waits
    for it, and the shift is not over. After any act that frees a place (`freed`: how many). A
    gap that stands open although the shift was full until now is an old one, and over. Where the
    call takes no further names those who fit are rung instead: a tap puts nobody down there."""
    shift = shift_of_sheet(sheet)
    sheet = shift.sheet
    over = shift.occasion.ends_at <= at or is_off(shift)
    waits = SignUp.objects.filter(community=shift.community_id, sheet=sheet, state=WAITING).exists()
    if over or sheet.state not in (OPEN, CLOSED) or waits or not sheet.left:
        return None
    if sheet.left <= freed:
        # One that was opened at this moment is of this very act.
        _open_gaps_of(shift).filter(opened_at__lt=at).update(closed_at=at)
    # An act of its own: what follows from an act in another room tells nobody anything by itself.
    gap = _open_gaps_of(shift).first()
    return gap or seek_substitutes(shift, by=the_clock(), at=at)


@action("volunteering.seek_substitutes", needs="volunteering.forget")
def seek_substitutes(act: Act, shift: Shift) -> Gap:
    """Everybody who fits is asked at once; whoever gets no messages is to be rung."""
    gap = Gap.objects.create(community_id=shift.community_id, shift=shift, opened_at=act.at)
    told = 0
    for each in fit_volunteers(shift):
        if each.account_id is not None and shift.sheet.state == OPEN:
            told += 1
            act.tell(
                "volunteering.substitute_wanted",
                account=each.account_id,
                title=shift.call.title,
                starts_at=shift.occasion.starts_at,
            )
        else:
            GapCall.objects.create(community_id=gap.community_id, gap=gap, volunteer=each)
    act.tell(
        "volunteering.gap",
        post="worker",
        title=shift.call.title,
        starts_at=shift.occasion.starts_at,
    )
    gap.told = told
    gap.save(update_fields=["told"])
    act.note(title=shift.call.title, count=told)
    return gap


@action("volunteering.step_in", needs="volunteering.register")
def step_in(act: Act, shift: Shift, *, may_wait: bool = False) -> SignUp:
    """Says yes to a shift. Where somebody was a moment faster one is told so, and waits for
    nothing unless one wished to (`may_wait`)."""
    volunteer = own_volunteer(act.by, shift.community_id)
    require(Finding(volunteer is not None, "volunteering.is_registered"))
    assert volunteer is not None
    entry = _take(act, shift, volunteer, via="web", may_wait=may_wait)
    close_where_full(act, shift)
    round_ = shift.kind in words.ROUND_KINDS and volunteer.known_at is None
    if round_ and entry.state == IN:
        act.subject = shift
        act.tell(
            "volunteering.ask_known",
            post="worker",
            title=shift.call.title,
            starts_at=shift.occasion.starts_at,
        )
    return entry


@action("volunteering.say_yes_for", needs="volunteering.keep")
def say_yes_for(act: Act, shift: Shift, *, volunteer: Volunteer, said_yes: bool) -> SignUp:
    """Puts somebody down who said yes by telephone or in person, and who is told of it where
    they have an account. Without their own yes nobody is put on a shift."""
    require(Finding(said_yes, "volunteering.own_yes", cites=("volunteering.25", "volunteering.40")))
    entry = _take(act, shift, volunteer, via="phone")
    close_where_full(act, shift)
    if volunteer.account_id is not None:
        act.subject = shift
        act.tell(
            "volunteering.put_down",
            account=volunteer.account_id,
            title=shift.call.title,
            starts_at=shift.occasion.starts_at,
        )
    act.about = volunteer.person_id
    return entry


@action("volunteering.note_call", needs="volunteering.keep")
def note_call(act: Act, call: GapCall, *, result: str) -> GapCall:
    """What came of ringing somebody because of a gap. A yes puts them on the shift."""
    require(Finding(result in dict(GapCall.RESULTS), "volunteering.result_said"))
    shift = call.gap.shift
    call = GapCall.objects.select_for_update().get(community=call.community_id, pk=call.pk)
    require(Finding(call.result not in ("comes", "declines"), "volunteering.rung_once"))
    if result == "comes":
        say_yes_for(
            shift_of_sheet(shift.sheet), volunteer=call.volunteer, said_yes=True,
            by=act.by, at=act.at,
        )  # fmt: skip
    call.result, call.done_at, call.by_id = result, act.at, act.by.account
    call.save()
    act.about = call.volunteer.person_id
    act.note(result=str(call.get_result_display()))
    return call


def _take(
    act: Act, shift: Shift, volunteer: Volunteer, *, via: str, may_wait: bool = False
) -> SignUp:
    # The line is locked before it is looked at, so that of two only one finds the place free.
    sheet: Any = Sheet.objects.select_for_update().get(
        community=shift.community_id, pk=shift.sheet_id
    )
    lock_lines(shift.community_id, [volunteer])  # nor on two shifts of one hour
    findings = findings_for(shift, volunteer)
    for each in findings:
        require(each)
    free = sheet.left is None or sheet.left > 0
    require(Finding(free or may_wait, "volunteering.place_free"))
    who = applicant_of(volunteer, shift.occasion.starts_at)
    return signup.sign_up(sheet, who=who, via=via, by=act.by, at=act.at)


def applicant_of(volunteer: Volunteer, starts_at: datetime) -> OwnYes:
    """A volunteer as the sheet takes them. For somebody under age the guardian who agreed stands
    beside them, and the entry is the person's, not their account's."""
    candidate = candidate_of(volunteer, local_day(starts_at))
    minor = candidate.age is not None and candidate.age < OF_AGE
    return OwnYes(
        "",
        person=volunteer.person,
        account=None if minor else volunteer.account,
        guardian=volunteer.guardian if minor else "",
        guardian_phone=volunteer.guardian_phone if minor else "",
        guardian_way=volunteer.guardian_way if minor else "",
    )


def close_where_full(act: Act, shift: Shift) -> None:
    """Nobody is sought any more once no place is free."""
    sheet = Sheet.objects.get(community=shift.community_id, pk=shift.sheet_id)
    if sheet.left == 0:
        _open_gaps_of(shift).update(closed_at=act.at)


def place_taken(act: Act, entry: SignUp) -> None:
    """A place was taken through the pages of the sheet: the gap is closed where it was the last,
    and nobody takes two places at one hour."""
    shift = shift_of_sheet(entry.sheet)
    line = volunteer_of(shift.community_id, entry.person_id, entry.account_id)
    if entry.state == IN and line is not None:
        require(serves_once(serves_elsewhere(shift, line)))
    close_where_full(act, shift)


def _open_gaps_of(shift: Shift) -> "QuerySet[Gap]":
    return Gap.objects.filter(community=shift.community_id, shift=shift, closed_at__isnull=True)
