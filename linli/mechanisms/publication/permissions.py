"""Who may do what with notices.

Everybody reads what is up, checks what they hold against it and objects; whoever holds a receipt
follows the objection. The desk writes, hangs, tells households and answers; what names persons
goes through two hands (a rule, not a permission). Time takes down and forgets.
"""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, clock, holds
from linli.core.files.owners import register_owner

works_here = holds("director", "deputy_director", "worker")


@rules.predicate
def bears_the_receipt(actor: Actor, objection: Any = None) -> bool:
    """The actor raised the objection: by account, or by showing its receipt."""
    sender = getattr(objection, "sender_id", None)
    if sender is not None and sender == actor.account:
        return True
    return getattr(objection, "pk", None) in actor.bears


@rules.predicate
def has_a_home(actor: Actor, subject: Any = None) -> bool:
    """Somebody whose home is known: which one, the act asks."""
    return actor.person is not None or bool(actor.dwellings)


rules.add_perm("publication.withdraw", holds("director", "worker"))
rules.add_perm("publication.see_desk", works_here)
rules.add_perm("publication.write", works_here)
rules.add_perm("publication.release", works_here)
rules.add_perm("publication.object", anyone)
rules.add_perm("publication.follow_objection", bears_the_receipt | works_here)
rules.add_perm("publication.answer_objections", works_here)
rules.add_perm("publication.keep_boards", works_here)
rules.add_perm("publication.tell_households", works_here)
rules.add_perm("publication.confirm_told", has_a_home)
rules.add_perm("publication.expire", clock)
rules.add_perm("publication.forget", clock)

register_owner("publication.Hanging", permission="publication.keep_boards")
