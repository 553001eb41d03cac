"""Who may plan, see and walk a round: what its kind says, and by name who planned it or carries it.

Over a place the question is whether there is any kind one may; over a round, whether this one. Of a
closed kind nobody sees a round by post.
"""

from collections.abc import Callable
from typing import Any

import rules

from linli.core.audit.actor import Actor, clock
from linli.core.audit.door import may
from linli.mechanisms.rounds.declaration import RoundKind, kinds
from linli.mechanisms.rounds.models import Carrier, Round


def _round_of(subject: Any) -> Round | None:
    if isinstance(subject, Round):
        return subject
    found = getattr(subject, "round", None)
    return found if isinstance(found, Round) else None


def carries(actor: Actor, round_: Round, *, now: bool = False) -> bool:
    """Whether the actor carries the round or, where not `now`, ever did."""
    if actor.account is None:
        return False
    rows = Carrier.objects.filter(
        community=round_.community_id, round=round_, account=actor.account
    )
    return rows.filter(until__isnull=True).exists() if now else rows.exists()


def planned(actor: Actor, round_: Round) -> bool:
    """Whether the actor planned it."""
    return actor.account is not None and round_.planned_by_id == actor.account


def _over(
    name: str, of_kind: Callable[[RoundKind], str], by_name: Callable[[Actor, Round], bool]
) -> "rules.Predicate":
    def held(actor: Actor, subject: Any = None) -> bool:
        round_ = _round_of(subject)
        if round_ is None:
            return any(may(of_kind(kind), actor, subject) for kind in kinds())
        kind = round_.kind_of_it
        by_post = not kind.is_closed and may(of_kind(kind), actor, round_)
        return by_post or by_name(actor, round_)

    return rules.Predicate(held, name=f"rounds_{name}")


_plans = _over("plan", lambda kind: kind.plans, planned)
_walks = _over("walk", lambda kind: kind.may_carry, carries)


def _named(actor: Actor, round_: Round) -> bool:
    return planned(actor, round_) or carries(actor, round_)


_sees = _over("see", lambda kind: kind.may_see, _named)


@rules.predicate
def _records(actor: Actor, subject: Any = None) -> bool:
    """Records what came from a door: who carries the round or did, and, from paper, who planned
    it or may plan such."""
    round_ = _round_of(subject)
    if round_ is None:
        return _walks(actor, subject)
    return carries(actor, round_) or _plans(actor, round_)


rules.add_perm("rounds.plan", _plans)
rules.add_perm("rounds.see", _sees | _walks)
rules.add_perm("rounds.walk", _records)
rules.add_perm("rounds.forget", clock)
