"""When a post ends, what its holder had in hand falls back at once, and no item is anybody's past.

The register of posts lies below the clocks and does not know them. A post that ends on a later
day, or by an election, is seen by `clocks/due.py` that day.
"""

from linli.core.access.models import Holding
from linli.core.audit.door import Act, crosses
from linli.core.clocks.actions import release_left
from linli.core.places.models import Place


@crosses("access.end_post")
def leavers_items_fall_back(act: Act, held: Holding) -> None:
    """Where the post is over today and the account has no other desk here, its open clocks go to
    the post, marked for the director. Nothing where it still runs."""
    community = Place.objects.filter(pk=held.community_id).first()
    if community is not None:
        release_left(act, community)
