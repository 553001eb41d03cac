"""What stands in the way of a topic's next step, and who takes it: said before the buttons."""

from datetime import date
from typing import Any

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.queries.running import clocks_of
from linli.core.places.laid_down import number_laid_down
from linli.governance.deliberation.flows import ANSWER_CLOCK
from linli.governance.deliberation.models import Topic
from linli.governance.deliberation.queries.talks import talked_over
from linli.governance.deliberation.queries.topics import open_points, points_of
from linli.governance.deliberation.rules import agreements as rules
from linli.governance.deliberation.rules.topics import (
    long_enough_ago,
    points_told,
    residents_decide,
)
from linli.lib.calendar import local_day
from linli.lib.law import Finding


def conditions_of(topic: Topic, on: date) -> list[Finding]:
    """What the next step needs, in the order one sees to it, whether it holds or not."""
    agreement = getattr(topic, "agreement", None)
    if topic.state == "talking":
        written = Finding(agreement is not None, "deliberation.agreement_written")
        return [talked_over(topic), written]
    if topic.state == "shown":
        days = number_laid_down("deliberation.draft_shown_days", topic.community, on)
        agreed = [rules.something_agreed(len(points))] if (points := points_of(topic)) else []
        return [*agreed, rules.seen_first(local_day(topic.state_since), on, days=days)]
    if topic.state in ("agreed", "unresolved"):
        found = [points_told(open_points(topic))]
        if topic.published_on is not None:
            days = number_laid_down("deliberation.look_back_from", topic.community, on)
            found.append(long_enough_ago(topic.published_on, on, days=days))
        decides = bool(topic.touches_all) or bool(agreement and agreement.needs_decision)
        return [*found, residents_decide(decides, topic.to_assembly_on is not None)]
    return []


def answered_by(topic: Topic, actor: Actor) -> dict[str, Any]:
    """By when the director answers a proposal, for those who may not; nothing for who may."""
    if topic.state != "proposed" or may("deliberation.settle", actor, topic):
        return {}
    clocks = [each for each in clocks_of(topic, ANSWER_CLOCK) if each.is_open]
    return {"waits_for_answer": True, "answer_due": clocks[-1].last_day if clocks else None}
