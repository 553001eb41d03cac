"""A matter is taken back by whoever raised it."""

from linli.core.audit.door import Act, action
from linli.mechanisms.flow.actions import take
from linli.service.matters.actions.forwarding import end_forwarding
from linli.service.matters.actions.publishing import refresh_posting
from linli.service.matters.flows import MATTER
from linli.service.matters.models import Matter


@action("matters.withdraw", needs="matters.follow")
def withdraw(act: Act, matter: Matter) -> Matter:
    """The sender no longer asks for it; a body that had it no longer sees it."""
    take(act, MATTER, matter, "withdraw")
    matter.closed_at = act.at
    matter.save(update_fields=["closed_at"])
    end_forwarding(act, matter)
    refresh_posting(act, matter)
    return matter
