"""Who may do what in the supervision of the committee.

The supervisory committee inspects, chairs appraisals and reads the book of what concerns the
institution; the committee records who was chosen, tells of its meetings and answers. Nobody it
watches over has a hand in a finding, an appraisal or an audit of their own.
"""

from typing import Any

import rules

from linli.core.audit.actor import Actor, holds, operator
from linli.core.files.owners import register_owner

watches = holds("supervisor")
works_here = holds("director", "worker")
sits = holds("director", "deputy_director", "committee_member", "worker")


@rules.predicate
def organises_from_street(actor: Actor, subject: Any) -> bool:
    """Holds a post at the street (or district) in which the subject's community lies."""
    place = getattr(subject, "community", None) or subject
    path = getattr(place, "path", "")
    return any(
        held.post == "street_officer" and path.startswith(f"{held.path}/") for held in actor.posts
    )


rules.add_perm("oversight.see_supervision", watches | sits)
rules.add_perm("oversight.supervise", watches)
rules.add_perm("oversight.answer_shortcoming", works_here)
rules.add_perm("oversight.keep_supervisors", works_here | operator)
rules.add_perm("oversight.notify_supervisors", works_here)
# Whoever is elected, and their near kin, leave the supervisory committee with the declaration.
rules.add_perm("oversight.unseat_barred", holds("election_committee") | works_here)
rules.add_perm("oversight.see_acts", watches)
rules.add_perm("oversight.chair_appraisal", watches)
rules.add_perm("oversight.keep_audit", watches | holds("worker") | organises_from_street)
rules.add_perm("oversight.see_audits", watches | sits | organises_from_street)
rules.add_perm("oversight.remind_of_audit", works_here | holds("election_committee"))

register_owner("oversight.DirectorAudit", permission="oversight.see_audits")
register_owner("oversight.Shortcoming", permission="oversight.see_supervision")
