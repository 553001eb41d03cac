"""The two sides of violence stay in different hands, also where two act in one moment."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.lib.law import require
from linli.service.casework.models import Case
from linli.service.casework.queries import apart, cases as queries
from linli.service.casework.queries.violence import other_side_of_file
from linli.service.casework.rules import cases as rules, violence


def hold_both_sides(case: Case) -> None:
    """Locks the victim's case and then the other side's, in this order whichever of the two one
    comes from, until the act is done: nobody is put on the one while somebody is put on the other.
    Called first of all, before any other lock. Of any other kind nothing is locked."""
    if case.kind not in (apart.KIND, apart.OTHER):
        return
    victims = case.pk if case.kind == apart.KIND else apart.victims_case_of(case)
    _lock(case, victims)
    # Read once the victim's is held: whoever set the other side apart has committed by then.
    _lock(case, apart.other_case_of(case) if case.kind == apart.KIND else case.pk)


def require_apart(case: Case, account: UUID, *, beyond: bool = False) -> None:
    """Of two sides kept apart nobody handles both. On the other side's case the refusal is the
    plain one, and hangs on the list of whom it may ask, not on the victim's hands; only where the
    keeper has to go beyond that list (`beyond`), or there is none, are these looked at."""
    if case.kind == apart.KIND:
        require(violence.in_other_hands(account in apart.kept_for_other_side(case)))
    elif case.kind == apart.OTHER:
        reserve = apart.reserve_of(case)
        named = beyond or not reserve or account in reserve
        handles = account in apart.hands_now(case.community_id, apart.victims_case_of(case))
        require(rules.may_be_handler(named and not handles))


@action("casework.name_for_other_side", needs="casework.tend")
def name_for_other_side(act: Act, case: Any, *, file: Any, accounts: Collection[UUID]) -> None:
    """Names more colleagues whom the other side's case may ask. They stay named."""
    require(rules.still_open(case.is_open))
    hold_both_sides(case)
    row = other_side_of_file(file)
    require(violence.set_apart(row is not None))
    assert row is not None
    require(
        violence.in_other_hands(bool(apart.hands_now(case.community_id, case.pk) & {*accounts}))
    )
    fits = row.case.declared.handled_by
    known = queries.may_handle(case.community, fits, act.at).filter(pk__in=list(accounts))
    require(rules.may_be_handler(known.count() == len({*accounts})))
    row.name_for_it(accounts)
    row.save(update_fields=["may_ask"])


def _lock(case: Case, key: UUID | None) -> None:
    if key is not None:
        rows = Case.objects.select_for_update().filter(community=case.community_id, pk=key)
        list(rows.values_list("pk"))
