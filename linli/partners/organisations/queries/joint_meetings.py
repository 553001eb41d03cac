"""Joint meetings: the desk's, everybody's, and those a unit is asked to."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.mechanisms.gathering.models import AgendaItem
from linli.partners.organisations.models import AskedUnit, JointMeeting, ResidentUnit

TOLD = ("called", "open", "closed", "minuted", "cancelled")
LONGEST_ITEM = 120


def meetings_of(community: Any) -> QuerySet[JointMeeting]:
    """All joint meetings."""
    rows = JointMeeting.objects.filter(community=community)
    return rows.select_related("gathering", "community")


def meetings_told(community: Any) -> QuerySet[JointMeeting]:
    """Those of which notice was given: everybody may know that they are."""
    return meetings_of(community).filter(gathering__state__in=TOLD)


def meeting_in(community: Any, key: UUID, *, told: bool = False) -> JointMeeting:
    """One of them (Http404)."""
    rows = meetings_told(community) if told else meetings_of(community)
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def meeting_of_gathering(community: Any, key: UUID) -> JointMeeting:
    """The one that is held as that gathering (Http404)."""
    found = meetings_of(community).filter(gathering=key).first()
    if found is None:
        raise Http404
    return found


def asked_to(meeting: JointMeeting) -> list[AskedUnit]:
    """The units asked, with the matter because of which."""
    rows = AskedUnit.objects.filter(community=meeting.community_id, meeting=meeting)
    return list(rows.select_related("unit__organisation").order_by("unit__organisation__name"))


def agenda_of(meeting: JointMeeting) -> list[AgendaItem]:
    """What is on the agenda, in its order."""
    rows = AgendaItem.objects.filter(community=meeting.community_id, gathering=meeting.gathering_id)
    return list(rows.order_by("order"))


def meetings_asking(unit: ResidentUnit) -> list[AskedUnit]:
    """To which meetings a unit is asked, and because of what; nothing of what others are."""
    rows = AskedUnit.objects.filter(
        community=unit.community_id, unit=unit, meeting__gathering__state__in=TOLD
    )
    return list(
        rows.select_related("meeting__gathering").order_by("-meeting__gathering__starts_at")[:20]
    )
