"""Consultation days: announced, called off; a number taken, given, given back, forgotten."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.urls import reverse

from linli.core.audit.door import Act, action
from linli.core.messages.models import Message
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.casework.models import ConsultationDay, ConsultationNumber
from linli.service.casework.rules import rights as rules


@action("casework.announce_consultation", needs="casework.arrange_consultations")
def announce_consultation(
    act: Act,
    community: Any,
    *,
    on: date,
    opens: time,
    closes: time,
    where: str,
    adviser: str,
    adviser_kind: str,
    verified_how: str,
    numbers: int,
) -> ConsultationDay:
    """Announces a day on which somebody advises, whose licence or letter was looked at."""
    require(rules.ahead(on, local_day(act.at)))
    require(rules.adviser_verified(verified_how))
    require(rules.hours_in_order(opens, closes))
    row = ConsultationDay(
        community=community,
        on=on,
        opens=opens,
        closes=closes,
        where=where.strip(),
        adviser=adviser.strip(),
        adviser_kind=adviser_kind,
        verified_how=verified_how.strip(),
        numbers=numbers,
        announced_at=act.at,
    )
    row.save(force_insert=True)
    return row


@action("casework.call_off_consultation", needs="casework.arrange_consultations")
def call_off_consultation(act: Act, day: ConsultationDay) -> ConsultationDay:
    """Nobody comes that day. Who has taken a number is told, and nobody else; told as of something
    closed, for whoever reads along must not learn who wanted advice."""
    require(rules.day_is_held(day.called_off_at is not None, day.on, local_day(act.at)))
    day.called_off_at = act.at
    day.save(update_fields=["called_off_at"])
    rows = ConsultationNumber.objects.filter(community=day.community_id, day=day)
    for account in rows.exclude(account=None).values_list("account", flat=True):
        act.tell("casework.consultation_off", account=account)
    act.keep_closed()
    return day


@action("casework.take_number", needs="casework.take_number")
def take_number(act: Act, day: ConsultationDay) -> ConsultationNumber:
    """A number, for oneself. Nothing is said of what it is about."""
    assert act.by.account is not None  # whoever holds the permission has signed in
    day = _locked(day)
    rows = ConsultationNumber.objects.filter(community=day.community_id, day=day)
    require(rules.one_number_each(rows.filter(account=act.by.account).exists()))
    act.leave_out_who()  # who had which number is gone some days after, from the book as well
    return _next_number(act, day, account=act.by.account)


@action("casework.give_number", needs="casework.arrange_consultations")
def give_number(act: Act, day: ConsultationDay) -> ConsultationNumber:
    """A number for somebody at the counter or on the telephone: no name is written down."""
    return _next_number(act, _locked(day), account=None)


@action("casework.give_number_back", needs="casework.take_number")
def give_number_back(act: Act, day: ConsultationDay) -> None:
    """One's own number, given back; it is given to the next."""
    rows = ConsultationNumber.objects.filter(
        community=day.community_id, day=day, account=act.by.account
    )
    require(Finding(rows.delete()[0] > 0, "casework.number_of_ones_own"))
    _told_off(day).filter(account=act.by.account).delete()
    act.leave_out_who()
    act.keep_closed()


@action("casework.forget_numbers", needs="casework.end_by_itself")
def forget_numbers(act: Act, day: ConsultationDay) -> None:
    """The day is some days past: who had taken which number is gone, and what they were told."""
    kept = number_laid_down("rights.numbers_kept", day.community, local_day(act.at))
    require(rules.numbers_ripe(day.on + timedelta(days=kept), local_day(act.at)))
    ConsultationNumber.objects.filter(community=day.community_id, day=day).delete()
    _told_off(day).delete()
    act.keep_closed()


def _next_number(act: Act, day: ConsultationDay, *, account: Any) -> ConsultationNumber:
    require(rules.day_is_held(day.called_off_at is not None, day.on, local_day(act.at)))
    rows = ConsultationNumber.objects.filter(community=day.community_id, day=day)
    require(rules.number_free(rows.count(), day.numbers))
    taken = set(rows.values_list("number", flat=True))
    number = next(each for each in range(1, day.numbers + 1) if each not in taken)
    row = ConsultationNumber(
        community_id=day.community_id, day=day, number=number, account_id=account
    )
    row.save(force_insert=True)
    act.keep_closed()
    return row


def _told_off(day: ConsultationDay) -> Any:
    """What those with a number were told when the day was called off. It says nothing of the day
    itself, and is known by its moment and by where it leads; none where the day was held."""
    if day.called_off_at is None:
        return Message.objects.none()
    leads_to = reverse("casework:consultations", args=[day.community.code])
    return Message.objects.filter(
        community=day.community_id, url=leads_to, created_at=day.called_off_at
    )


def _locked(day: ConsultationDay) -> ConsultationDay:
    row: Any = ConsultationDay.objects.select_for_update().get(
        community=day.community_id, pk=day.pk
    )
    found: ConsultationDay = row
    return found


def ripe_days(at: datetime) -> list[ConsultationDay]:
    """The days past whose numbers are still there. The clock asks this of every community."""
    rows = ConsultationDay.objects.across_communities("time passes everywhere").filter(
        on__lt=local_day(at), taken__isnull=False
    )
    return list(rows.select_related("community").distinct())
