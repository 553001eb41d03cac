"""Who may do what with a matter.

`works_here` see all matters of their community; a body sees those that are with it, and only the
fields sent; the sender follows by account or receipt (holding the receipt is the proof, so the
page by receipt acts as the sender). Nobody else sees anything but what was made public.
"""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, clock, holds, operator
from linli.core.files.owners import register_owner
from linli.service.matters.models import Forwarding

works_here = holds("worker", "director")
directs = holds("director")


@rules.predicate
def is_with_their_body(actor: Actor, matter: Any) -> bool:
    """The matter is at present with a body for which the actor holds a post."""
    body = getattr(matter, "body_id", None)
    return (
        body is not None
        and getattr(matter, "state", "") in ("forwarded", "answered", "closed")
        and any(held.body == body for held in actor.posts_over(matter))
    )


@rules.predicate
def was_sent_the_photos(actor: Actor, matter: Any) -> bool:
    """The photos were among the fields the matter was forwarded with."""
    if getattr(matter, "body_id", None) is None:
        return False
    sent = (
        Forwarding.objects.filter(
            community=matter.community_id, matter=matter, body_id=matter.body_id
        )
        .order_by("-sent_at")
        .first()
    )
    return sent is not None and "photos" in sent.fields


@rules.predicate
def is_sender(actor: Actor, matter: Any) -> bool:
    """The actor raised it: by account, or by showing the receipt."""
    sender = getattr(matter, "sender_id", None)
    if sender is not None and sender == actor.account:
        return True
    return getattr(matter, "pk", None) in actor.bears


@rules.predicate
def acts_for_a_body(actor: Actor, subject: Any) -> bool:
    """Holds a post for some body here, and so has a list of what was forwarded to it."""
    return any(held.body for held in actor.posts_over(subject))


rules.add_perm("matters.raise", anyone)
rules.add_perm("matters.handle", works_here)
rules.add_perm("matters.see_queue", works_here | acts_for_a_body)
rules.add_perm("matters.see", works_here | is_with_their_body | is_sender)
rules.add_perm("matters.see_photo", works_here | (is_with_their_body & was_sent_the_photos))
rules.add_perm("matters.see_own_photo", is_sender)
rules.add_perm("matters.see_contact", works_here)
rules.add_perm("matters.reply", is_with_their_body)
rules.add_perm("matters.answer", works_here | is_with_their_body)
rules.add_perm("matters.follow", is_sender | works_here)
rules.add_perm("matters.rate", is_sender)
rules.add_perm("matters.reopen", is_sender | directs)
rules.add_perm("matters.close", works_here | clock | is_sender)
rules.add_perm("matters.forget", clock | directs)
rules.add_perm("matters.publish", works_here)
rules.add_perm("matters.set_rules", directs)
rules.add_perm("matters.import", works_here | operator)
rules.add_perm("matters.see_public", anyone)

register_owner("matters.ImportBatch", permission="matters.import")
register_owner("matters.Matter", permission="matters.see_photo", own="matters.see_own_photo")
