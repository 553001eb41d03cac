"""Who asks, answers, follows and hears complaints.

Anybody asks; whoever holds the receipt follows. The street office sees counts, and of complaints
only those that were sent to it.
"""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, clock, holds

works_here = holds("worker", "director")


@rules.predicate
def is_asker(actor: Actor, inquiry: Any) -> bool:
    """The actor asked it: by account, or by showing the receipt."""
    asker = getattr(inquiry, "asker_id", None)
    if asker is not None and asker == actor.account:
        return True
    return getattr(inquiry, "pk", None) in actor.bears


@rules.predicate
def is_the_street_told(actor: Actor, inquiry: Any) -> bool:
    """The actor's street office lies above the community, and the complaint was sent to it."""
    complaints = getattr(inquiry, "complaints", None)
    community = getattr(inquiry, "community", None)
    if complaints is None or community is None:
        return False
    above = any(
        held.post == "street_officer" and community.path.startswith(f"{held.path}/")
        for held in actor.posts
    )
    return above and complaints.filter(community=inquiry.community_id, sent=True).exists()


rules.add_perm("oversight.ask", anyone)
rules.add_perm("oversight.see_inquiries", works_here)
rules.add_perm("oversight.answer", works_here)
rules.add_perm("oversight.follow", is_asker)
rules.add_perm("oversight.lapse", clock)
rules.add_perm("oversight.forget_asker", clock)
rules.add_perm("oversight.reply_complaint", is_the_street_told)
