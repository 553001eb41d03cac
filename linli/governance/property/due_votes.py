"""What time does to owners' votes: how each voted goes when the year to challenge is over."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.governance.property.actions.vote_results import forget_papers
from linli.governance.property.models import OwnersVote
from linli.governance.property.vote_shown import challenge_until
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.mechanisms.ballot.models import NamedPaper


def run(at: datetime) -> dict[str, int]:
    """Destroys papers whose time is over; safe to run twice."""
    today, gone = local_day(at), 0
    over = OwnersVote.objects.across_communities("time passes everywhere").filter(
        state="published", poll__isnull=False
    )
    for vote in over.select_related("community", "poll"):
        last = challenge_until(vote)
        left = NamedPaper.objects.filter(community=vote.community_id, poll=vote.poll_id).exists()
        if last is None or last >= today or not left:
            continue
        try:
            gone += forget_papers(vote, by=the_clock(), at=at)
        except Refused:
            continue
    return {"forgotten": gone}
