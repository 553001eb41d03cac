"""Shifts with their dates, their gaps, and who serves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.lib.calendar import SHANGHAI
from linli.mechanisms.signup.models import Sheet, SignUp
from linli.mechanisms.signup.rules import CALLED_OFF, CAME, CANCELLED, HOLDING, LIVE, OFFERED
from linli.service.volunteering.models import Gap, GapCall, ServiceRecord, Shift, Volunteer


def shifts_in(community: Any) -> "QuerySet[Shift]":
    """Shifts with call, sheet and date, in the order of their beginning."""
    return (
        Shift.objects.filter(community=community)
        .select_related("call__team__leader", "sheet", "occasion", "community")
        .order_by("occasion__starts_at", "pk")
    )


def shift_of_sheet(sheet: Sheet) -> Shift:
    """The shift a sheet is of."""
    return shifts_in(sheet.community_id).get(sheet=sheet)


def shift_in(community: Any, shift_id: UUID) -> Shift:
    """One shift. Raises Http404."""
    shift = shifts_in(community).filter(pk=shift_id).first()
    if shift is None:
        raise Http404
    return shift


def shift_by_sheet(community: Any, sheet_id: UUID) -> Shift:
    """The shift of a sheet's id. Raises Http404."""
    shift = shifts_in(community).filter(sheet=sheet_id).first()
    if shift is None:
        raise Http404
    return shift


def coming_shifts(
    community: Any, at: datetime, calls: Iterable[Any], most: int = 60
) -> list[Shift]:
    """Shifts of these calls that are not over, the next first."""
    rows = shifts_in(community).filter(call__in=list(calls), occasion__ends_at__gt=at)
    return list(rows.exclude(occasion__state=CALLED_OFF)[:most])


@dataclass(frozen=True)
class Day:
    """One day of the rota."""

    on: date
    shifts: list[Shift]

    def gaps(self, at: datetime) -> int:
        """How many places are still free on shifts that are not over."""
        return sum(
            each.sheet.left or 0
            for each in self.shifts
            if each.occasion.state != CALLED_OFF and each.occasion.ends_at > at
        )


def week_of(community: Any, monday: date) -> list[Day]:
    """The seven days of a week with their shifts."""
    since = datetime.combine(monday, time(), tzinfo=SHANGHAI)
    rows = list(
        shifts_in(community).filter(
            occasion__starts_at__gte=since, occasion__starts_at__lt=since + timedelta(days=7)
        )
    )
    days = [monday + timedelta(days=number) for number in range(7)]
    return [
        Day(on, [row for row in rows if row.occasion.starts_at.astimezone(SHANGHAI).date() == on])
        for on in days
    ]


def day_of(community: Any, on: date) -> Day:
    """One day of the rota."""
    since = datetime.combine(on, time(), tzinfo=SHANGHAI)
    rows = shifts_in(community).filter(
        occasion__starts_at__gte=since, occasion__starts_at__lt=since + timedelta(days=1)
    )
    return Day(on, list(rows))


def to_confirm(community: Any, at: datetime, most: int = 100) -> list[Shift]:
    """Shifts that are over and whose hours nobody confirmed, the oldest first."""
    rows = shifts_in(community).filter(
        Q(sheet__taken__gt=0) | Q(occasion__late_names__gt=0),
        occasion__ends_at__lte=at,
        confirmed_at__isnull=True,
    )
    return list(rows.exclude(occasion__state=CALLED_OFF)[:most])


@dataclass(frozen=True)
class Serving:
    """Somebody on a shift: the entry, and their line as a volunteer."""

    signup: SignUp
    volunteer: Volunteer | None


def serving_on(shift: Shift) -> list[Serving]:
    """Who holds a place on a shift, or came without having signed; in the order of signing."""
    here = shift.community_id
    rows = list(
        SignUp.objects.filter(community=here, sheet=shift.sheet_id, state__in=(*HOLDING, CAME))
        .select_related("person", "account")
        .order_by("number")
    )
    persons = [row.person_id for row in rows if row.person_id]
    # Also one who withdrew meanwhile: what they did is theirs to prove.
    found = Volunteer.objects.filter(community=here, person__in=persons)
    lines = {each.person_id: each for each in found.order_by("registered_at")}
    return [Serving(row, lines.get(row.person_id)) for row in rows]


def is_off(shift: Shift) -> bool:
    """Whether it was called off."""
    return shift.sheet.state == CANCELLED or shift.occasion.state == CALLED_OFF


def to_be_confirmed(shift: Shift) -> list[Serving]:
    """Who was on a shift and has no hours of it yet: a place that was only offered is none."""
    recorded = set(
        ServiceRecord.objects.filter(
            community=shift.community_id, shift=shift, corrects__isnull=True
        ).values_list("volunteer__person", flat=True)
    )
    return [
        each
        for each in serving_on(shift)
        if each.signup.state != OFFERED
        and each.volunteer is not None
        and each.volunteer.person_id not in recorded
    ]


def is_unrecorded(shift: Shift) -> bool:
    """Whether hours of a shift that is over can be confirmed, for the first time or of those who
    were forgotten."""
    if is_off(shift):
        return False
    return shift.confirmed_at is None or bool(to_be_confirmed(shift))


def open_gaps(community: Any, shifts: Sequence[Shift]) -> dict[Any, Gap]:
    """The gaps that stand open on these shifts."""
    rows = Gap.objects.filter(community=community, shift__in=shifts, closed_at__isnull=True)
    return {row.shift_id: row for row in rows}


def gap_calls(gap: Gap) -> list[GapCall]:
    """Who must be rung because of a gap, those not reached yet first."""
    rows = GapCall.objects.filter(community=gap.community_id, gap=gap)
    found = rows.select_related("volunteer__person").order_by("done_at", "pk")
    return sorted(found, key=lambda each: each.result in ("comes", "declines"))


def own_entry(actor: Actor, shift: Shift) -> SignUp | None:
    """The reader's own entry on a shift, while it stands."""
    if not actor.signed_in:
        return None
    rows = SignUp.objects.filter(
        community=shift.community_id, sheet=shift.sheet_id, state__in=LIVE
    ).select_related("sheet")
    if actor.person is not None:
        return rows.filter(person=actor.person).first()
    return rows.filter(account=actor.account).first()


@dataclass(frozen=True)
class OwnShift:
    """A shift of one's own."""

    signup: SignUp
    shift: Shift


def own_shifts(actor: Actor, community: Any, at: datetime, most: int = 60) -> list[OwnShift]:
    """The reader's shifts that are not over, the next first: the entry with its shift."""
    if actor.person is None:
        return []
    entries = SignUp.objects.filter(
        community=community, person=actor.person, state__in=LIVE
    ).select_related("sheet")
    by_sheet = {each.sheet_id: each for each in entries}
    rows = shifts_in(community).filter(sheet__in=list(by_sheet), occasion__ends_at__gt=at)
    found = rows.exclude(occasion__state=CALLED_OFF)[:most]
    return [OwnShift(by_sheet[row.sheet_id], row) for row in found]


def takes_names(shift: Shift, at: datetime) -> bool:
    """Whether names are still put down."""
    return (
        shift.sheet.state == "open"
        and shift.occasion.ends_at > at
        and shift.occasion.state != CALLED_OFF
    )


def gap_call_in(community: Any, call_id: UUID) -> GapCall:
    """One call to be made because of a gap. Raises Http404."""
    rows = GapCall.objects.filter(community=community, pk=call_id)
    row = rows.select_related("gap__shift__sheet", "volunteer__person").first()
    if row is None:
        raise Http404
    return row
