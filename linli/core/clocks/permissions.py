"""Who may change the days people work by, who sees what falls due, and who may do what with it."""

from typing import Any

import rules

from linli.core.access.posts import POSTS
from linli.core.audit.actor import Actor, clock, holds, operator
from linli.core.clocks.models import Clock, StandIn

works = holds(*(post.name for post in POSTS.values() if post.works))
directs = holds("director")


@rules.predicate
def holds_it(actor: Actor, subject: Any) -> bool:
    """The clock was given to the actor's account, or to a post the actor holds here."""
    if not isinstance(subject, Clock) or not actor.signed_in:
        return False
    if subject.closed and subject.second_account_id == actor.account:
        return True
    if subject.holder_account_id is not None:
        return bool(subject.holder_account_id == actor.account)
    return any(
        held.post == subject.holder_post and subject.holder_body_id in (None, held.body)
        for held in actor.posts_over(subject)
    )


@rules.predicate
def was_named(actor: Actor, subject: Any) -> bool:
    """Somebody here named the actor as a stand-in; for which days the act looks. Nothing private
    goes along."""
    if not isinstance(subject, Clock) or subject.private or not actor.posts_over(subject):
        return False
    return StandIn.objects.filter(
        community_id=subject.community_id, stand_in_id=actor.account
    ).exists()


@rules.predicate
def is_open_to_all(actor: Actor, subject: Any) -> bool:
    """The clock is not a private one."""
    return isinstance(subject, Clock) and not subject.private


@rules.predicate
def was_left(actor: Actor, subject: Any) -> bool:
    """Somebody who left had the clock, and nobody was given it since."""
    return isinstance(subject, Clock) and subject.left_at is not None


@rules.predicate
def is_theirs(actor: Actor, subject: Any) -> bool:
    """The stand-in is for the actor, or the link is the actor's."""
    absent = getattr(subject, "absent_id", None) or getattr(subject, "account_id", None)
    return absent is not None and absent == actor.account


# The calendar of one community is its director's; that of the whole instance its operator's.
rules.add_perm("clocks.edit_calendar", directs | operator)
rules.add_perm("clocks.see", works)
# Those who share the committee's work; a property manager or a department sees only its own.
rules.add_perm("clocks.see_all", holds("director", "worker"))
rules.add_perm("clocks.run", clock)
rules.add_perm("clocks.handle", holds_it | was_named | (directs & is_open_to_all))
rules.add_perm("clocks.hand_over", holds_it | was_named | (directs & (is_open_to_all | was_left)))
rules.add_perm("clocks.hand_over_some", works)
rules.add_perm("clocks.share_out", directs)
rules.add_perm("clocks.change_duties", directs)
rules.add_perm("clocks.see_duties", works)
rules.add_perm("clocks.name_stand_in", works)
rules.add_perm("clocks.end_stand_in", is_theirs | directs)
rules.add_perm("clocks.keep_feed", works)
