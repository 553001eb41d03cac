"""Who keeps a gathering's door and record: those its domain names. Who comes, signs in at the
door itself, with the code that hangs there."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, clock
from linli.mechanisms.gathering.models import Gathering


@rules.predicate
def keeps_it(actor: Actor, subject: Any) -> bool:
    """The actor holds the permission which the domain named for gatherings of this kind, over
    the gathering or something of it (a speech, somebody signed in)."""
    gathering = getattr(subject, "gathering", subject)
    if not isinstance(gathering, Gathering):
        return False
    return bool(rules.has_perm(gathering.sort.keeps, actor, gathering))


rules.add_perm("gathering.keep", keeps_it)
rules.add_perm("gathering.come", anyone)
rules.add_perm("gathering.forget", clock)
