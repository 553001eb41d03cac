"""Groups neighbours run themselves: registered, met in, and kept going by turns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.culture.activities.actions.plain_words import (
    account_of,
    consent,
    day_of,
    hold,
    new_code,
    of_here,
    take_back,
    tidy,
)
from linli.culture.activities.actions.turns import forget_turns
from linli.culture.activities.models.groups import Group, Meeting, Member, Turn
from linli.culture.activities.rules import groups as rules
from linli.culture.activities.words_learning import DANCE
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require

ROLES = ("lead", "door")


@dataclass(frozen=True)
class Hours:
    """From when until when it may be loud, and with whom that and the volume was agreed."""

    since: time | None = None
    until: time | None = None
    with_whom: str = ""


@dataclass(frozen=True)
class Registered:
    """A group as it is registered, with the consent of its leader (`way`, `witness`). `person`: who
    of the register leads it, where it is known."""

    title: str
    kind: str
    about: str
    place: str
    leader_name: str
    way: str
    witness: str = ""
    leader_phone: str = ""
    show_phone: bool = False
    hours: Hours = Hours()
    person: Person | None = None


@action("activities.register_group", needs="activities.run_learning")
def register_group(act: Act, community: Place, *, registered: Registered) -> Group:
    """Registers a group: its leader agreed, and one that is loud has its hours agreed."""
    said, hours = registered, registered.hours
    require(rules.leader_consents(said.way, said.witness))
    require(rules.hours_agreed(said.kind == DANCE, hours.since, hours.until, hours.with_whom))
    once = Group.objects.filter(community=community, title=said.title.strip(), closed_on=None)
    require(Finding(not once.exists(), "activities.group_once"))
    here = said.person is None or of_here(said.person, community.pk)
    require(Finding(here, "activities.leader_consents"))
    group = Group(
        community=community,
        person=said.person,
        code=new_code(),
        title=tidy(said.title, community),
        kind=said.kind,
        about=tidy(said.about, community),
        place=tidy(said.place, community),
        leader_name=said.leader_name.strip(),
        leader_phone=said.leader_phone.strip(),
        agreed_from=hours.since,
        agreed_until=hours.until,
        agreed_with=tidy(hours.with_whom, community),
        registered_on=day_of(act),
        shown_since=day_of(act),
    )
    consent(act, group, said.way, said.witness)
    if said.show_phone:
        group.shown_phone = group.leader_phone
    group.save(force_insert=True)
    act.note(group=group.title)
    return group


@action("activities.agree_hours", needs="activities.run_learning")
def agree_hours(act: Act, group: Group, *, since: time, until: time, with_whom: str) -> Group:
    """Writes down the hours and the volume agreed with those who live round the place. Dates
    outside them are called off, and whoever had them is told."""
    hold(group)
    require(rules.hours_agreed(True, since, until, with_whom))
    group.agreed_from, group.agreed_until = since, until
    group.agreed_with = tidy(with_whom, group.community_id)
    group.save(update_fields=["agreed_from", "agreed_until", "agreed_with"])
    for meeting in Meeting.objects.filter(
        community=group.community_id, group=group, starts_at__gt=act.at, called_off_for=""
    ):
        if not rules.within_hours(meeting.starts_at, meeting.ends_at, since, until):
            _call_off(act, meeting, "不在商定的时段里")
    act.note(group=group.title)
    return group


@action("activities.lead_by_account", needs="activities.own_group")
def lead_by_account(act: Act, group: Group) -> Group:
    """Whoever was given the slip of the group leads it with the account they are signed in to:
    they plan dates and tell how many came."""
    require(Finding(act.by.account is not None, "activities.signed_in"))
    group.leader_id = act.by.account
    group.save(update_fields=["leader"])
    act.note(group=group.title)
    return group


@action("activities.hide_phone", needs="activities.own_group")
def hide_phone(act: Act, group: Group) -> Group:
    """The leader's telephone leaves the public page at once."""
    group.shown_phone = ""
    group.save(update_fields=["shown_phone"])
    act.note(group=group.title)
    return group


@action("activities.close_group", needs="activities.own_group")
def close_group(act: Act, group: Group) -> Group:
    """The group ends, or its leader takes back the consent: it leaves the public page at once,
    members and turns to come are gone."""
    hold(group)
    require(Finding(group.closed_on is None, "activities.group_open"))
    group.closed_on, group.shown_phone = day_of(act), ""
    # The page is gone for everybody; what the group was stays in the register without a name.
    group.leader_name = group.leader_phone = ""
    group.leader = group.person = None
    group.save(
        update_fields=[
            "closed_on", "shown_phone", "leader", "person", "leader_name", "leader_phone",
            *take_back(group),
        ]
    )  # fmt: skip
    ahead = Meeting.objects.filter(
        community=group.community_id, group=group, starts_at__gt=act.at, called_off_for=""
    )
    for meeting in ahead:
        _call_off(act, meeting, "团队结束了")
    Member.objects.filter(community=group.community_id, group=group).delete()
    act.note(group=group.title)
    return group


@action("activities.plan_meetings", needs="activities.lead_group")
def plan_meetings(act: Act, group: Group, *, spans: Sequence[tuple[datetime, datetime]]) -> Group:
    """Plans dates from today on, within the hours that were agreed, each with its turns open to
    members."""
    hold(group)
    require(Finding(group.closed_on is None, "activities.group_open"))
    require(Finding(bool(spans), "activities.meeting_dates"))
    require(rules.meets_ahead(min(local_day(since) for since, _until in spans), day_of(act)))
    for starts_at, ends_at in spans:
        require(rules.within_hours(starts_at, ends_at, group.agreed_from, group.agreed_until))
    known = set(
        Meeting.objects.filter(community=group.community_id, group=group).values_list(
            "starts_at", flat=True
        )
    )
    planned = [
        Meeting(
            community_id=group.community_id, group=group, starts_at=starts_at, ends_at=ends_at,
            place=group.place, changed_at=act.at,
        )
        for starts_at, ends_at in spans
        if starts_at not in known
    ]  # fmt: skip
    Meeting.objects.bulk_create(planned)
    Turn.objects.bulk_create(
        Turn(community_id=group.community_id, meeting=meeting, role=role)
        for meeting in planned
        for role in ROLES
    )
    act.note(group=group.title, dates=len(planned))
    return group


@action("activities.call_off_meeting", needs="activities.lead_group")
def call_off_meeting(act: Act, meeting: Meeting, *, reason: str) -> Meeting:
    """Calls one date off; every calendar hears of it."""
    hold(meeting)
    require(Finding(not meeting.called_off_for, "activities.meeting_stands"))
    require(Finding(meeting.came is None, "activities.meeting_stands"))
    _call_off(act, meeting, tidy(reason, meeting.community_id))
    act.note(group=meeting.group.title)
    return meeting


@action("activities.tell_meeting", needs="activities.lead_group")
def tell_meeting(act: Act, meeting: Meeting, *, came: int) -> Meeting:
    """Tells how many came: a number, never who. From then on the group counts as active."""
    hold(meeting)
    require(Finding(not meeting.called_off_for, "activities.meeting_stands"))
    require(Finding(meeting.starts_at <= act.at, "activities.meeting_held"))
    meeting.came, meeting.changed_at = came, act.at
    meeting.save(update_fields=["came", "changed_at"])
    act.note(group=meeting.group.title, came=came)
    return meeting


@action("activities.join_group", needs="activities.join_group")
def join_group(act: Act, group: Group, *, called: str) -> Member:
    """Somebody joins, by themselves, under whatever they wish to be called in it."""
    hold(group)
    require(Finding(group.closed_on is None, "activities.group_open"))
    mine = Member.objects.filter(
        community=group.community_id, group=group, account_id=account_of(act)
    )
    require(Finding(not mine.exists(), "activities.member_once"))
    member = Member(
        community_id=group.community_id, group=group, account_id=account_of(act),
        called=" ".join(called.split()), joined_at=act.at,
    )  # fmt: skip
    member.save(force_insert=True)
    act.note(group=group.title)
    return member


@action("activities.leave_group", needs="activities.leave_group")
def leave_group(act: Act, group: Group) -> Group:
    """Somebody leaves: the row is deleted at once, their turns go to whoever is next."""
    mine = Member.objects.filter(
        community=group.community_id, group=group, account_id=account_of(act)
    ).first()
    require(Finding(mine is not None, "activities.is_member"))
    assert mine is not None  # the finding saw to it
    forget_turns(act, mine)
    mine.delete()
    act.note(group=group.title)
    return group


def _call_off(act: Act, meeting: Meeting, reason: str) -> None:
    meeting.called_off_for, meeting.changed_at = reason, act.at
    meeting.sequence += 1
    meeting.save(update_fields=["called_off_for", "changed_at", "sequence"])
    for turn in meeting.turns.select_related("holder").filter(holder__isnull=False):
        if turn.holder is not None and turn.holder.account_id != act.by.account:
            act.tell(
                "activities.meeting_off", account=turn.holder.account_id,
                group=meeting.group.title, starts=meeting.starts_at,
                group_id=str(meeting.group_id),
            )  # fmt: skip
