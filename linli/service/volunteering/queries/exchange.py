"""Time: the scheme, its members, what they hold, what waits, and totals for everybody."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet, Sum
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.places.laid_down import floor_laid_down, number_laid_down
from linli.mechanisms.ledger.models import Account, Entry, Line, Turnover
from linli.service.volunteering.models import (
    TimeCheque,
    TimeDeed,
    TimeMember,
    TimeScheme,
)
from linli.service.volunteering.rules import exchange as rules

HELP = ("help", "cheque", "abroad")
A_YEAR = timedelta(days=365)
NEEDED = ("community", "scheme__book", "scheme__pot", "scheme__let_go", "held")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a member may owe (`least`, not more than nothing) and hold, in minutes."""

    least: int
    most: int
    at_once: int

    @property
    def owed(self) -> int:
        """How much may be owed, as a number of minutes."""
        return -self.least


@dataclass(frozen=True, slots=True)
class Totals:
    """What everybody reads: totals, and those only from so many members on (`floor`), of help only
    from as many times on; the pot as it stood on the first of the month."""

    told: bool
    floor: int
    members: int = 0
    minutes: int | None = None
    times: int | None = None
    pot: int = 0


def scheme_of(community: Any) -> TimeScheme | None:
    """The scheme of a community, on or off; nothing where it never was on."""
    rows = TimeScheme.objects.filter(community=community)
    found: TimeScheme | None = rows.select_related("community", "book", "pot", "let_go").first()
    return found


def scheme_or_404(community: Any) -> TimeScheme:
    found = scheme_of(community)
    if found is None:
        raise Http404
    return found


def limits_of(community: Any, on: date) -> Limits:
    """The limits of a day, in minutes."""
    return Limits(
        -60 * number_laid_down("volunteering.exchange_least", community, on),
        60 * number_laid_down("volunteering.exchange_most", community, on),
        60 * number_laid_down("volunteering.exchange_at_once", community, on),
    )


def members_of(scheme: TimeScheme) -> QuerySet[TimeMember]:
    """Who is in, by number; for the desk."""
    rows = TimeMember.objects.filter(community=scheme.community_id, scheme=scheme)
    return rows.filter(left_on__isnull=True).select_related(*NEEDED).order_by("number")


def member_numbered(scheme: TimeScheme, number: int) -> TimeMember | None:
    """The member of that number who is in."""
    found: TimeMember | None = members_of(scheme).filter(number=number).first()
    return found


def own_membership(actor: Actor, community: Any) -> TimeMember | None:
    """One's own, while one is in."""
    if actor.account is None:
        return None
    rows = TimeMember.objects.filter(community=community, account=actor.account)
    found: TimeMember | None = rows.filter(left_on__isnull=True).select_related(*NEEDED).first()
    return found


def member_for(actor: Actor, community: Any, key: UUID) -> TimeMember:
    """A member, for themselves and for the desk (Http404)."""
    rows = TimeMember.objects.filter(community=community, pk=key).select_related(*NEEDED)
    found = rows.first()
    if found is None or not may("volunteering.own_time", actor, found):
        raise Http404
    return found


def last_member(scheme: TimeScheme) -> int:
    rows = TimeMember.objects.filter(community=scheme.community_id, scheme=scheme)
    return rows.aggregate(last=Max("number"))["last"] or 0


def last_cheque(community: Any) -> int:
    rows = TimeCheque.objects.filter(community=community)
    return rows.aggregate(last=Max("number"))["last"] or 0


def deeds_of(member: TimeMember) -> QuerySet[TimeDeed]:
    """What a member gave and was given, the latest first."""
    either = Q(giver=member) | Q(receiver=member)
    rows = TimeDeed.objects.filter(either, community=member.community_id)
    return rows.select_related("giver", "receiver", "entry").order_by("-written_at", "-id")


def deeds_waiting_for(member: TimeMember) -> list[TimeDeed]:
    """What the other wrote down and this member has not answered."""
    rows = TimeDeed.objects.filter(community=member.community_id, waits_for=member)
    return list(rows.filter(state="waiting").select_related("giver", "receiver").order_by("id"))


def deeds_at_desk(scheme: TimeScheme) -> QuerySet[TimeDeed]:
    """Everything that moved minutes, for the desk."""
    rows = TimeDeed.objects.filter(community=scheme.community_id, scheme=scheme)
    return rows.select_related("giver", "receiver", "entry")


def deed_for(actor: Actor, community: Any, key: UUID) -> TimeDeed:
    """A deed, for the one it waits for and for the desk (Http404)."""
    rows = TimeDeed.objects.filter(community=community, pk=key)
    found = rows.select_related(
        "community", "scheme__book", "giver__held", "receiver__held", "waits_for", "entry__book"
    ).first()
    if found is None or not may("volunteering.own_time", actor, found):
        raise Http404
    return found


def cheques_of(member: TimeMember, book: UUID | None = None) -> list[TimeCheque]:
    """The slips of a member, or of one of their cheque books."""
    rows = TimeCheque.objects.filter(community=member.community_id, member=member)
    if book is not None:
        rows = rows.filter(book_of=book)
    return list(rows.order_by("-number" if book is None else "number")[:100])


def cheque_for(actor: Actor, community: Any, key: UUID) -> TimeCheque:
    """A slip, for its member and for the desk (Http404)."""
    rows = TimeCheque.objects.filter(community=community, pk=key)
    found = rows.select_related("community", "member__scheme__book").first()
    if found is None or not may("volunteering.own_time", actor, found):
        raise Http404
    return found


def balance_now(account: Account) -> int:
    """What an account holds, read anew."""
    rows = Account.objects.filter(community=account.community_id, pk=account.pk)
    return rows.values_list("balance", flat=True).get()


def credited_since(account: Account, day: date) -> int:
    """What came to an account from a first of a month on; of what was taken back neither half, so
    that nothing old becomes fresh by a mistake put right."""
    rows = Turnover.objects.filter(community=account.community_id, account=account)
    rows = rows.filter(grain="month", first__gte=day)
    came = rows.aggregate(came=Sum("credit"))["came"] or 0
    here = {"community": account.community_id}
    back = Entry.objects.filter(**here, book=account.book_id, reverses__isnull=False)
    pairs = Q(entry__in=back.values("pk")) | Q(entry__in=back.values("reverses"))
    lines = Line.objects.filter(pairs, **here, credit=account, day__gte=day)
    return came - (lines.aggregate(back=Sum("amount"))["back"] or 0)


def waiting_of(member: TimeMember, since: datetime) -> int:
    """How many helps a member wrote down wait for the other, or were not confirmed since then."""
    rows = TimeDeed.objects.filter(
        Q(giver=member) | Q(receiver=member), community=member.community_id, kind="help"
    ).exclude(waits_for=member)
    return rows.filter(Q(state="waiting") | Q(state="declined", settled_at__gt=since)).count()


def would_expire(member: TimeMember, settles: date) -> int:
    """What would expire on a first of a month if nothing moved until then."""
    months = number_laid_down("volunteering.exchange_months", member.community, settles)
    since = rules.months_before(settles, months)
    return rules.expired(balance_now(member.held), credited_since(member.held, since))


def totals_of(scheme: TimeScheme, community: Any, on: date) -> Totals:
    """Totals for everybody; nothing below the floor, and nobody's rank above it."""
    floor = floor_laid_down(community, on)
    members = members_of(scheme).count()
    if members < floor:
        return Totals(False, floor)
    rows = TimeDeed.objects.filter(
        community=scheme.community_id, scheme=scheme, state="entered", kind__in=HELP,
        on__gt=on - A_YEAR,
    )  # fmt: skip
    pot, times = rules.told_pot(_at_month_start(scheme.pot, on)), rows.count()
    if times < floor:
        return Totals(True, floor, members, pot=pot)
    minutes = rows.aggregate(sum=Sum("minutes"))["sum"] or 0
    return Totals(True, floor, members, minutes, times, pot)


def _at_month_start(account: Account, on: date) -> int:
    rows = Turnover.objects.filter(community=account.community_id, account=account, grain="month")
    moved = rows.filter(first__gte=on.replace(day=1)).aggregate(
        credit=Sum("credit"), debit=Sum("debit")
    )
    return balance_now(account) - (moved["credit"] or 0) + (moved["debit"] or 0)
