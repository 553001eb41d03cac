"""Who prepares, who leads on the day, and who sees the cards: the director, the deputy and the
workers, nobody else. Supervisors read that a list was destroyed, in counts. The clock does what
has its day."""

from typing import Any

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, anyone, clock, holds

prepares = holds("worker", "committee_member", "deputy_director", "director")
leads = holds("worker", "deputy_director", "director")


@rules.predicate(name="own_emergency_card")
def own_card(actor: Actor, card: Any = None) -> bool:
    """Whoever it is about, or who put it down for their family."""
    if card is None or not hasattr(card, "consented_at"):
        return False
    mine = actor.account is not None and actor.account == card.account_id
    return mine or (actor.person is not None and actor.person == card.person_id)


@rules.predicate(name="own_emergency_door")
def own_door(actor: Actor, door: Any = None) -> bool:
    """Whoever asked for it while an incident lasts."""
    asked_by = getattr(door, "account_id", None)
    return asked_by is not None and actor.account == asked_by and hasattr(door, "put_at")


rules.add_perm("emergencies.see_public", anyone)
rules.add_perm("emergencies.keep", prepares | clock)
rules.add_perm("emergencies.see_ends", prepares | holds("supervisor"))
rules.add_perm("emergencies.lead", leads)
rules.add_perm("emergencies.cards", leads)
rules.add_perm("emergencies.put_card", lives_here | leads)
rules.add_perm("emergencies.own_card", own_card | leads)
rules.add_perm("emergencies.ask_now", lives_here)
rules.add_perm("emergencies.own_door", own_door)
rules.add_perm("emergencies.call_leaders", lives_here | leads)
rules.add_perm("emergencies.put_off", holds("director", "deputy_director"))
rules.add_perm("emergencies.pass_time", clock)
