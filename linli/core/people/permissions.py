"""Who may see and write what about persons, by the post held in their community."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, clock, holds, operator

desk = holds("director", "worker", "registrar")
keepers = holds("director", "registrar")


@rules.predicate
def own_record(actor: Actor, subject: Any = None) -> bool:
    """The record is the actor's own: the person, or a row that belongs to the person."""
    if actor.person is None or subject is None:
        return False
    owner = getattr(subject, "person_id", None) or getattr(subject, "pk", None)
    return bool(owner == actor.person)


rules.add_perm("people.read", desk)
rules.add_perm("people.open", desk)
# Approval by who answers for the committee before a child's record is opened (PIPL 31).
rules.add_perm("people.open_child", holds("director"))
rules.add_perm("people.register", desk | operator)
rules.add_perm("people.correct", desk | own_record | operator)
rules.add_perm("people.consent", desk | own_record | operator)
rules.add_perm("people.appoint_agent", desk | operator)
rules.add_perm("people.merge", keepers | operator)
rules.add_perm("people.forget", keepers | clock)
rules.add_perm("people.import", keepers | operator)
rules.add_perm("people.expire", clock)
rules.add_perm("people.reseal", operator)
rules.add_perm("people.answer", keepers)
rules.add_perm("people.own", own_record)
