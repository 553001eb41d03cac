"""When a person is forgotten, what volunteering holds about them goes as well; hours stay as
numbers of nobody."""

from datetime import datetime
from typing import Any

from linli.core.access.models import Account
from linli.core.audit.actor import the_clock
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.service.volunteering.actions.exchange import leave
from linli.service.volunteering.actions.lending import (
    fall_away_loan,
    forget_loan,
    forget_note,
    run_out_note,
)
from linli.service.volunteering.actions.wishes import forget_wish, release_wish, run_out_wish
from linli.service.volunteering.flows import OPEN_WISHES
from linli.service.volunteering.models import (
    Loan,
    NeighbourNote,
    NoteReport,
    Receiver,
    RoundStop,
    Team,
    Thanks,
    TimeDeed,
    TimeMember,
    Volunteer,
    Wish,
    WishClaim,
)


@when_forgotten
def blank_volunteers(person: Person, at: datetime) -> None:
    """Their line loses every word; they lead no team; rounds no longer lead to them."""
    here = person.community_id
    for row in Volunteer.objects.filter(community=here, person=person):
        Team.objects.filter(community=here, leader=row).update(leader=None)
        Thanks.objects.filter(community=here, volunteer=row).delete()
        for cover in row.covers.all():
            cover.delete()
        row.skills, row.times, row.person, row.account, row.team = [], [], None, None, None
        row.national_number = row.guardian = row.guardian_phone = ""
        row.known_at = row.known_by = None
        row.withdrawn_at = row.withdrawn_at or at
        row.save()
    for receiver in Receiver.objects.filter(community=here, person=person):
        receiver.person, receiver.note = None, ""
        receiver.ended_at = receiver.ended_at or at
        receiver.save()
        stops = RoundStop.objects.filter(community=here, receiver=receiver)
        stops.exclude(settled_for="").update(settled_for="")


# Wishes, things lent among neighbours, time exchange: by the accounts of the person.


@when_forgotten
def blank_neighbours(person: Person, at: datetime) -> None:
    """Their wishes and notes come down and lose every word, a promise of theirs is let go, who
    they are to a neighbour is deleted, and their membership is settled."""
    for account in Account.objects.filter(person=person):
        theirs = {"community": person.community_id, "account": account}
        _blank_wishes(theirs, at)
        _blank_notes(theirs, at)
        _settle_time(theirs, at)


def _blank_wishes(theirs: dict[str, Any], at: datetime) -> None:
    now: dict[str, Any] = {"by": the_clock(), "at": at}
    for wish in Wish.objects.filter(**theirs).select_related("community"):
        if wish.state in OPEN_WISHES:
            run_out_wish(wish, **now)
        forget_wish(wish, **now)
    for claim in WishClaim.objects.filter(**theirs).select_related("wish__community"):
        if claim.wish.state == "claimed":
            release_wish(claim.wish, **now)
        else:
            claim.name, claim.contact, claim.account = "", "", None
            claim.save()


def _blank_notes(theirs: dict[str, Any], at: datetime) -> None:
    now: dict[str, Any] = {"by": the_clock(), "at": at}
    for note in NeighbourNote.objects.filter(**theirs).select_related("community"):
        if note.state == "up":
            run_out_note(note, **now)
        mine = {"community": theirs["community"], "note": note}
        for loan in Loan.objects.filter(**mine, state="agreed").select_related("note"):
            fall_away_loan(loan, **now)
        for loan in Loan.objects.filter(**mine).exclude(owner_contact=""):
            loan.owner_contact = ""
            loan.save(update_fields=["owner_contact"])
        forget_note(note, **now)
        NeighbourNote.objects.filter(community=theirs["community"], pk=note.pk).update(account=None)
    for loan in Loan.objects.filter(**theirs).select_related("note", "community"):
        if loan.state in ("asked", "agreed"):
            fall_away_loan(loan, **now)
        forget_loan(loan, **now)
        Loan.objects.filter(community=theirs["community"], pk=loan.pk).update(account=None)
    reports = NoteReport.objects.filter(**theirs)
    reports.filter(answered_at__isnull=False).delete()
    reports.update(account=None)


def _settle_time(theirs: dict[str, Any], at: datetime) -> None:
    for member in TimeMember.objects.filter(**theirs).select_related("scheme__book"):
        if member.is_in:
            leave(member, by=the_clock(), at=at)
        member.account, member.name = None, ""
        member.save(update_fields=["account", "name"])
    deeds = TimeDeed.objects.filter(community=theirs["community"], written_by=theirs["account"])
    deeds.update(written_by=None)
