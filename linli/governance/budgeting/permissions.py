"""Who may do what about the budget residents decide on.

The committee's workers plan a round and tend its ideas; the director opens and closes its phases.
Whoever was named for it vets; residents send ideas, vote, accept and rate. The supervisory
committee sees everything and changes nothing.
"""

from typing import Any

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, anyone, clock, holds
from linli.core.files.owners import register_owner
from linli.governance.budgeting.models import Acceptor, Idea, Project, Round, Vetter

works_here = holds("director", "worker")
directs = holds("director")


@rules.predicate
def is_author(actor: Actor, idea: Any) -> bool:
    """Whoever sent an idea, by their account or as the person of the register."""
    if not isinstance(idea, Idea):
        return False
    by_account = actor.account is not None and idea.account_id == actor.account
    by_person = actor.person is not None and idea.person_id == actor.person
    return by_account or by_person


@rules.predicate
def is_vetter(actor: Actor, subject: Any) -> bool:
    """Named to vet in the round the subject belongs to; over a place, in any round there."""
    if actor.account is None or subject is None:
        return False
    community = getattr(subject, "community_id", None)
    named = Vetter.objects.filter(community=community, account=actor.account)
    if isinstance(subject, Idea):
        named = named.filter(round=subject.round_id)
    elif isinstance(subject, Round):
        named = named.filter(round=subject)
    return community is not None and named.exists()


@rules.predicate
def is_acceptor(actor: Actor, project: Any) -> bool:
    """Named to look at what was built."""
    return (
        isinstance(project, Project)
        and actor.person is not None
        and Acceptor.objects.filter(
            community=project.community_id, project=project, person=actor.person
        ).exists()
    )


rules.add_perm("budgeting.see_public", anyone)
rules.add_perm(
    "budgeting.see_desk",
    works_here | is_vetter | holds("supervisor", "deputy_director", "committee_member"),
)
rules.add_perm("budgeting.plan", works_here)
rules.add_perm("budgeting.run", directs)
rules.add_perm("budgeting.run_poll", directs)
rules.add_perm("budgeting.help_at_poll", works_here)
rules.add_perm("budgeting.tend", works_here)
rules.add_perm("budgeting.send_idea", lives_here)
rules.add_perm("budgeting.withdraw", is_author)
rules.add_perm("budgeting.vet", is_vetter)
rules.add_perm("budgeting.carry_out", works_here)
rules.add_perm("budgeting.accept", is_acceptor)
rules.add_perm("budgeting.rate", lives_here)
rules.add_perm("budgeting.forget", clock)

register_owner("budgeting.Project", permission="budgeting.see_desk")
