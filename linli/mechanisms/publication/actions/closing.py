"""When a notice comes down, who was told of it is forgotten; how many were is kept."""

from datetime import datetime

from linli.lib.calendar import local_day
from linli.mechanisms.publication.models import Posting, Told
from linli.mechanisms.publication.queries.rounds import reach_of


def close_round(posting: Posting, at: datetime) -> None:
    """Counts the round and lets the households go. Saved by whoever ends the notice."""
    if posting.round_begun_at is None:
        return
    reach = reach_of(posting, local_day(at))
    posting.told = {
        "households": reach.households,
        "without_phone": reach.without_phone,
        "told": reach.told,
    }
    Told.objects.filter(community=posting.community_id, posting=posting).delete()
