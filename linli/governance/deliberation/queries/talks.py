"""Talks on topics: those that are coming, and what was said at them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.governance.deliberation.models import Talk, Topic
from linli.governance.deliberation.queries.statements import conversation_on, people_in
from linli.governance.deliberation.rules.opinion.saying import LEAST_TOLD
from linli.governance.deliberation.rules.topics import spoken_first, talked_first
from linli.lib.law import Finding
from linli.mechanisms.gathering.minutes import draft
from linli.mechanisms.gathering.queries import came_by_capacity


def talks_in(community: Any) -> QuerySet[Talk]:
    """All talks, the latest first."""
    rows = Talk.objects.filter(community=community)
    return rows.select_related("gathering", "topic", "topic__community", "community").order_by(
        "-gathering__starts_at"
    )


def talks_of(topic: Topic) -> list[Talk]:
    """The talks on a topic, the earliest first."""
    rows = Talk.objects.filter(community=topic.community_id, topic=topic)
    return list(rows.select_related("gathering").order_by("gathering__starts_at", "pk"))


def talk_in(community: Any, key: UUID) -> Talk:
    """One talk (Http404)."""
    found = talks_in(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def talk_of_gathering(community: Any, gathering: UUID) -> Talk:
    """The talk whose gathering this is (Http404)."""
    found = talks_in(community).filter(gathering=gathering).first()
    if found is None:
        raise Http404
    return found


def coming_talks(community: Any, at: datetime) -> list[Talk]:
    """Those everybody may come to: noticed and not over, the next first."""
    rows = talks_in(community).filter(gathering__state__in=["called", "open"])
    return list(rows.order_by("gathering__starts_at")[:20])


def minuted_talks(topic: Topic) -> int:
    """How many talks on it have signed minutes."""
    rows = Talk.objects.filter(community=topic.community_id, topic=topic)
    return rows.filter(gathering__state="minuted").count()


def minutes_of(talk: Talk) -> dict[str, Any]:
    """The minutes put together from what was recorded: who came by capacity, and the gist of what
    was said, by capacity and not by name."""
    gathering = talk.gathering
    titles = {each.code: each.title for each in gathering.sort.capacities}
    came = came_by_capacity(gathering)
    drafted = draft(gathering)
    said = [
        {"item": item["title"], "who": str(titles[speech["capacity"]]), "gist": speech["gist"]}
        for item in drafted["items"]
        for speech in item["speeches"]
        if speech["gist"]
    ] + [
        {"item": item["title"], "who": "", "gist": item["said"]}
        for item in drafted["items"]
        if item["said"]
    ]
    return {
        "came": [(titles[code], number) for code, number in came.items() if number],
        "items": drafted["items"],
        "said": said,
        "remarks": drafted["remarks"],
    }


def talked_over(topic: Topic) -> Finding:
    """Whether it was really talked over before what it came to is shown: at a talk with signed
    minutes, or, where that is how it goes on, by enough people on the screen and on paper."""
    if not topic.is_online:
        return talked_first(minuted_talks(topic))
    conversation = conversation_on(topic)
    people = people_in(conversation) if conversation is not None else 0
    return spoken_first(people, floor=LEAST_TOLD)
