"""What time does to seasons, loans and offers. Safe to run twice."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.culture.facilities.actions.forgetting import forget_kept
from linli.culture.facilities.actions.lending import lapse_loan, remind_loan
from linli.culture.facilities.actions.season_turns import lapse_slot
from linli.culture.facilities.models import Loan, Offer, SeasonTurn, SeasonWish
from linli.culture.facilities.rules.keeping import reminds_on
from linli.lib.calendar import local_day
from linli.lib.law import Refused

AT_ONCE = 200
EVERYWHERE = "time runs everywhere"
OVER = ("returned", "lost", "cancelled", "lapsed")


def pass_time(at: datetime) -> int:
    """Lets lapse what nobody answered or came for, reminds of what is due back, blanks what is
    long over; says how much."""
    on = local_day(at)
    turns: Any = SeasonTurn.objects.across_communities(EVERYWHERE)
    late = turns.filter(state=SeasonTurn.OFFERED, answer_by__lt=at)
    loans: Any = Loan.objects.across_communities(EVERYWHERE)
    kept = loans.filter(state="ready", keep_until__lt=on)
    done = sum(
        _carried(lapse_slot, turn, at)
        for turn in late.select_related("slot__facility", "wish", "season")[:AT_ONCE]
    )
    done += sum(
        _carried(lapse_loan, loan, at) for loan in kept.select_related("item__community")[:AT_ONCE]
    )
    return done + _remind(loans, at) + _forget(at)


def _remind(loans: Any, at: datetime) -> int:
    on, done = local_day(at), 0
    lent = loans.filter(state="lent").exclude(reminded_on=on)
    for place in _places(lent):
        before = number_laid_down("facilities.loan_remind_before", place, on)
        every = number_laid_down("facilities.loan_late_every", place, on)
        near = lent.filter(community=place, due_on__lte=on + timedelta(days=before))
        for loan in near.select_related("item").order_by("due_on")[:AT_ONCE]:
            if reminds_on(loan.due_on, on, loan.reminded_on, before, every):
                done += _carried(remind_loan, loan, at)
    return done


def _forget(at: datetime) -> int:
    on, done = local_day(at), 0
    named = ~Q(name="") | ~Q(phone="") | Q(account__isnull=False)
    for model, over in (
        (Loan, lambda last: Q(state__in=OVER, ended_on__lt=last)),
        (SeasonWish, lambda last: Q(season__until__lt=last) | Q(withdrawn_at__date__lt=last)),
        (Offer, lambda last: Q(withdrawn_at__date__lt=last)),
    ):
        rows: Any = model.objects.across_communities(EVERYWHERE)
        for place in _places(rows.filter(named, over(on))):
            days = number_laid_down("facilities.contact_kept", place, on)
            old = rows.filter(named, over(on - timedelta(days=days)), community=place)
            found = list(old[:AT_ONCE])
            if found:
                done += forget_kept(place, rows=found, by=the_clock(), at=at)
    return done


def _places(rows: Any) -> Any:
    keys = set(rows.order_by().values_list("community_id", flat=True).distinct())
    return Place.objects.filter(pk__in=keys)


def _carried(act: Any, row: Any, at: datetime) -> int:
    try:
        act(row, by=the_clock(), at=at)
    except Refused:
        return 0  # answered or brought back a moment ago
    return 1
