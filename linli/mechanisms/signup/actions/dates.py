"""Dates of a sheet: added, moved, called off. Inside an act of the domain."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Max

from linli.core.audit.door import Act
from linli.lib.law import Finding, require
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.actions.line import locked
from linli.mechanisms.signup.actions.telling import tell_everyone
from linli.mechanisms.signup.models import Occasion, Sheet


def add_occasions(
    act: Act, sheet: Sheet, spans: Iterable[tuple[datetime, datetime]], *, venue: str = ""
) -> list[Occasion]:
    """Adds dates, each from one moment until another."""
    sheet = locked(sheet)
    last = sheet.occasions.aggregate(last=Max("number"))["last"] or 0
    added = Occasion.objects.bulk_create(
        [
            Occasion(
                community_id=sheet.community_id,
                sheet=sheet,
                number=number,
                starts_at=starts,
                ends_at=ends,
                venue=venue,
                changed_at=act.at,
            )
            for number, (starts, ends) in enumerate(spans, last + 1)
        ],
        batch_size=500,
    )
    settle_by_dates(sheet)
    return added


def call_off(
    act: Act, sheet: Sheet, occasions: Sequence[Occasion], *, reason: str
) -> list[Occasion]:
    """Calls dates off, however many, and tells everybody once. What has begun or is called off
    already is left as it is. Gives the dates that fall out."""
    require(Finding(bool(reason.strip()), "signup.reason_given"))
    sheet = locked(sheet)
    keys = [each.pk for each in occasions]
    gone = _fall_out(act, sheet, sheet.occasions.filter(pk__in=keys, starts_at__gt=act.at), reason)
    require(Finding(bool(gone), "signup.dates_to_come"))
    tell_everyone(act, sheet, "called_off", words=reason, count=len(gone), day=gone[0].starts_at)
    return gone


def move_occasion(
    act: Act,
    occasion: Occasion,
    *,
    starts_at: datetime,
    ends_at: datetime,
    venue: str = "",
    words: str = "",
) -> Occasion:
    """Moves one date to another time or place, and tells everybody once."""
    sheet = locked(occasion.sheet)
    found = sheet.occasions.get(pk=occasion.pk)
    require(Finding(found.state == rules.PLANNED, "signup.dates_to_come"))
    require(Finding(ends_at > starts_at, "signup.ends_after_start"))
    before = found.starts_at
    found.starts_at, found.ends_at, found.venue = starts_at, ends_at, venue or found.venue
    found.sequence, found.changed_at = found.sequence + 1, act.at
    found.save()
    found.sheet = sheet
    settle_by_dates(sheet)
    tell_everyone(
        act, sheet, "moved", words=words, before=before, starts_at=starts_at, venue=found.venue
    )
    return found


def call_off_all(act: Act, sheet: Sheet, reason: str) -> list[Occasion]:
    """Every date that is not over falls out, without a word to anybody: who cancels the whole
    sheet tells them of that."""
    return _fall_out(act, sheet, sheet.occasions.filter(ends_at__gt=act.at), reason)


def settle_by_dates(sheet: Sheet) -> None:
    """Keeps when the last date ends: a year after that the names go, also those that came since
    they went before."""
    last = sheet.occasions.aggregate(last=Max("ends_at"))["last"]
    if last is not None:
        sheet.settled_at, sheet.forgotten_at = last, None
        rows = Sheet.objects.filter(community=sheet.community_id, pk=sheet.pk)
        rows.update(settled_at=last, forgotten_at=None)


def _fall_out(act: Act, sheet: Sheet, rows: Iterable[Occasion], reason: str) -> list[Occasion]:
    gone = [each for each in rows if each.state == rules.PLANNED]
    for each in gone:
        each.state, each.called_off_for = rules.CALLED_OFF, reason.strip()[:400]
        each.sequence, each.changed_at = each.sequence + 1, act.at
    fields = ["state", "called_off_for", "sequence", "changed_at"]
    Occasion.objects.filter(community=sheet.community_id).bulk_update(gone, fields, batch_size=200)
    return gone
