"""What every ballot says, and what stands below a published list."""

from typing import Any

from django import template
from django.conf import settings

from linli.mechanisms.ballot.models import Poll
from linli.mechanisms.ballot.promises import promise_of
from linli.mechanisms.ballot.queries.listing import in_groups, list_of

register = template.Library()


@register.inclusion_tag("ballot/_secrecy.html")
def secrecy_of(poll: Poll, printed: bool = False) -> dict[str, Any]:
    """{% secrecy_of poll %}: what secrecy this ballot promises, in one sentence. `printed` for the
    paper itself, in a run of ballots."""
    if not isinstance(poll, Poll):  # a name mistyped in a template must not silence the promise
        if getattr(settings, "LINLI_STRICT", False):
            raise LookupError("secrecy_of needs the poll")
        return {}
    return {"promise": promise_of(poll, printed=printed), "printed": printed}


@register.inclusion_tag("ballot/_list_head.html")
def list_head_of(poll: Poll) -> dict[str, Any]:
    """{% list_head_of poll %}: the head of the published list, for a sheet or a page; nothing
    where there is none."""
    found = list_of(poll)
    return {"papers": found.papers, "head": in_groups(poll.list_head)} if found else {}
