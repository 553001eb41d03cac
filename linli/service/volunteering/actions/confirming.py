"""Hours are confirmed by the coordinator after the shift, and mended by further rows."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Sum

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.volunteering.actions.certificates import revoke_for_correction
from linli.service.volunteering.actions.wording import judged, told_to_all
from linli.service.volunteering.models import ServiceRecord, Shift
from linli.service.volunteering.queries.hours import counted_elsewhere
from linli.service.volunteering.queries.shifts import Serving, is_off, to_be_confirmed
from linli.service.volunteering.queries.volunteers import lock_lines
from linli.service.volunteering.rules import hours


@action("volunteering.confirm_hours", needs="volunteering.keep")
def confirm_hours(
    act: Act, shift: Shift, *, minutes: Mapping[UUID, int], evaluation: str
) -> list[ServiceRecord]:
    """Confirms who served on a shift and how long, all at once. `minutes`: by entry, nothing for
    who did not come. The hours go into the record; nobody confirms their own. Who was forgotten
    is added by confirming once more: what was recorded stays."""
    row = Shift.objects.select_for_update().get(community=shift.community_id, pk=shift.pk)
    require(hours.is_over(shift.occasion.ends_at, act.at))
    shift.sheet.refresh_from_db()
    shift.occasion.refresh_from_db()
    require(hours.took_place(not is_off(shift)))
    begun_from = number_laid_down("volunteering.begun_from", shift.community, local_day(act.at))
    lasted, records, open_ = shift.occasion.minutes, [], to_be_confirmed(shift)
    lock_lines(shift.community_id, [each.volunteer for each in open_ if each.volunteer])
    for each in open_:
        spent = minutes.get(each.signup.pk, 0)
        require(hours.not_longer(spent, lasted))
        if each.volunteer is None or not spent:
            continue
        record = _record(act, shift, each, spent, evaluation, begun_from)
        if record is not None:
            records.append(record)
    require(Finding(row.confirmed_at is None or bool(records), "volunteering.confirmed_once"))
    if row.confirmed_at is None:
        row.confirmed_at, row.confirmed_by_id = act.at, act.by.account
        row.save(update_fields=["confirmed_at", "confirmed_by"])
    shift.confirmed_at = row.confirmed_at
    act.note(title=shift.call.title, count=len(records))
    return records


def _record(
    act: Act, shift: Shift, each: Serving, spent: int, evaluation: str, begun_from: int
) -> ServiceRecord | None:
    volunteer = each.volunteer
    assert volunteer is not None
    own = act.by.person is not None and act.by.person == volunteer.person_id
    require(hours.another_confirms(own or act.by.account == volunteer.account_id))
    counted = hours.half_hours_of(spent, begun_from=begun_from)
    if counted == 0:
        return None  # they came, and stayed for less than what counts
    require(hours.counted_once(not counted_elsewhere(shift, volunteer)))
    call, venue = shift.call, shift.occasion.venue
    record = ServiceRecord.objects.create(
        community_id=shift.community_id,
        volunteer=volunteer,
        shift=shift,
        activity=call.title,
        place=venue if venue and judged(venue) else call.venue,
        served=call.served,
        content=shift.kind,
        on=local_day(shift.occasion.starts_at),
        minutes=spent,
        half_hours=counted,
        training=call.training,
        evaluation=evaluation,
        at=act.at,
        by=act.by.account,
    )
    if volunteer.account_id is not None:
        act.tell("volunteering.hours_confirmed", account=volunteer.account_id, title=call.title)
    return record


@action("volunteering.correct_hours", needs="volunteering.keep")
def correct_hours(
    act: Act, record: ServiceRecord, *, half_hours: int, reason: str
) -> ServiceRecord:
    """Mends one service by a further row: what it becomes, and why. Certificates that counted it
    no longer hold, and their volunteer is told."""
    require(Finding(record.corrects_id is None, "volunteering.first_row_mended"))
    # The shift is the lock of all its rows: they themselves can never be written again.
    Shift.objects.select_for_update().get(community=record.community_id, pk=record.shift_id)
    volunteer = record.volunteer
    lock_lines(record.community_id, [volunteer])
    own = act.by.person is not None and act.by.person == volunteer.person_id
    require(hours.another_confirms(own or act.by.account == volunteer.account_id))
    held = held_by(record)
    reason = told_to_all(reason)
    require(hours.correction_holds(held, half_hours, reason))
    require(Finding(half_hours <= 48, "volunteering.within_a_day"))
    row = ServiceRecord.objects.create(
        community_id=record.community_id,
        volunteer=volunteer,
        shift_id=record.shift_id,
        corrects=record,
        activity=record.activity,
        place=record.place,
        served=record.served,
        content=record.content,
        on=record.on,
        minutes=record.minutes,
        half_hours=half_hours - held,
        training=record.training,
        evaluation=record.evaluation,
        reason=reason,
        at=act.at,
        by=act.by.account,
    )
    revoke_for_correction(act, volunteer, record.on)
    if volunteer.account_id is not None:
        act.tell(
            "volunteering.hours_corrected", account=volunteer.account_id, title=record.activity
        )
    act.about = volunteer.person_id
    act.note(before=_told(held), after=_told(half_hours))
    return row


def held_by(record: ServiceRecord) -> int:
    """The half hours of one service with its corrections."""
    more: Any = ServiceRecord.objects.filter(
        community=record.community_id, corrects=record
    ).aggregate(sum=Sum("half_hours"))["sum"]
    return record.half_hours + (more or 0)


def _told(half_hours: int) -> str:
    return f"{half_hours / 2:g}"
