"""A joint meeting is planned, called, held; what is promised there is written down as pledges."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from linli.core.access.queries import bodies_of
from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.gathering import actions as gathering_steps
from linli.mechanisms.gathering.actions import Business, Member
from linli.partners.organisations.actions.unit_lists import tell_unit
from linli.partners.organisations.gatherings_units import DELEGATE, JOINT
from linli.partners.organisations.models import AskedUnit, JointMeeting, ResidentUnit
from linli.partners.organisations.rules import units as rules

LONGEST_ITEM = 120


@action("organisations.plan_joint_meeting", needs="organisations.keep_joint_meeting")
def plan_joint_meeting(
    act: Act,
    community: Place,
    *,
    title: str,
    venue: str,
    starts_at: datetime,
    agenda: Sequence[str],
    asked: Mapping[ResidentUnit, str],
) -> JointMeeting:
    """Prepares a joint meeting; nobody is told yet. `agenda`: what is discussed, from the open
    needs and projects; `asked`: which units send a delegate, and because of which matter."""
    require(rules.public_words(title, venue, *agenda, *asked.values()))
    gathering = gathering_steps.prepare(
        act,
        community,
        kind=JOINT,
        title=title.strip(),
        called_by=_caller(community, act.at),
        venue=venue.strip(),
        starts_at=starts_at,
        agenda=_business(agenda),
    )
    meeting = JointMeeting.objects.create(community=community, gathering=gathering)
    _ask(meeting, asked)
    return meeting


@action("organisations.change_joint_meeting", needs="organisations.keep_joint_meeting")
def change_joint_meeting(
    act: Act,
    meeting: JointMeeting,
    *,
    title: str,
    venue: str,
    starts_at: datetime,
    agenda: Sequence[str],
    asked: Mapping[ResidentUnit, str],
) -> JointMeeting:
    """Changes the plan before anybody was told."""
    require(rules.public_words(title, venue, *agenda, *asked.values()))
    gathering_steps.set_meeting(
        act, meeting.gathering, title=title.strip(), venue=venue.strip(), starts_at=starts_at
    )
    gathering_steps.set_agenda(act, meeting.gathering, _business(agenda))
    AskedUnit.objects.filter(community=meeting.community_id, meeting=meeting).delete()
    _ask(meeting, asked)
    return meeting


@action("organisations.call_joint_meeting", needs="organisations.keep_joint_meeting")
def call_joint_meeting(act: Act, meeting: JointMeeting, *, urgent_reason: str = "") -> JointMeeting:
    """Gives notice: each unit asked hears when, where and because of which matter of its. Refused
    where no unit is asked, or it is later than promised without a reason."""
    rows = AskedUnit.objects.filter(community=meeting.community_id, meeting=meeting)
    asked = list(rows.select_related("unit__organisation"))
    require(rules.asked_for_a_matter(len(asked)))
    gathering, today = meeting.gathering, local_day(act.at)
    gathering_steps.expect(
        act, gathering, [Member(each.unit.name, DELEGATE.code) for each in asked]
    )
    days = number_laid_down("organisations.joint_notice_days", meeting.community, today)
    given = (local_day(gathering.starts_at) - today).days
    notice = Finding(
        given >= days, "organisations.joint_notice_in_time", numbers={"given": given, "days": days}
    )
    require(rules.public_words(urgent_reason))
    gathering_steps.call(act, gathering, notice=notice, urgent_reason=urgent_reason)
    for each in asked:
        tell_unit(
            act, each.unit, "organisations.joint_called", matter=each.matter,
            starts_at=gathering.starts_at,
        )  # fmt: skip
    return meeting


@action("organisations.cancel_joint_meeting", needs="organisations.keep_joint_meeting")
def cancel_joint_meeting(act: Act, meeting: JointMeeting, *, reason: str) -> JointMeeting:
    """Calls it off; the units asked hear of it."""
    require(rules.public_words(reason))
    called = meeting.gathering.state == "called"
    gathering_steps.cancel(act, meeting.gathering, reason=reason)
    rows = AskedUnit.objects.filter(community=meeting.community_id, meeting=meeting)
    for each in rows.select_related("unit__organisation") if called else ():
        tell_unit(act, each.unit, "organisations.joint_cancelled")
    return meeting


@action("organisations.open_joint_meeting", needs="organisations.keep_joint_meeting")
def open_joint_meeting(act: Act, meeting: JointMeeting, *, chair: str) -> JointMeeting:
    """Begins it. There is no quorum: units come for their own matters. `chair`: in which office;
    the minutes everybody reads tell it."""
    require(rules.public_words(chair))
    gathering_steps.open_gathering(act, meeting.gathering, chair=chair)
    return meeting


@action("organisations.close_joint_meeting", needs="organisations.keep_joint_meeting")
def close_joint_meeting(act: Act, meeting: JointMeeting) -> JointMeeting:
    """Ends it; the minutes are signed by two."""
    gathering_steps.close_gathering(act, meeting.gathering)
    return meeting


def _business(agenda: Sequence[str]) -> list[Business]:
    return [Business(each.strip()[:LONGEST_ITEM]) for each in agenda if each.strip()]


def _ask(meeting: JointMeeting, asked: Mapping[ResidentUnit, str]) -> None:
    AskedUnit.objects.bulk_create(
        [
            AskedUnit(
                community_id=meeting.community_id,
                meeting=meeting,
                unit=unit,
                matter=matter.strip()[:LONGEST_ITEM],
            )
            for unit, matter in asked.items()
        ]
    )


def _caller(community: Place, at: datetime) -> str:
    committee = bodies_of(community, local_day(at)).filter(kind="residents_committee").first()
    return committee.name if committee else community.name
