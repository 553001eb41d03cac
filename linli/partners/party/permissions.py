"""Who may do what in Party affairs.

The secretary keeps them. Director, deputy and supervisors read the desk: meetings, units, needs,
studies, which hold no person. Who checked in, only the secretary sees, and each their own row.
Everybody reads what is published; whoever lives here may claim a post, whatever they belong to.
"""

from typing import Any

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, anyone, clock, holds

secretary = holds("party_secretary")


@rules.predicate(name="own_party_row")
def own(actor: Actor, row: Any = None) -> bool:
    """Whoever claimed the post, or checked in; of a service, in whose row it stands."""
    owner = getattr(row, "checkin", None) or getattr(row, "claim", None) or row
    return actor.account is not None and actor.account == getattr(owner, "account_id", None)


rules.add_perm("party.see_public", anyone)
rules.add_perm("party.see_desk", secretary | holds("director", "deputy_director", "supervisor"))
rules.add_perm("party.keep", secretary)
rules.add_perm("party.see_checkins", secretary)
rules.add_perm("party.take_part", lives_here)
rules.add_perm("party.own_row", own)
rules.add_perm("party.end_row", own | clock)
rules.add_perm("party.answer", secretary)
rules.add_perm("party.tell_month", clock)
