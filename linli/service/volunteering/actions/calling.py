"""A call is drafted, published complete, closed; its shifts are laid out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.clocks.queries.days import work_calendar
from linli.core.places.held import held
from linli.core.places.models import Place
from linli.lib.calendar import DayKind
from linli.lib.calendar.series import Series
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding, Findings, require
from linli.mechanisms.signup import actions as signup
from linli.mechanisms.signup.rules import CALLED_OFF, CANCELLED
from linli.service.volunteering.actions.rechecking import recheck_call
from linli.service.volunteering.actions.wording import told_to_all
from linli.service.volunteering.kinds import SHIFT
from linli.service.volunteering.models import Gap, Shift, VolunteerCall
from linli.service.volunteering.queries.calls import office_phone_of
from linli.service.volunteering.rules import calls

TOLD = ("title", "content", "venue", "when_told", "hazard", "contact")
FIELDS = (
    *TOLD, "kind", "served", "dangerous", "insured", "training", "skill", "age_from", "age_to",
    "minors", "contact_phone", "team",
)  # fmt: skip


@action("volunteering.draft_call", needs="volunteering.keep")
def draft_call(act: Act, community: Place, *, said: Mapping[str, Any]) -> VolunteerCall:
    """Writes a call that nobody reads yet."""
    call = VolunteerCall(community=community)
    _fill(call, said).save(force_insert=True)
    act.note(title=call.title)
    return call


@action("volunteering.change_call", needs="volunteering.keep")
def change_call(
    act: Act, call: VolunteerCall, *, said: Mapping[str, Any], seen: int | None = None
) -> VolunteerCall:
    """Changes a call. One that is open must stay complete."""
    call = _held(call, seen)
    require(Finding(call.state != "closed", "volunteering.call_stands"))
    _fill(call, said)
    if call.state == "open":
        _require_all(completeness_of(call))
    call.version += 1
    call.save()
    if call.state == "open":
        recheck_call(act, call)
    act.note(title=call.title)
    return call


@action("volunteering.publish_call", needs="volunteering.keep")
def publish_call(act: Act, call: VolunteerCall, *, seen: int | None = None) -> VolunteerCall:
    """Publishes a call, if it says all that must be said before anybody signs."""
    call = _held(call, seen)
    require(Finding(call.state == "draft", "volunteering.call_is_draft"))
    _require_all(completeness_of(call))
    call.state, call.published_at, call.version = "open", act.at, call.version + 1
    call.save()
    for shift in Shift.objects.filter(community=call.community_id, call=call):
        if shift.sheet.state == "draft":
            signup.open_up(act, shift.sheet)
    act.note(title=call.title)
    return call


@action("volunteering.close_call", needs="volunteering.keep")
def close_call(act: Act, call: VolunteerCall, *, seen: int | None = None) -> VolunteerCall:
    """Ends a call: no further names. Shifts somebody is on go on."""
    call = _held(call, seen)
    require(Finding(call.state == "open", "volunteering.call_stands"))
    call.state, call.closed_at, call.version = "closed", act.at, call.version + 1
    call.save()
    for shift in Shift.objects.filter(community=call.community_id, call=call):
        if shift.sheet.state == "open":
            signup.close(act, shift.sheet)
    act.note(title=call.title)
    return call


@dataclass(frozen=True)
class Planned:
    """Shifts to be laid out: when they come round, how many are wanted, where and how long a
    place that became free is kept for whoever waits."""

    series: Series
    needed: int
    venue: str = ""
    offer_hours: int = 4


@action("volunteering.plan_shifts", needs="volunteering.keep")
def plan_shifts(act: Act, call: VolunteerCall, *, planned: Planned) -> list[Shift]:
    """Lays out a shift, or a rota of them: each date has its own list, so that everybody says yes
    to each turn by themselves."""
    call = _held(call, None)  # whether it is open counts now, not when it was read
    require(Finding(call.state != "closed", "volunteering.call_stands"))
    require(Finding(planned.needed > 0, "volunteering.somebody_wanted"))
    calendar = work_calendar(call.community_id)

    def is_holiday(on: date) -> bool:
        return calendar.days.get(on) is DayKind.HOLIDAY

    spans = [each for each in planned.series.spans(is_holiday) if each[0] > act.at]
    require(Finding(bool(spans), "volunteering.shifts_to_come"))
    rota = new_id() if len(spans) > 1 else None
    venue = told_to_all(planned.venue) or call.venue
    shifts = [_lay_out(act, call, planned, span, venue, rota) for span in spans]
    act.note(title=call.title, count=len(shifts))
    return shifts


def _lay_out(
    act: Act, call: VolunteerCall, planned: Planned, span: Any, venue: str, rota: Any
) -> Shift:
    sheet = signup.lay_out(
        act, call.community, kind=SHIFT, title=call.title, seats=planned.needed,
        most_each=1, offer_hours=planned.offer_hours, closes_at=span[1],
    )  # fmt: skip
    (occasion,) = signup.add_occasions(act, sheet, [span], venue=venue)
    if call.state == "open":
        sheet = signup.open_up(act, sheet)
    return Shift.objects.create(
        community_id=call.community_id,
        call=call,
        sheet=sheet,
        occasion=occasion,
        kind=call.kind,
        rota=rota,
    )


@action("volunteering.call_off_shift", needs="volunteering.keep")
def call_off_shift(act: Act, shift: Shift, *, reason: str, rest: bool = False) -> list[Shift]:
    """Calls a shift off, or with it every later one of its rota; whoever signed is told once."""
    reason = told_to_all(reason)
    rows = [shift]
    if rest and shift.rota is not None:
        rows = list(
            Shift.objects.filter(
                community=shift.community_id,
                rota=shift.rota,
                occasion__starts_at__gte=shift.occasion.starts_at,
            ).select_related("sheet", "occasion")
        )
    gone = [
        each
        for each in rows
        if each.sheet.state != CANCELLED
        and each.occasion.state != CALLED_OFF
        and each.occasion.starts_at > act.at
    ]
    require(Finding(bool(gone), "volunteering.shifts_to_come"))
    for each in gone:
        signup.cancel_sheet(act, each.sheet, reason=reason)
    Gap.objects.filter(community=shift.community_id, shift__in=gone, closed_at__isnull=True).update(
        closed_at=act.at
    )
    act.note(title=shift.call.title, count=len(gone))
    return gone


def completeness_of(call: VolunteerCall) -> Findings:
    """Whether the call says all that must be said."""
    said = calls.Said(
        content=call.content,
        venue=call.venue,
        when_told=call.when_told,
        served=call.served,
        hazard=call.hazard,
        contact=call.contact,
        contact_phone=call.contact_phone,
        dangerous=call.dangerous,
        insured=call.insured,
        training=call.training,
        minors=call.minors,
    )
    return calls.may_publish(said)


def _fill(call: VolunteerCall, said: Mapping[str, Any]) -> VolunteerCall:
    assert set(said) <= set(FIELDS), set(said) - set(FIELDS)
    for name, value in said.items():
        setattr(call, name, told_to_all(value) if name in TOLD else value)
    if call.contact_phone:
        require(calls.office_number(call.contact_phone, office_phone_of(call.community_id)))
    low, high = call.age_from, call.age_to
    ordered = low is None or high is None or low <= high
    require(Finding(ordered, "volunteering.ages_ordered"))
    return call


def _held(call: VolunteerCall, seen: int | None) -> VolunteerCall:
    return held(call, seen, "volunteering.call_fresh")


def _require_all(findings: Sequence[Finding] | Findings) -> None:
    for each in findings:
        require(each)
