"""What a worker does with a matter in hand."""

from collections.abc import Sequence
from typing import Any

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Clock, Holder
from linli.core.files.intake import Purpose, take_in
from linli.core.pages.bilingual import in_both
from linli.mechanisms.flow.actions import take
from linli.service.matters.actions.publishing import refresh_posting
from linli.service.matters.actions.raising import say
from linli.service.matters.flows import MATTER
from linli.service.matters.models import Kind, Matter, Remark
from linli.service.matters.models.kinds import HANDLING


@action("matters.accept", needs="matters.handle")
def accept(
    act: Act,
    matter: Matter,
    *,
    handling: str = "",
    kind: Kind | None = None,
    assignee: Account | None = None,
    seen: int | None = None,
) -> Matter:
    """Takes the matter in hand: how it will be handled, by whom. Counts as the first response."""
    matter.kind = kind or matter.kind
    matter.handling = handling or matter.handling
    before, matter.assignee_id = (
        matter.assignee_id,
        (assignee.pk if assignee else matter.assignee_id or act.by.account),
    )
    take(act, MATTER, matter, "accept", seen=seen)
    matter.responded_at = matter.responded_at or act.at
    matter.save(update_fields=["kind", "handling", "assignee", "responded_at"])
    _tell_new_handler(act, matter, before)
    act.note(kind=matter.kind.titles, handling=in_both(dict(HANDLING)[matter.handling]))
    refresh_posting(act, matter)
    return matter


@action("matters.assign", needs="matters.handle")
def assign(act: Act, matter: Matter, *, assignee: Account, seen: int | None = None) -> Matter:
    """Gives the matter, with its clocks, to a colleague."""
    before, matter.assignee_id = matter.assignee_id, assignee.pk
    take(act, MATTER, matter, "assign", seen=seen)
    matter.save(update_fields=["assignee"])
    _tell_new_handler(act, matter, before)
    act.note(to=assignee.label)
    return matter


def pass_on(act: Act, clock: Clock, holder: Holder, reason: str) -> None:
    """Who is given a matter's clock on the work calendar is given the matter."""
    matter = Matter.objects.get(community_id=clock.community_id, pk=clock.owner)
    if matter.assignee_id != holder.account:
        matter.assignee_id = holder.account
        take(act, MATTER, matter, "assign")
        matter.save(update_fields=["assignee"])


@action("matters.note", needs="matters.handle")
def note(act: Act, matter: Matter, *, text: str) -> Remark:
    """A note for colleagues only."""
    return say(act, matter, "note", text, seen_by="staff")


@action("matters.ask", needs="matters.handle")
def ask(act: Act, matter: Matter, *, question: str, seen: int | None = None) -> Matter:
    """Asks the sender for what is missing; both clocks rest until it comes."""
    take(act, MATTER, matter, "ask", reason=question, seen=seen)
    matter.responded_at = matter.responded_at or act.at
    matter.save(update_fields=["responded_at"])
    say(act, matter, "question", question, seen_by="sender")
    if matter.sender_id:
        act.tell("matters.asked", account=matter.sender_id, kind=matter.kind.titles)
    refresh_posting(act, matter)
    return matter


@action("matters.supply", needs="matters.follow")
def supply(act: Act, matter: Matter, *, text: str, photos: Sequence[Any] = ()) -> Matter:
    """The sender adds something; where it was asked for, the clocks run on."""
    if matter.state == "asked":
        take(act, MATTER, matter, "supply")
        refresh_posting(act, matter)
    say(act, matter, "supplement", text, seen_by="sender")
    for photo in photos:
        take_in(act, matter.community, photo, Purpose(matter, "photo", "owner"))
    tell_handler(act, matter, "matters.supplied")
    return matter


@action("matters.resume", needs="matters.handle")
def resume(act: Act, matter: Matter, *, reason: str, seen: int | None = None) -> Matter:
    """Goes on without the answer."""
    take(act, MATTER, matter, "resume", reason=reason, seen=seen)
    refresh_posting(act, matter)
    return matter


@action("matters.extend", needs="matters.handle")
def extend(act: Act, matter: Matter, *, days: int, reason: str, seen: int | None = None) -> Matter:
    """Promises later, with a reason the sender reads. The limit does not move."""
    take(act, MATTER, matter, "extend", reason=reason, seen=seen)
    clocks.extend(act, matter, "promise", by=days, reason=reason)
    if matter.sender_id:
        act.tell("matters.extended", account=matter.sender_id, kind=matter.kind.titles, days=days)
    return matter


def tell_handler(act: Act, matter: Matter, kind: str, **values: Any) -> None:
    """Lets the handler know, or the workers where nobody has it yet."""
    whom = {"account": matter.assignee_id} if matter.assignee_id else {"post": "worker"}
    act.tell(kind, **whom, kind=matter.kind.titles, **values)


def _tell_new_handler(act: Act, matter: Matter, before: Any) -> None:
    if matter.assignee_id not in (None, before, act.by.account):
        act.tell("matters.assigned", account=matter.assignee_id, kind=matter.kind.titles)
