"""What time does to messages: tries again what did not go out, clears away what is old."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.core.messages.actions import clear
from linli.core.messages.delivery import attempt
from linli.core.messages.models import Message
from linli.core.messages.queries import waiting_deliveries
from linli.core.messages.rules import cleared_before


def run(at: datetime) -> None:
    """Safe to repeat, and beside another worker: each delivery is claimed before it is tried."""
    for delivery in list(waiting_deliveries(at)):
        attempt(delivery, at)
    old = Message.objects.across_communities("age counts, not the community").filter(
        created_at__lt=cleared_before(at)
    )
    if old.exists():
        clear(None, by=the_clock(), at=at)
