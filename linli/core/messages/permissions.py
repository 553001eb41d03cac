"""An inbox is its owner's alone."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, clock


@rules.predicate
def own_inbox(actor: Actor, subject: Any = None) -> bool:
    """The message, or the account, is the actor's own."""
    owner = getattr(subject, "account_id", getattr(subject, "pk", None))
    return actor.account is not None and owner == actor.account


rules.add_perm("messages.read", own_inbox)
rules.add_perm("messages.clear", clock)
