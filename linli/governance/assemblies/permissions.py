"""Who may do what about residents' meetings.

The committee convenes and records; the director calls. A resident petitions, signs, and says
what they think of a draft; a representative reports back to the group that chose them, and sees
its numbers, never a file. The supervisory committee and the representatives read the record.
"""

from typing import Any

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, anyone, clock, holds, operator, signed_in
from linli.governance.assemblies.models import Petition, Representative

works_here = holds("director", "worker")
directs = holds("director")


@rules.predicate
def started_it(actor: Actor, petition: Any) -> bool:
    """Whoever began a petition may end it."""
    return (
        isinstance(petition, Petition)
        and actor.account is not None
        and petition.started_by_id == actor.account
    )


@rules.predicate
def is_that_representative(actor: Actor, row: Any) -> bool:
    """The representative themselves, while they hold the post."""
    return (
        isinstance(row, Representative)
        and actor.account is not None
        and row.account_id == actor.account
        and actor.holds("representative", over=row)
    )


rules.add_perm("assemblies.see_desk", works_here)
rules.add_perm("assemblies.convene", works_here)
# What the Party organisation studied its secretary writes down, or the desk for it (RCL 30).
rules.add_perm("assemblies.study", works_here | holds("party_secretary"))
rules.add_perm("assemblies.call", directs)
rules.add_perm("assemblies.keep_door", works_here)
rules.add_perm("assemblies.decide", works_here)
rules.add_perm("assemblies.decide_here", directs)
rules.add_perm("assemblies.authorise", directs)
rules.add_perm("assemblies.keep_representatives", directs | operator)
rules.add_perm("assemblies.state_figure", works_here | operator)
rules.add_perm("assemblies.report_back", is_that_representative)
rules.add_perm("assemblies.see_group", holds("representative"))
rules.add_perm("assemblies.petition", lives_here | works_here)
rules.add_perm("assemblies.sign", lives_here | works_here)
rules.add_perm("assemblies.sign_on_paper", works_here)
rules.add_perm("assemblies.end_petition", started_it | works_here)
rules.add_perm("assemblies.carry_out", works_here)
rules.add_perm("assemblies.draft", works_here)
rules.add_perm("assemblies.comment", signed_in)
rules.add_perm(
    "assemblies.read_record",
    works_here | holds("supervisor", "representative", "deputy_director", "committee_member"),
)
rules.add_perm("assemblies.see_public", anyone)
rules.add_perm("assemblies.remind", clock)
