"""Who may do what with reminders and service cards: whose they are; a worker, where the person
wished it. Director and supervisors see counts."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, clock, holds
from linli.core.people.queries import own_record
from linli.service.catalogue.reminders.models import Reminder
from linli.service.catalogue.reminders.queries import has_account

works_here = holds("worker", "director", "deputy_director")
counts_here = holds("director", "supervisor")


@rules.predicate
def is_on_record(actor: Actor, subject: Any = None) -> bool:
    """Signed in, and on a roster."""
    return actor.person is not None


@rules.predicate
def is_whose(actor: Actor, row: Any = None) -> bool:
    """Whose reminder or card it is; also where their record was found to be another's."""
    person, own = getattr(row, "person", None), own_record(actor)
    if own is None or person is None:
        return False
    return own.pk in (person.pk, person.merged_into_id)


@rules.predicate
def is_told_by_a_call(actor: Actor, row: Any = None) -> bool:
    """Of a person who wished a call, or has no account: a worker may know of it."""
    return isinstance(row, Reminder) and (row.call or not has_account(row.person))


rules.add_perm("catalogue.set_reminder", is_on_record)
rules.add_perm("catalogue.set_reminder_for", works_here)
rules.add_perm("catalogue.tend_reminder", is_whose | (works_here & is_told_by_a_call))
rules.add_perm("catalogue.see_reminders", works_here)
rules.add_perm("catalogue.record_reminder_call", works_here & is_told_by_a_call)
rules.add_perm("catalogue.see_reminder_counts", counts_here)
rules.add_perm("catalogue.move_reminders", clock)
rules.add_perm("catalogue.make_card", is_on_record)
rules.add_perm("catalogue.make_card_for", works_here)
rules.add_perm("catalogue.tend_card", is_whose | works_here)
rules.add_perm("catalogue.see_cards", works_here)
rules.add_perm("catalogue.welcome", works_here)
