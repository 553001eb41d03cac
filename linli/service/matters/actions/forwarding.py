"""Sending a matter on, with a purpose and only the fields that purpose needs; and back."""

from collections.abc import Sequence

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.clocks.actions import wait_for
from linli.lib.law import Finding
from linli.mechanisms.flow.actions import take
from linli.service.matters.actions.handling import tell_handler
from linli.service.matters.actions.publishing import refresh_posting
from linli.service.matters.flows import MATTER
from linli.service.matters.models import Forwarding, Matter
from linli.service.matters.rules import FORWARDABLE


@action("matters.forward", needs="matters.handle")
def forward(
    act: Act,
    matter: Matter,
    *,
    body: Body,
    purpose: str,
    fields: Sequence[str],
    seen: int | None = None,
) -> Matter:
    """Sends the matter to `body`. The committee stays answerable: its clocks run on."""
    chosen = [name for name in FORWARDABLE if name in fields]
    complete = Finding(
        bool(purpose.strip()) and bool(chosen) and len(chosen) == len(set(fields)),
        "matters.forward_complete",
        cites=("pipl.6", "pipl.23"),
    )
    end_forwarding(act, matter)
    matter.assignee_id = matter.assignee_id or act.by.account
    take(
        act,
        MATTER,
        matter,
        "forward",
        seen=seen,
        conditions=[complete],
        body=body.name,
        purpose=purpose,
        fields=chosen,
    )
    Forwarding.objects.create(
        community_id=matter.community_id,
        matter=matter,
        body=body,
        purpose=purpose,
        fields=chosen,
        sent_at=act.at,
        sent_by_id=act.by.account,
    )
    matter.body = body
    matter.handling = "forward"
    matter.responded_at = matter.responded_at or act.at
    matter.save(update_fields=["body", "handling", "responded_at", "assignee"])
    wait_for(act, matter, body.name)
    act.note(body=body.name, fields=chosen)
    act.tell("matters.forwarded", post="property_manager", body=body.pk, kind=matter.kind.titles)
    if matter.sender_id:
        act.tell("matters.sent_on", account=matter.sender_id, body_name=body.name)
    refresh_posting(act, matter)
    return matter


@action("matters.take_back", needs="matters.handle")
def take_back(act: Act, matter: Matter, *, reason: str, seen: int | None = None) -> Matter:
    """The committee handles it itself after all; the body no longer sees it."""
    return _return(act, matter, "take_back", reason, seen)


@action("matters.hand_back", needs="matters.reply")
def hand_back(act: Act, matter: Matter, *, reason: str, seen: int | None = None) -> Matter:
    """The body cannot do it and says why."""
    returned = _return(act, matter, "hand_back", reason, seen)
    tell_handler(act, matter, "matters.handed_back")
    return returned


def _return(act: Act, matter: Matter, move: str, reason: str, seen: int | None) -> Matter:
    body = matter.body
    take(act, MATTER, matter, move, reason=reason, seen=seen)
    end_forwarding(act, matter, reply=reason if move == "hand_back" else "")
    matter.body = None
    matter.save(update_fields=["body"])
    act.note(body=body.name if body else "")
    refresh_posting(act, matter)
    return matter


def end_forwarding(act: Act, matter: Matter, reply: str = "") -> None:
    """Closes the forwarding that is open, if one is."""
    open_one = Forwarding.objects.filter(
        community=matter.community_id, matter=matter, ended_at__isnull=True
    )
    if open_one.update(ended_at=act.at, reply=reply):
        wait_for(act, matter, "")
