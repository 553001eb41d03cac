"""Who sees a job and may stop it."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, holds, operator


@rules.predicate
def own_job(actor: Actor, subject: Any = None) -> bool:
    """The actor began it."""
    return actor.account is not None and getattr(subject, "account_id", None) == actor.account


@rules.predicate
def director_anywhere(actor: Actor, subject: Any = None) -> bool:
    """The actor directs some community of this instance."""
    return any(held.post == "director" for held in actor.posts)


rules.add_perm("jobs.see", own_job | holds("director") | operator)
rules.add_perm("jobs.steer", own_job | holds("director") | operator)
rules.add_perm("jobs.see_ticks", director_anywhere | operator)
