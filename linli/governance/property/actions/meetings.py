"""Owners' assemblies, what they resolve, and the meeting of the three parties."""

from datetime import date, datetime

from linli.core.audit.door import Act, action, may
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.governance.property import law, rules
from linli.governance.property.actions.estates import WORKER
from linli.governance.property.actions.saying import fresh, said, tell_parties, told
from linli.governance.property.gatherings import KIND, MEMBERS
from linli.governance.property.models import (
    AgreedPoint,
    Estate,
    OwnersAssembly,
    Resolution,
    ThreeParties,
)
from linli.governance.property.sentences.clocks import POINT_TITLE
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.gathering import actions as steps
from linli.mechanisms.gathering.actions import Business, Member

POINT = "property_point"


@action("property.note_assembly", needs="property.announce")
def note_assembly(
    act: Act, estate: Estate, *, kind: str, title: str, noticed_on: date, meets_on: date,
    told_on: date | None = None, asked: int | None = None, owners: int | None = None,
) -> OwnersAssembly:  # fmt: skip
    """An assembly of the owners was announced: early enough, and the residents' committee told,
    which hears of it with this act unless it enters itself since when it knows (`told_on`). An
    extraordinary one stands on enough owners who asked for it."""
    today = local_day(act.at)
    if told_on is None or not may("property.see_desk", act.by, estate):
        told_on = today
    require(rules.contracts.notice_not_ahead(max(noticed_on, told_on), today))
    days = law.number("assembly_notice", estate.community, noticed_on)
    require(rules.meeting.noticed_in_time(noticed_on, meets_on, days=days))
    require(rules.meeting.committee_told(told_on, meets_on, days=days))
    if kind == "extraordinary":
        share = law.share("extraordinary_share", estate.community, noticed_on)
        require(rules.meeting.forces_extraordinary(asked or 0, owners or 0, share))
    row = OwnersAssembly.objects.create(
        community_id=estate.community_id, estate=estate, kind=kind, noticed_on=noticed_on,
        title=told(title, estate.community_id), told_on=told_on, meets_on=meets_on, asked=asked,
        owners=owners,
    )  # fmt: skip
    act.note(estate=estate.name, day=meets_on.isoformat())
    act.tell("property.assembly_noticed", post="director", estate=estate.name, day=meets_on)
    return row


@action("property.receive_resolution", needs="property.keep")
def receive_resolution(
    act: Act, estate: Estate, *, by_whom: str, title: str, decided_on: date, received_on: date,
    posted_on: date | None = None,
) -> Resolution:  # fmt: skip
    """The residents' committee has received a resolution of the owners (regulation, art. 20)."""
    return write_resolution(
        act, estate, by_whom=by_whom, title=title, decided_on=decided_on,
        received_on=received_on, posted_on=posted_on,
    )  # fmt: skip


def write_resolution(
    act: Act, estate: Estate, *, by_whom: str, title: str, decided_on: date, received_on: date,
    posted_on: date | None = None,
) -> Resolution:  # fmt: skip
    """The same as a step of another act: a vote of the owners that is over."""
    today = local_day(act.at)
    require(rules.contracts.notice_not_ahead(received_on, today))
    holds = decided_on <= received_on and (posted_on is None or decided_on <= posted_on <= today)
    require(Finding(holds, "property.received_after"))
    row = Resolution.objects.create(
        community_id=estate.community_id, estate=estate, by=by_whom, decided_on=decided_on,
        title=told(title, estate.community_id), posted_on=posted_on, received_on=received_on,
        received_by_id=act.by.account,
    )  # fmt: skip
    act.note(estate=estate.name, day=decided_on.isoformat())
    return row


@action("property.call_three_parties", needs="property.keep")
def call_three_parties(
    act: Act, estate: Estate, *, venue: str, starts_at: datetime, agenda: list[str]
) -> ThreeParties:
    """The residents' committee asks the owners' committee and the firm to one table; both are
    told, also a firm under notice."""
    items = [told(each, estate.community_id) for each in agenda if each.strip()]
    gathering = steps.prepare(
        act, estate.community, kind=KIND, title=estate.name, venue=told(venue, estate.community_id),
        called_by=str(estate.community), starts_at=starts_at, place=estate.place,
        agenda=[Business(each[:120]) for each in items],
    )  # fmt: skip
    steps.expect(act, gathering, [Member(str(title), code) for code, title in MEMBERS])
    steps.call(act, gathering)
    row = ThreeParties.objects.create(
        community_id=estate.community_id, estate=estate, gathering=gathering
    )
    act.note(estate=estate.name, items=len(items))
    tell_parties(act, estate, "property.three_called", day=local_day(starts_at))
    return row


@action("property.hold_three_parties", needs="property.keep")
def hold_three_parties(act: Act, meeting: ThreeParties) -> ThreeParties:
    """It was held; what was agreed is entered next."""
    require(
        Finding(
            local_day(meeting.gathering.starts_at) <= local_day(act.at), "property.day_has_come"
        )
    )
    steps.open_gathering(act, meeting.gathering, chair="")
    meeting.gathering.refresh_from_db()
    steps.close_gathering(act, meeting.gathering)
    act.note(estate=meeting.estate.name)
    return meeting


@action("property.agree_point", needs="property.keep")
def agree_point(
    act: Act, meeting: ThreeParties, *, what: str, side: str, due_on: date
) -> AgreedPoint:
    """Something was agreed: who does it, by when. What the committee does is its task."""
    held_on = _held_on(meeting)
    require(said(what))
    require(Finding(due_on >= held_on, "property.due_after"))
    point = AgreedPoint.objects.create(
        community_id=meeting.community_id, meeting=meeting, what=told(what, meeting.community_id),
        side=side, due_on=due_on,
    )  # fmt: skip
    clocks.start(
        act, point, POINT, length=max((due_on - local_day(act.at)).days, 1), unit="days",
        title=in_both(POINT_TITLE), holder=_holder(meeting, side), weekend_rolls=False,
        url_name="property:meeting", url_args={"meeting_id": meeting.pk},
    )  # fmt: skip
    act.note(estate=meeting.estate.name, side=in_both(dict(AgreedPoint.SIDES)[side]))
    return point


@action("property.deliver_point", needs="property.tell_point")
def deliver_point(
    act: Act, point: AgreedPoint, *, on: date, told_words: str, seen: int | None = None
) -> AgreedPoint:
    """It was done on that day; whether in time is told, too. Each side tells of its own points,
    the residents' committee, which keeps the record, of all."""
    require(said(told_words))
    point = fresh(point, seen)
    today = local_day(act.at)
    require(Finding(point.done_on is None, "property.point_open"))
    began = _held_on(point.meeting)
    require(Finding(began <= on <= today, "property.due_after"))
    point.done_on, point.told = on, told(told_words, point.community_id)
    point.version += 1
    point.save(update_fields=["done_on", "told", "version"])
    clocks.settle(act, point, POINT)
    late = rules.meeting.point_kept(point.due_on, on, today) == "late"
    act.note(estate=point.meeting.estate.name, late=late)
    return point


def _held_on(meeting: ThreeParties) -> date:
    """The day it was held; refused where it has not been."""
    held = meeting.gathering.closed_at
    require(Finding(held is not None, "property.meeting_held"))
    assert held is not None
    return local_day(held)


def _holder(meeting: ThreeParties, side: str) -> Holder:
    if side == "provider":
        contract = meeting.estate.contracts.filter(
            state__in=("running", "indefinite", "notice", "staying")
        ).first()
        if contract is not None:
            return Holder(post="property_manager", body=contract.body_id)
    return WORKER
