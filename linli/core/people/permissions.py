"""Who may see and write what about persons, by the post held in their community."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, clock, holds, operator

desk = holds("director", "worker", "registrar")
keepers = holds("director", "registrar")
counters = holds("deputy_director", "committee_member", "representative", "supervisor")


@rules.predicate
def own_record(actor: Actor, subject: Any = None) -> bool:
    """The record is the actor's own: the person, or a row that belongs to the person."""
    if actor.person is None or subject is None:
        return False
    owner = getattr(subject, "person_id", None) or getattr(subject, "pk", None)
    return bool(owner == actor.person)


@rules.predicate
def declared_it(actor: Actor, subject: Any = None) -> bool:
    """The change was told of by the actor."""
    told_by = getattr(subject, "declared_by_id", None)
    return told_by is not None and told_by == actor.person


rules.add_perm("people.read", desk)
# How many: for those who speak for residents or look over the committee's work, and never who.
rules.add_perm("people.count", desk | counters)
rules.add_perm("people.list", desk)
rules.add_perm("people.save_question", desk)
rules.add_perm("people.open", desk)
# Approval by who answers for the committee before a child's record is opened (PIPL 31).
rules.add_perm("people.open_child", holds("director"))
rules.add_perm("people.register", desk | operator)
rules.add_perm("people.correct", desk | own_record | operator)
rules.add_perm("people.declare", desk | own_record)
rules.add_perm("people.withdraw_declaration", declared_it)
rules.add_perm("people.consent", desk | own_record | operator)
rules.add_perm("people.appoint_agent", desk | operator)
rules.add_perm("people.merge", keepers | operator)
rules.add_perm("people.forget", keepers | clock)
rules.add_perm("people.import", desk | operator)
rules.add_perm("people.expire", clock)
rules.add_perm("people.reseal", operator)
rules.add_perm("people.answer", keepers)
rules.add_perm("people.own", own_record)
