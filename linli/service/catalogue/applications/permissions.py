"""Who may do what with an application: the applicant and whoever holds their mandate; its handler,
by name. The director sees counts, and with which colleague an emergency lies too long; the
supervisory committee sees the sum; nobody sees a list."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, clock, holds

works_here = holds("worker", "director", "deputy_director")
counts_here = holds("director", "supervisor")


@rules.predicate
def has_a_record(actor: Actor, subject: Any = None) -> bool:
    """Signed in, and on a roster."""
    return actor.person is not None


@rules.predicate
def handles(actor: Actor, application: Any = None) -> bool:
    """The handler named on the row, or who stands in for them on this one."""
    named = (getattr(application, "handler_id", None), getattr(application, "second_id", None))
    return actor.account is not None and actor.account in named


@rules.predicate
def is_theirs(actor: Actor, application: Any = None) -> bool:
    """The applicant, or whoever asked for them."""
    person = getattr(application, "person_id", None)
    asker = getattr(application, "asked_by_id", None)
    if asker is not None and asker == actor.account:
        return True
    return person is not None and person == actor.person


@rules.predicate
def is_own_note(actor: Actor, note: Any = None) -> bool:
    """The worker who wrote the note."""
    return actor.account is not None and getattr(note, "account_id", None) == actor.account


rules.add_perm("catalogue.ask_for_help", has_a_record)
rules.add_perm("catalogue.open_application", works_here)
rules.add_perm("catalogue.take_up_application", works_here)
rules.add_perm("catalogue.handle_application", works_here & handles)
rules.add_perm("catalogue.withdraw_application", is_theirs | (works_here & handles))
rules.add_perm("catalogue.end_application_notice", (works_here & handles) | clock)
rules.add_perm("catalogue.see_applications", works_here)
rules.add_perm("catalogue.visit_for_review", works_here)
rules.add_perm("catalogue.hear_application_alarm", holds("director"))
rules.add_perm("catalogue.see_application_counts", counts_here)
rules.add_perm("catalogue.tend_application_rows", clock)
rules.add_perm("catalogue.wish_for_help", has_a_record)
rules.add_perm("catalogue.see_shared_wishes", works_here)
rules.add_perm("catalogue.note_privately", works_here)
rules.add_perm("catalogue.tend_own_note", is_own_note)
