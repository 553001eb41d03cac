"""Who may do what with openings and with a job-seeker's card: the openings are kept by who works
here; a card by its owner, and by whoever holds the employment post."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, clock, holds
from linli.service.catalogue.work.queries.owners import own_records

POST = "employment"
works_here = holds("worker", "director", "deputy_director", POST)
keeps_cards = holds(POST)


@rules.predicate
def has_a_record(actor: Actor, subject: Any = None) -> bool:
    """Signed in, and on a roster."""
    return actor.person is not None


@rules.predicate
def owns_it(actor: Actor, subject: Any = None) -> bool:
    """The card is the actor's own, or the release is of their card."""
    card = getattr(subject, "card", subject)
    owner = getattr(card, "person_id", None)
    if owner is None or actor.person is None:
        return False
    return actor.person == owner or owner in own_records(actor)


rules.add_perm("catalogue.keep_openings", works_here)
rules.add_perm("catalogue.tend_openings", clock)
rules.add_perm("catalogue.write_job_card", has_a_record | keeps_cards)
rules.add_perm("catalogue.own_job_card", owns_it | keeps_cards)
rules.add_perm("catalogue.destroy_job_card", owns_it | keeps_cards | clock)
rules.add_perm("catalogue.keep_job_cards", keeps_cards)
rules.add_perm("catalogue.tend_job_cards", clock)
