"""What time does among neighbours: a claim that was not kept lapses, a note that hung long enough
comes down, whoever has a thing is reminded, what was said in confidence is deleted, and minutes
expire, told long before. Safe to run twice."""

from datetime import datetime, timedelta
from typing import Any

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.volunteering.actions.expiring import expire_time, tell_expiry
from linli.service.volunteering.actions.lending import (
    forget_loan,
    forget_note,
    forget_report,
    remind_of_loan,
    run_out_note,
)
from linli.service.volunteering.actions.wishes import forget_wish, release_wish, run_out_wish
from linli.service.volunteering.flows import LOAN, NOTE, WISH
from linli.service.volunteering.models import (
    Loan,
    NeighbourNote,
    NoteReport,
    TimeNotice,
    TimeScheme,
    Wish,
    WishClaim,
)
from linli.service.volunteering.queries.exchange import members_of, would_expire
from linli.service.volunteering.rules import exchange, lending

AT_ONCE = 200
WHY = "time runs everywhere"
SLACK = 15
"""Days in which what expires is told, should the house have been off for some of them."""
OVER_WISHES = ("met", *(name for name, state in WISH.states.items() if not state.open))
"""A wish that was met is as good as over: nobody has to thank for it to be forgotten."""
OVER_LOANS = tuple(name for name, state in LOAN.states.items() if not state.open)
NOTES_DOWN = tuple(name for name, state in NOTE.states.items() if not state.open)


def run(at: datetime) -> int:
    """Does what is due; says of how many."""
    steps = (
        _lapse_claims,
        _end_wishes,
        _take_down_notes,
        _remind,
        _forget,
        _tell_expiries,
        _expire,
    )
    return sum(step(at) for step in steps)


def _lapse_claims(at: datetime) -> int:
    rows = WishClaim.objects.across_communities(WHY).filter(
        holds_until__lt=local_day(at), wish__state="claimed"
    )
    found = rows.select_related("wish__community", "wish__claim").order_by("holds_until")
    return _each(found, lambda claim: release_wish(claim.wish, by=the_clock(), at=at))


def _end_wishes(at: datetime) -> int:
    rows = Wish.objects.across_communities(WHY).filter(state__in=("returned", "published"))
    found = rows.select_related("community").order_by("state_since")[:AT_ONCE]
    due = [each for each in found if _long_enough("volunteering.wish_shown_days", each, at)]
    return _each(due, lambda wish: run_out_wish(wish, by=the_clock(), at=at))


def _take_down_notes(at: datetime) -> int:
    rows = NeighbourNote.objects.across_communities(WHY).filter(
        state="up", shown_until__lt=local_day(at)
    )
    found = rows.select_related("community").order_by("shown_until")
    return _each(found, lambda note: run_out_note(note, by=the_clock(), at=at))


def _remind(at: datetime) -> int:
    today = local_day(at)
    rows = Loan.objects.across_communities(WHY).filter(
        state="out", reminded_on__isnull=True, due_on__lte=today + timedelta(days=1)
    )
    found = rows.select_related("community", "note").order_by("due_on")
    due = [
        loan
        for loan in found[:AT_ONCE]
        if loan.due_on is not None and lending.reminded_on(loan.due_on) <= today
    ]
    return _each(due, lambda loan: remind_of_loan(loan, by=the_clock(), at=at))


def _forget(at: datetime) -> int:
    wishes = Wish.objects.across_communities(WHY).filter(
        state__in=OVER_WISHES, forgotten_on__isnull=True
    )
    loans = Loan.objects.across_communities(WHY).filter(
        state__in=OVER_LOANS, forgotten_on__isnull=True
    )
    running = Loan.objects.across_communities(WHY).exclude(state__in=OVER_LOANS)
    notes = NeighbourNote.objects.across_communities(WHY).filter(
        state__in=NOTES_DOWN, forgotten_on__isnull=True
    )
    notes = notes.exclude(pk__in=running.values("note"))
    reports = NoteReport.objects.across_communities(WHY).filter(answered_at__isnull=False)
    done = 0
    for rows, since, forget in (
        (wishes, "state_since", forget_wish), (loans, "state_since", forget_loan),
        (notes, "state_since", forget_note), (reports, "answered_at", forget_report),
    ):  # fmt: skip
        found = rows.select_related("community").order_by(since)[:AT_ONCE]
        due = [each for each in found
               if _long_enough("volunteering.neighbours_kept_days", each, at, since)]  # fmt: skip
        done += _each(due, lambda row, forget=forget: forget(row, by=the_clock(), at=at))
    return done


def _long_enough(rule: str, row: Any, at: datetime, since: str = "state_since") -> bool:
    today = local_day(at)
    days = number_laid_down(rule, row.community, today)
    return today > local_day(getattr(row, since)) + timedelta(days=days)


def _tell_expiries(at: datetime) -> int:
    """Once a day for each scheme: what would expire changes with the day, not with the minute."""
    today, done = local_day(at), 0
    schemes = TimeScheme.objects.across_communities(WHY).filter(on=True)
    due = schemes.exclude(expiry_looked_on__gte=today)
    for scheme in due.select_related("community", "book"):
        ahead = number_laid_down("volunteering.expiry_told_days", scheme.community, today)
        for settles in exchange.settling_days(today, ahead // 28 + 2):
            near = not exchange.tells_in_time(today, settles, ahead + SLACK + 1)
            if not (near and exchange.tells_in_time(today, settles, ahead)):
                continue
            told = TimeNotice.objects.filter(community=scheme.community_id, settles_on=settles)
            rows = members_of(scheme).filter(held__balance__gt=0)
            old = [each for each in rows.exclude(pk__in=told.values("member"))
                   if would_expire(each, settles)]  # fmt: skip
            done += _each(old, lambda each, on=settles: tell_expiry(
                each, settles_on=on, by=the_clock(), at=at), most=len(old))  # fmt: skip
        scheme.expiry_looked_on = today
        scheme.save(update_fields=["expiry_looked_on"])
    return done


def _expire(at: datetime) -> int:
    rows = TimeNotice.objects.across_communities(WHY).filter(
        settled_at__isnull=True, settles_on__lte=local_day(at)
    )
    found = rows.select_related(
        "member__scheme__book", "member__scheme__pot", "member__held", "member__community"
    ).order_by("settles_on")
    return _each(found, lambda notice: expire_time(notice, by=the_clock(), at=at))


def _each(rows: Any, do: Any, most: int = AT_ONCE) -> int:
    """Each in an act of its own; what somebody settled meanwhile is left as it is."""
    done = 0
    for row in rows[:most]:
        try:
            do(row)
        except Refused:
            continue
        done += 1
    return done
