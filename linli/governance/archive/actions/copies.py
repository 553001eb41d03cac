"""A resident asks for a copy, and is answered."""

import secrets
from datetime import timedelta

from linli.core.audit.door import Act, action
from linli.core.places.queries import jurisdictions_of
from linli.governance.archive import law
from linli.governance.archive.flows import COPY
from linli.governance.archive.models import CopyRequest, Item
from linli.governance.archive.queries.copies import count_waiting
from linli.governance.archive.rules import copies as rules
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take

FORGET_AFTER = timedelta(days=365)


@action("archive.ask_copy", needs="archive.ask_copy")
def ask_copy(act: Act, item: Item, *, way: str, for_somebody: bool = False) -> CopyRequest:
    """Asks for a copy of an open item, with a receipt. `for_somebody`: a worker writes it down
    for a resident at the window, and whoever bears the receipt is who asked."""
    on = local_day(act.at)
    require(rules.open_to_all(item.access, kept=item.is_kept))
    sender = None if for_somebody else act.by.account
    most = law.number("copies_at_once", item.community, on)
    require(rules.not_too_many(count_waiting(sender, item.community), most))
    request = CopyRequest(
        community=item.community,
        receipt=receipt_from(secrets.token_bytes(16)),
        item=item,
        sender_id=sender,
        # On paper there is nothing to download where only the original exists.
        way=way if item.contents else "paper",
        asked_on=on,
    )
    begin(act, COPY, request, "ask", of=jurisdictions_of(item.community))
    act.note(number=item.number)
    act.tell("archive.copy_asked", post="worker", number=item.number)
    return request


@action("archive.give_copy", needs="archive.answer_copy")
def give_copy(
    act: Act, request: CopyRequest, *, answer: str = "", seen: int | None = None
) -> CopyRequest:
    """The copy is ready: to be downloaded with the receipt for a while, or fetched on paper."""
    require(rules.open_to_all(request.item.access, kept=request.item.is_kept))
    request.answer, request.answered_on = answer.strip(), local_day(act.at)
    take(act, COPY, request, "give", seen=seen)
    request.save(update_fields=["answer", "answered_on"])
    _tell(act, request)
    return request


@action("archive.refuse_copy", needs="archive.answer_copy")
def refuse_copy(
    act: Act, request: CopyRequest, *, reason: str, seen: int | None = None
) -> CopyRequest:
    """There is no copy, and this is why."""
    require(rules.words_given(reason))
    request.answer, request.answered_on = reason.strip(), local_day(act.at)
    request.save(update_fields=["answer", "answered_on"])
    take(act, COPY, request, "refuse", reason=reason.strip(), seen=seen)
    _tell(act, request)
    return request


@action("archive.withdraw_copy", needs="archive.take_back_copy")
def withdraw_copy(act: Act, request: CopyRequest, *, seen: int | None = None) -> CopyRequest:
    """Whoever asked wants it no longer."""
    take(act, COPY, request, "withdraw", seen=seen)
    act.note(number=request.item.number)
    return request


@action("archive.forget_copy_sender", needs="archive.forget_sender")
def forget_copy_sender(act: Act, request: CopyRequest) -> CopyRequest:
    """A year after the answer nobody needs to know any more who asked."""
    over = request.answered_on or request.asked_on
    require(Finding(over + FORGET_AFTER <= local_day(act.at), "archive.sender_kept"))
    request.sender, request.sender_forgotten_at = None, act.at
    request.save(update_fields=["sender", "sender_forgotten_at"])
    act.note(number=request.item.number)
    return request


def _tell(act: Act, request: CopyRequest) -> None:
    act.note(number=request.item.number)
    if request.sender_id is not None:
        act.tell("archive.copy_answered", account=request.sender_id, number=request.item.number)
