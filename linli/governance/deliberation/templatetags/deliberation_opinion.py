"""What a topic's pages say of its opinions."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils import timezone

from linli.core.places.laid_down import floor_laid_down
from linli.governance.deliberation.models import Topic
from linli.governance.deliberation.queries.opinion_map import agreed_on
from linli.governance.deliberation.queries.statements import conversation_on, count_by_state
from linli.governance.deliberation.rules.opinion.counting import Count

register = template.Library()


@register.inclusion_tag("deliberation/opinion/_topic_part.html")
def opinion_on_topic(topic: Topic) -> dict[str, Any]:
    """The way to vote and to the map, where opinions are gathered."""
    return _told(topic)


@register.inclusion_tag("deliberation/opinion/_desk_part.html")
def opinion_on_desk(topic: Topic) -> dict[str, Any]:
    """How it stands, and what waits for a look."""
    return _told(topic)


@register.inclusion_tag("deliberation/opinion/_result_part.html")
def opinion_on_result(topic: Topic, writes: bool = False) -> dict[str, Any]:
    """What everybody agreed on, beside what was recorded of the topic; `writes`: with the way to
    say what was made of each."""
    code, floor = topic.community.code, floor_laid_down(topic.community, timezone.localdate())
    consider = reverse("deliberation:consider", args=[code, topic.pk]) if writes else ""
    told = agreed_on(topic, floor=floor)
    return {"topic": topic, "code": code, "map": told, "consider_from": consider}


@register.filter
def seen_of(counts: Mapping[UUID, Count], statement: UUID) -> int:
    """How many voted on a statement."""
    return counts[statement].seen if statement in counts else 0


def _told(topic: Topic) -> dict[str, Any]:
    conversation = conversation_on(topic)
    states = count_by_state(conversation) if conversation else {}
    return {
        "topic": topic,
        "conversation": conversation,
        "code": topic.community.code,
        "statements": states.get("shown", 0),
        "waiting": states.get("held", 0),
    }
