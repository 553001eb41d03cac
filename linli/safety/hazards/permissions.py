"""Who walks, who sorts, who mends. Everybody sees hazards by place and may report one without a
name; whoever the plan sends checks points and publishes nothing; workers and committee look before
anything is public, say who must mend, and look again; who must mend says that it is done. The
supervisory committee reads the desk and writes nothing."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, clock, holds
from linli.core.files.owners import register_owner

keeps = holds("worker", "committee_member", "deputy_director", "director")
heads = holds("deputy_director", "director")
walks = keeps | holds("property_manager", "representative")


@rules.predicate(name="must_mend")
def must_mend(actor: Actor, hazard: Any = None) -> bool:
    """Whoever holds a post for the body that must mend this hazard, or the one of this mending."""
    hazard = getattr(hazard, "hazard", hazard)
    body = getattr(hazard, "owner_body_id", None)
    return body is not None and any(
        held.body == body and held.covers(hazard) for held in actor.posts
    )


@rules.predicate(name="mends_for_a_body")
def for_a_body(actor: Actor, community: Any = None) -> bool:
    """Whoever holds a post for some body here: sees what that body must mend, and no more."""
    return any(held.body is not None and held.covers(community) for held in actor.posts)


rules.add_perm("hazards.see_public", anyone)
rules.add_perm("hazards.report", anyone)
rules.add_perm("hazards.see_desk", keeps | holds("supervisor"))
rules.add_perm("hazards.keep_points", keeps)
rules.add_perm("hazards.check", walks)
rules.add_perm("hazards.see_rounds", walks | holds("supervisor"))
rules.add_perm("hazards.sort", keeps)
rules.add_perm("hazards.mend", keeps | must_mend)
rules.add_perm("hazards.see_owed", for_a_body)
rules.add_perm("hazards.keep_fire", keeps)
rules.add_perm("hazards.keep_police_page", keeps)
rules.add_perm("hazards.keep_meeting", keeps)
rules.add_perm("hazards.give_to_police", heads)
rules.add_perm("hazards.keep_found", keeps)
rules.add_perm("hazards.report_lost", anyone)
rules.add_perm("hazards.forget", clock)

register_owner("hazards.Hazard", permission="hazards.mend")
register_owner("hazards.Mending", permission="hazards.mend")
