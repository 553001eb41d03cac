"""What time does to lists: closes those nobody touches any more, and deletes closed ones."""

from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.lib.law import Refused
from linli.service.chains.actions import close, forget
from linli.service.chains.models import Chain
from linli.service.chains.rules import CLOSED, IDLE_DAYS, KEPT_DAYS, OPEN


def run(at: datetime) -> dict[str, int]:
    """Safe to run twice, and by several processes at once."""
    everywhere = Chain.objects.across_communities("time passes everywhere")
    idle = everywhere.filter(state=OPEN, changed_at__lte=at - timedelta(days=IDLE_DAYS))
    over = everywhere.filter(state=CLOSED, closed_at__lte=at - timedelta(days=KEPT_DAYS))
    done = {"closed": 0, "forgotten": 0}
    for name, act, chains in (("closed", close, idle), ("forgotten", forget, over)):
        for chain in list(chains.select_related("community")):
            try:
                act(chain, by=the_clock(), at=at)
                done[name] += 1
            except (Refused, Chain.DoesNotExist):
                continue  # somebody at the desk, or another process, was first
    return done
