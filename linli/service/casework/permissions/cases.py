"""Cases. The post lets somebody have cases; the case says whose it is."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, clock, holds
from linli.service.casework.hands import DESK, handles, role_of
from linli.service.casework.models import Case, CaseHand

works = holds(*DESK)


@rules.predicate
def handles_it(actor: Actor, case: Any) -> bool:
    """The actor is named on the case."""
    return isinstance(case, Case) and handles(actor, case)


@rules.predicate
def leads_it(actor: Actor, case: Any) -> bool:
    """The actor leads the case, or is its second: either keeps it in two hands."""
    return isinstance(case, Case) and role_of(actor, case) in (
        CaseHand.LEAD,
        CaseHand.SECOND,
    )


@rules.predicate
def keeps_its_kind(actor: Actor, case: Any) -> bool:
    """The actor holds the post that looks after left cases of this kind. Whether it is left, the
    act looks."""
    return isinstance(case, Case) and actor.holds(case.declared.keeper, over=case)


rules.add_perm("casework.see", works)
rules.add_perm("casework.open_case", works)
rules.add_perm("casework.handle", works & handles_it)
rules.add_perm("casework.lead", works & leads_it)
rules.add_perm("casework.keep", works & keeps_its_kind)
rules.add_perm("casework.destroy", clock)
