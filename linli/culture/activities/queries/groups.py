"""Groups for everybody, for their members and leaders, and as a calendar."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404
from django.urls import reverse

from linli.core.audit.actor import Actor
from linli.culture.activities.models.groups import Group, Meeting, Member, Turn
from linli.culture.activities.rules import groups as rules
from linli.lib.calendar import local_day
from linli.lib.calendar.feeds import Dated

AHEAD = 12
FEED = 200


def groups_open(community: Any) -> QuerySet[Group]:
    """The groups that meet, by name, with how many belong to each."""
    return (
        Group.objects.filter(community=community, closed_on__isnull=True)
        .annotate(belong=Count("members", distinct=True))
        .order_by("kind", "title")
    )


def group_at(community: Any, group_id: UUID) -> Group:
    """One group that meets; otherwise Http404."""
    rows = Group.objects.filter(community=community, pk=group_id, closed_on__isnull=True)
    found: Group | None = rows.first()
    if found is None:
        raise Http404
    return found


def meeting_at(community: Any, meeting_id: UUID) -> Meeting:
    """One date of a group; otherwise Http404."""
    rows = Meeting.objects.filter(community=community, pk=meeting_id, group__closed_on__isnull=True)
    found: Meeting | None = rows.select_related("group").first()
    if found is None:
        raise Http404
    return found


def turn_at(community: Any, turn_id: UUID) -> Turn:
    """One turn; otherwise Http404."""
    rows = Turn.objects.filter(
        community=community, pk=turn_id, meeting__group__closed_on__isnull=True
    )
    found: Turn | None = rows.select_related("meeting__group", "holder", "asked").first()
    if found is None:
        raise Http404
    return found


def own_membership(actor: Actor, group: Group) -> Member | None:
    """The reader's own membership, if they have one."""
    if actor.account is None:
        return None
    found: Member | None = Member.objects.filter(
        community=group.community_id, group=group, account_id=actor.account
    ).first()
    return found


@dataclass(frozen=True, slots=True)
class TurnShown:
    """A turn as a member reads it."""

    turn: Turn
    mine: bool
    asks_me: bool


@dataclass(frozen=True, slots=True)
class MeetingShown:
    """A date with its turns; none for who does not belong."""

    meeting: Meeting
    turns: list[TurnShown]


def meetings_ahead(group: Group, at: datetime, member: Member | None = None) -> list[MeetingShown]:
    """The dates to come, the first ones; turns for members alone."""
    rows = Meeting.objects.filter(
        community=group.community_id, group=group, ends_at__gt=at
    ).order_by("starts_at")[:AHEAD]
    found = list(rows)
    turns: dict[UUID, list[Turn]] = {}
    if member is not None:
        told = Turn.objects.filter(community=group.community_id, meeting__in=found)
        for turn in told.select_related("holder", "asked").order_by("-role"):
            turns.setdefault(turn.meeting_id, []).append(turn)
    key = member.pk if member is not None else None
    return [
        MeetingShown(
            each,
            [
                TurnShown(turn, turn.holder_id == key, turn.asked_id == key)
                for turn in turns.get(each.pk, [])
            ],
        )
        for each in found
    ]


def meetings_to_tell(group: Group, at: datetime) -> list[Meeting]:
    """Dates that were, of which nobody has said how many came."""
    rows = Meeting.objects.filter(
        community=group.community_id, group=group, starts_at__lte=at, came__isnull=True,
        called_off_for="",
    )  # fmt: skip
    return list(rows.order_by("-starts_at")[:AHEAD])


def feed_of(group: Group) -> list[Dated]:
    """The dates as a calendar others subscribe to; who leads them is not in it."""
    rows = Meeting.objects.filter(community=group.community_id, group=group)
    url = reverse("activities:group", args=[group.community.code, group.pk])
    return [
        Dated(
            key=f"meeting-{each.pk}",
            starts=each.starts_at,
            ends=each.ends_at,
            summary=group.title,
            changed=each.changed_at,
            sequence=each.sequence,
            cancelled=bool(each.called_off_for),
            location=each.place,
            description=each.called_off_for or group.about,
            url=url,
        )
        for each in rows.order_by("-starts_at")[:FEED]
    ]


def active_groups(community: Any, on: date) -> int:
    """How many groups met within the twelve months up to `on`: somebody said how many came."""
    held = Q(meetings__came__gt=0)
    rows = Group.objects.filter(community=community, registered_on__lte=on).filter(
        Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    )
    latest = rows.annotate(
        last=Max("meetings__starts_at", filter=held & Q(meetings__starts_at__date__lte=on))
    ).values_list("last", flat=True)
    return sum(rules.active(local_day(last) if last else None, on) for last in latest)
