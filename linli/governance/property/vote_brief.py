"""What an owner reads on the paper on a screen: the same as on the page of the vote."""

from typing import Any

from linli.governance.property.models import OwnersVote
from linli.governance.property.vote_shown import needs_of
from linli.mechanisms.ballot.keepers import Asked, Brief


def brief_of(poll: Any) -> Brief:
    """Why there is a vote; each plan in full, and what majority it asks."""
    rows = OwnersVote.objects.filter(community=poll.community_id, poll=poll)
    vote = rows.prefetch_related("matters").first()
    if vote is None:
        return Brief()
    asked = {each.position: Asked(each.text, needs_of(each.kind)) for each in vote.matters.all()}
    return Brief(vote.about, asked)
