"""Who may let others in, and who lives where."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, holds, operator, signed_in
from linli.core.places.models import Place


@rules.predicate
def lives_here(actor: Actor, subject: Any) -> bool:
    """Signed in, and belongs to a dwelling of the community the subject lies in."""
    community = getattr(subject, "community_id", None)
    if not actor.signed_in or community is None or not actor.dwellings:
        return False
    return Place.objects.filter(community=community, pk__in=actor.dwellings).exists()


rules.add_perm("access.invite", holds("director", "worker", "registrar") | operator)
rules.add_perm("access.appoint", holds("director") | operator)
rules.add_perm("access.accept_invitation", anyone)
rules.add_perm("access.prefer", signed_in)
rules.add_perm("access.see_posts", holds("director", "supervisor"))
