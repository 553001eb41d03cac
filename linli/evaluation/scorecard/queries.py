"""Reading meetings, what was said and agreed in them, and comments."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.urls import reverse

from linli.core.links.faces import LinkFace
from linli.evaluation.scorecard.models import (
    AgreedAction,
    FigureComment,
    ProviderView,
    ScoreMeeting,
    ScoreTopic,
)

PUBLIC = ("published", "looked_at")
SHOWN = ("shown", "answered")


def meetings_of(community: Any) -> QuerySet[ScoreMeeting]:
    """All meetings of a community, the latest first."""
    return ScoreMeeting.objects.filter(community=community).order_by("-year", "-round", "-pk")


def public_meetings(community: Any) -> QuerySet[ScoreMeeting]:
    """Those everybody may read."""
    return meetings_of(community).filter(state__in=PUBLIC)


def meeting_in(community: Any, key: UUID) -> ScoreMeeting:
    """One meeting of this community. Http404 where there is none."""
    found = meetings_of(community).select_related("community").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def public_meeting(community: Any, key: UUID) -> ScoreMeeting:
    """One that everybody may read (Http404)."""
    found = meeting_in(community, key)
    if not found.is_public:
        raise Http404
    return found


def topics_in(meeting: ScoreMeeting) -> list[ScoreTopic]:
    """What was taken to it, in order, with what providers said and what was agreed; three
    queries."""
    rows = ScoreTopic.objects.filter(community=meeting.community_id, meeting=meeting)
    return _topics(rows, meeting.community_id)


def topics_of_year(community: Any, year: int) -> list[ScoreTopic]:
    """The topics of a year's public meetings, each with its meeting; three queries."""
    rows = ScoreTopic.objects.filter(
        community=community, meeting__year=year, meeting__state__in=PUBLIC
    )
    return _topics(rows.order_by("meeting__held_on", "standard"), community)


def topic_in(meeting: ScoreMeeting, key: UUID) -> ScoreTopic:
    """One topic of a meeting (Http404)."""
    rows = ScoreTopic.objects.filter(community=meeting.community_id, meeting=meeting)
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    found.meeting = meeting
    return found


def agreed_in(meeting: ScoreMeeting) -> list[AgreedAction]:
    """What was agreed, in its order."""
    rows = AgreedAction.objects.filter(community=meeting.community_id, topic__meeting=meeting)
    return list(rows.select_related("topic__meeting", "body", "community").order_by("number"))


def action_in(community: Any, key: UUID) -> AgreedAction:
    """One action of this community (Http404)."""
    rows = AgreedAction.objects.filter(community=community, pk=key)
    found = rows.select_related("topic__meeting__community", "body", "community").first()
    if found is None:
        raise Http404
    return found


def views_in(meeting: ScoreMeeting) -> list[ProviderView]:
    """What providers said of themselves."""
    rows = ProviderView.objects.filter(community=meeting.community_id, topic__meeting=meeting)
    return list(rows.select_related("body"))


def comments_of(community: Any, year: int) -> QuerySet[FigureComment]:
    """The comments of a year that everybody may read, by figure."""
    rows = FigureComment.objects.filter(community=community, year=year, state__in=SHOWN)
    return rows.order_by("indicator", "state_since")


def comments_waiting(community: Any) -> QuerySet[FigureComment]:
    """Those nobody has looked at, and those shown without an answer; the longest waiting first."""
    rows = FigureComment.objects.filter(community=community, state__in=("received", "shown"))
    return rows.order_by("state", "state_since")


def comment_in(community: Any, key: UUID) -> FigureComment:
    """One comment of this community (Http404)."""
    rows = FigureComment.objects.filter(community=community, pk=key)
    found = rows.select_related("community").first()
    if found is None:
        raise Http404
    return found


def comment_with(community: Any, receipt: str) -> FigureComment:
    """The comment somebody holds the receipt of (Http404)."""
    found = FigureComment.objects.filter(community=community, receipt=receipt).first()
    if found is None:
        raise Http404
    return found


def _topics(rows: QuerySet[ScoreTopic], community: Any) -> list[ScoreTopic]:
    agreed: Any = AgreedAction.objects.filter(community=community).select_related("body")
    views: Any = ProviderView.objects.filter(community=community).select_related("body")
    return list(
        rows.select_related("meeting").prefetch_related(
            Prefetch("agreed", agreed, to_attr="actions_agreed"),
            Prefetch("views", views, to_attr="views_given"),
        )
    )


def agreed_of(community: Any) -> QuerySet[AgreedAction]:
    """What was agreed in the meetings that are being carried out, the latest first."""
    rows = AgreedAction.objects.filter(community=community, topic__meeting__state="published")
    related = ("topic__meeting__community", "body", "community")
    return rows.select_related(*related).order_by("-due_on", "-number")


def faces_of_agreed(community: Any, ids: Iterable[UUID]) -> dict[UUID, LinkFace]:
    """How actions show themselves where a task is tied to them."""
    rows = AgreedAction.objects.filter(community=community, pk__in=list(ids))
    code = community.code
    return {
        row.pk: LinkFace(
            title=row.title,
            state=row.state_label,
            tone=row.current.tone,
            url=reverse("evaluation:scorecard", args=[code, row.topic.meeting_id]),
            desk_url=reverse("evaluation:scorecard_desk", args=[code, row.topic.meeting_id]),
        )
        for row in rows.filter(topic__meeting__state__in=PUBLIC).select_related("topic")
    }
