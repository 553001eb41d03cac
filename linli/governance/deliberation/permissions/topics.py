"""Who may do what about a topic and the talk on it.

Anybody who lives here proposes, and so do representatives, units and supervisors; the director
settles, whoever works here arranges and records, the director publishes. Who took part sees the
draft and may hold their own opinion; whose a point is, follows it up.
"""

from typing import Any

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, anyone, clock, holds, signed_in
from linli.governance.deliberation.models import Dissent, Drawn, Point, Topic
from linli.mechanisms.gathering.models import Attendance

works_here = holds("director", "worker")
directs = holds("director")
speaks_for = holds("representative", "supervisor", "property_manager", "department_officer")


@rules.predicate
def proposed_it(actor: Actor, topic: Any) -> bool:
    """Whoever proposed the topic."""
    return (
        isinstance(topic, Topic)
        and actor.account is not None
        and topic.proposer_id == actor.account
    )


@rules.predicate
def took_part(actor: Actor, topic: Any) -> bool:
    """Whoever proposed it, or was signed in at a talk on it with their account or as the person
    it is tied to."""
    if not isinstance(topic, Topic) or actor.account is None:
        return False
    if topic.proposer_id == actor.account:
        return True
    came = Attendance.objects.filter(
        community=topic.community_id,
        gathering__in=topic.talks.order_by().values("gathering"),
    )
    mine = came.filter(account=actor.account)
    if actor.person is not None:
        mine = mine | came.filter(person=actor.person)
    return mine.exists()


@rules.predicate
def talks_online(actor: Actor, topic: Any) -> bool:
    """Whoever lives here, where a topic is talked over without a hall: nobody was signed in."""
    return isinstance(topic, Topic) and topic.is_online and bool(lives_here(actor, topic))


@rules.predicate
def was_drawn(actor: Actor, drawn: Any) -> bool:
    """Whom the lot met, and was asked."""
    return (
        isinstance(drawn, Drawn)
        and actor.person is not None
        and drawn.person_id == actor.person
        and drawn.asked_at is not None
    )


@rules.predicate
def holds_it(actor: Actor, dissent: Any) -> bool:
    """Whose opinion it is, until it is published."""
    return (
        isinstance(dissent, Dissent)
        and actor.account is not None
        and dissent.account_id == actor.account
    )


@rules.predicate
def owns_the_point(actor: Actor, point: Any) -> bool:
    """Holds the post the point was laid to, or a post for its body."""
    if not isinstance(point, Point):
        return False
    held = actor.posts_over(point)
    return any(
        (point.post and each.post == point.post)
        or (point.body_id is not None and each.body == point.body_id)
        for each in held
    )


rules.add_perm("deliberation.see_public", anyone)
rules.add_perm("deliberation.see_desk", works_here)
rules.add_perm("deliberation.propose", lives_here | speaks_for | works_here)
rules.add_perm("deliberation.withdraw", proposed_it)
rules.add_perm("deliberation.see_own", signed_in)
rules.add_perm("deliberation.settle", directs)
rules.add_perm("deliberation.keep", works_here)
rules.add_perm("deliberation.publish", directs)
rules.add_perm("deliberation.see_draft", took_part | talks_online | works_here)
rules.add_perm("deliberation.dissent", took_part | talks_online | works_here)
rules.add_perm("deliberation.take_dissent_back", holds_it)
rules.add_perm("deliberation.answer_draw", was_drawn | works_here)
rules.add_perm("deliberation.follow", works_here | owns_the_point)
rules.add_perm("deliberation.check_draw", holds("director", "supervisor"))
rules.add_perm("deliberation.forget", clock)
