"""Whom an act of a case is told to: its sides, who mediates, who assigns. Never what it is of."""

from uuid import UUID

from linli.core.audit.door import Act
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.safety.mediation.models import Mediation, Record, people_of
from linli.safety.mediation.permissions import set_assigner
from linli.safety.mediation.rules import starting as rules


def tell_sides(act: Act, case: Mediation, kind: str, *, but: object = None) -> None:
    """Every side that is of the roster, or has somebody of it acting for them; not `but`."""
    told = {person for side in case.sides for person in people_of(side)}
    for person in sorted(told - {but}, key=str):
        act.tell(kind, person=person)


def tell_mediators(act: Act, case: Mediation, kind: str) -> None:
    """Who mediates it, but for whoever acts; where nobody does yet, whoever has it."""
    accounts = [each.account_id for each in case.current_mediators]
    if not accounts and case.assignee_id is not None:
        accounts = [case.assignee_id]
    for account in accounts:
        if account != act.by.account:
            act.tell(kind, account=account)


def hand_to_chair(act: Act, case: Mediation) -> list[UUID]:
    """Sets who assigns it now, before it goes there; gives whom to tell once it has. Refused
    where nobody mediates here."""
    told = set_assigner(case, local_day(act.at))
    require(rules.somebody_mediates(len(told)))
    return told


def tell_chair(act: Act, accounts: list[UUID]) -> None:
    """Whoever assigns: the chair, else every mediator; not whoever acts."""
    for account in accounts:
        if account != act.by.account:
            act.tell("mediation.to_assign", account=account)


def say_why(act: Act, case: Mediation, words: str) -> None:
    """Keeps the reason of a step, sealed, with the case."""
    if not words.strip():
        return
    record = Record(
        community_id=case.community_id,
        case=case,
        kind="reason",
        at=act.at,
        written_at=act.at,
        account_id=act.by.account,
    )
    record.text = words.strip()
    record.save(force_insert=True)
