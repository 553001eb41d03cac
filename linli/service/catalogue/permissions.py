"""Who may do what with certificates.

Everybody may search and check; a resident with a record here asks for and sees their own; workers
and directors draft; director or deputy seal what another drafted; the director keeps the lists;
the supervisory committee sees counts and no persons.
"""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, clock, holds, signed_in
from linli.service.catalogue.applications import permissions as _applications  # noqa: F401
from linli.service.catalogue.reminders import permissions as _reminders  # noqa: F401
from linli.service.catalogue.work import permissions as _work  # noqa: F401

works_here = holds("worker", "director", "deputy_director")
keeps_the_seal = holds("director", "deputy_director")
directs = holds("director")


@rules.predicate
def has_a_record(actor: Actor, subject: Any = None) -> bool:
    """The actor's account belongs to somebody on a roster. Of a certificate: to its holder."""
    if actor.person is None:
        return False
    return not hasattr(subject, "person_id") or subject.person_id == actor.person


@rules.predicate
def is_its_holder(actor: Actor, certificate: Any) -> bool:
    """The certificate is about the actor, or was asked for from their account."""
    holder = getattr(certificate, "person_id", None)
    asker = getattr(certificate, "asked_by_id", None)
    if asker is not None and asker == actor.account:
        return True
    if holder is None or actor.person is None:
        return False
    # Two rows of one person may have been made one since.
    return actor.person in (holder, certificate.person.merged_into_id)


rules.add_perm("catalogue.search_certificates", anyone)
rules.add_perm("catalogue.check_certificate", anyone)
rules.add_perm("catalogue.ask_certificate", has_a_record)
rules.add_perm("catalogue.withdraw_certificate", is_its_holder)
rules.add_perm("catalogue.see_certificates", works_here)
rules.add_perm("catalogue.see_certificate", works_here | is_its_holder)
rules.add_perm("catalogue.draft_certificates", works_here)
rules.add_perm("catalogue.seal_certificates", keeps_the_seal)
rules.add_perm("catalogue.revoke_certificates", keeps_the_seal)
rules.add_perm("catalogue.set_certificate_lists", directs)
rules.add_perm("catalogue.set_certificate_offices", works_here)
rules.add_perm("catalogue.see_certificate_counts", works_here | holds("supervisor"))
rules.add_perm("catalogue.forget_certificates", clock)
# Drafted by one, released by another (a rule of notices that name persons).
rules.add_perm("catalogue.draft_assistance", works_here)
rules.add_perm("catalogue.release_assistance", works_here)
# The navigator at the desk, with the resident beside; nothing is kept.
rules.add_perm("catalogue.open_navigator", works_here)

# Guides, the directory, the network, home service.


@rules.predicate
def is_theirs(actor: Actor, request: Any = None) -> bool:
    """The visit is for the actor, or they asked for it themselves."""
    if not actor.signed_in:
        return False
    if getattr(request, "asked_by_id", None) == actor.account:
        return True
    return actor.person is not None and getattr(request, "person_id", None) == actor.person


rules.add_perm("catalogue.read_guides", anyone)
rules.add_perm("catalogue.draft_guides", works_here)
rules.add_perm("catalogue.publish_guides", works_here)
rules.add_perm("catalogue.retire_guides", works_here)
rules.add_perm("catalogue.keep_providers", works_here)
rules.add_perm("catalogue.set_contacts", works_here)
rules.add_perm("catalogue.ask_home_service", works_here | signed_in)
rules.add_perm("catalogue.handle_home_services", works_here)
rules.add_perm("catalogue.own_home_service", is_theirs | works_here)
rules.add_perm("catalogue.rate_guide", is_theirs)
rules.add_perm("catalogue.forget_home_service", clock)

# What is near.
rules.add_perm("catalogue.place_on_map", works_here)
