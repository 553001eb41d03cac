"""Who may do the mechanism's own acts; everything else is a step of a domain's act.

Who runs a poll and helps at it its room says (`keepers`); tellers and the witness are named
station by station, and nobody counts by post alone.
"""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, clock
from linli.core.audit.door import may
from linli.mechanisms.ballot.keepers import keeper_of, keepers
from linli.mechanisms.ballot.models import Poll, Station, Teller


@rules.predicate
def is_somebody_here(actor: Actor, subject: Any = None) -> bool:
    """Somebody of the register, signed in. Whether they are on the roll, the act finds out and
    says."""
    return actor.signed_in and actor.person is not None


rules.add_perm("ballot.cast", is_somebody_here)
rules.add_perm("ballot.close_by_time", clock)


def _poll_of(subject: Any) -> Poll | None:
    if isinstance(subject, Station):
        return subject.poll
    return subject if isinstance(subject, Poll) else None


def _asks(which: str) -> "rules.Predicate":
    """Whoever the poll's room says (`keepers`); over a place, whoever any room says."""

    def held(actor: Actor, subject: Any = None) -> bool:
        poll = _poll_of(subject)
        if poll is None:
            asked = keepers()
        else:
            found = keeper_of(poll)
            asked = (found,) if found else ()
        return any(may(getattr(keeper, which), actor, subject) for keeper in asked)

    return rules.Predicate(held, name=f"ballot_{which}")


@rules.predicate
def is_named(actor: Actor, subject: Any = None) -> bool:
    """Named as a teller or the witness of this station; over a poll or a place, of one there."""
    return _is_named(actor, subject)


def _is_named(actor: Actor, subject: Any, **part: str) -> bool:
    if actor.account is None or subject is None:
        return False
    community = getattr(subject, "community_id", None)
    named = Teller.objects.filter(community=community, account=actor.account, **part)
    if isinstance(subject, Station):
        named = named.filter(station=subject)
    elif isinstance(subject, Poll):
        named = named.filter(station__poll=subject)
    return community is not None and named.exists()


@rules.predicate
def is_witness(actor: Actor, subject: Any = None) -> bool:
    """Named as the witness of this station; over a poll or a place, of one there."""
    return _is_named(actor, subject, part="witness")


rules.add_perm("ballot.run", _asks("runs"))
rules.add_perm("ballot.help", _asks("helps"))
rules.add_perm("ballot.count", is_named)
rules.add_perm("ballot.void", _asks("runs") | is_witness)
rules.add_perm("ballot.see_stations", _asks("watches") | _asks("helps") | _asks("runs") | is_named)
rules.add_perm("ballot.watch", anyone)
