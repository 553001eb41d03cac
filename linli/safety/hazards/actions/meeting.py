"""The monthly safety meeting: prepared, called, opened, closed; what it wants done, by whom, by
when. Door, floor and minutes are the gathering's own."""

from collections.abc import Sequence
from datetime import date, datetime

from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.gathering import actions as gathering_steps
from linli.mechanisms.gathering.actions import Business
from linli.safety.hazards.gatherings import MEETING
from linli.safety.hazards.models import MeetingPoint, SafetyMeeting
from linli.safety.hazards.words import told

LONGEST = 120
ASKED = ("director", "deputy_director", "committee_member", "worker", "property_manager")
"""Whoever is told of a safety meeting by post; others are asked by the committee as it does."""


@action("hazards.call_meeting", needs="hazards.keep_meeting")
def call_meeting(
    act: Act, community: Place, *, title: str, venue: str, starts_at: datetime,
    agenda: Sequence[str], called_by: str,
) -> SafetyMeeting:  # fmt: skip
    """Calls the monthly meeting with what is to be spoken of; who keeps the community safe in a
    post, and the property managers, are told when."""
    lines = [told(each, community) for each in agenda if each.strip()]
    longest = max(map(len, lines), default=0)
    require(Finding(longest <= LONGEST, "hazards.agenda_short", numbers={"most": LONGEST}))
    items = [Business(each) for each in lines]
    gathering = gathering_steps.prepare(
        act, community, kind=MEETING, title=told(title, community), called_by=called_by,
        venue=told(venue, community), starts_at=starts_at, agenda=items,
    )  # fmt: skip
    gathering_steps.call(act, gathering)
    for post in ASKED:
        act.tell("hazards.meeting_called", post=post, when=starts_at, title=gathering.title)
    return SafetyMeeting.objects.create(community=community, gathering=gathering)


@action("hazards.cancel_meeting", needs="hazards.keep_meeting")
def cancel_meeting(act: Act, meeting: SafetyMeeting, *, reason: str) -> SafetyMeeting:
    """It is called off before it has begun; whoever was told of it is told why."""
    words = told(reason, meeting.community_id)
    gathering = gathering_steps.cancel(act, meeting.gathering, reason=words)
    for post in ASKED:
        act.tell("hazards.meeting_cancelled", post=post, reason=words, title=gathering.title)
    return meeting


@action("hazards.open_meeting", needs="hazards.keep_meeting")
def open_meeting(act: Act, meeting: SafetyMeeting, *, chair: str) -> SafetyMeeting:
    """It begins."""
    gathering_steps.open_gathering(act, meeting.gathering, chair=chair)
    return meeting


@action("hazards.close_meeting", needs="hazards.keep_meeting")
def close_meeting(act: Act, meeting: SafetyMeeting) -> SafetyMeeting:
    """It is over; the minutes can be signed."""
    gathering_steps.close_gathering(act, meeting.gathering)
    return meeting


@action("hazards.add_meeting_point", needs="hazards.keep_meeting")
def add_meeting_point(
    act: Act, meeting: SafetyMeeting, *, what: str, owner: str, due_on: date
) -> MeetingPoint:
    """What is to be done: by which body or post, by when."""
    began = meeting.gathering.state in ("open", "closed", "minuted")
    require(Finding(began, "hazards.meeting_began"))
    key = meeting.community_id
    return MeetingPoint.objects.create(
        community_id=key, meeting=meeting, what=told(what, key), owner=told(owner, key),
        due_on=due_on,
    )  # fmt: skip


@action("hazards.settle_point", needs="hazards.keep_meeting")
def settle_point(act: Act, point: MeetingPoint, *, outcome: str) -> MeetingPoint:
    """It is done, and how."""
    point = locked(point)
    require(Finding(point.done_on is None, "hazards.point_settled_once"))
    point.done_on, point.outcome = local_day(act.at), told(outcome, point.community_id)
    point.version += 1
    point.save(update_fields=["done_on", "outcome", "version"])
    return point
