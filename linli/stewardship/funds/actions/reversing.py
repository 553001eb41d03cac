"""A mistake is taken back by an entry that is its mirror, in an open month, with the reason that
everybody reads. What was entered stays as it was."""

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.stewardship.funds import books, charts, rules
from linli.stewardship.funds.actions.holding import uncount
from linli.stewardship.funds.actions.steps import enterable, require_start
from linli.stewardship.funds.actions.wording import told_to_all
from linli.stewardship.funds.flows import REQUEST
from linli.stewardship.funds.models import Receipt, Request


@action("funds.reverse_payment", needs="funds.approve")
def reverse_payment(act: Act, row: Request, *, reason: str, seen: int | None = None) -> Request:
    """Takes a payment back in the books: the money is free again in its source. By another than
    who asked for it."""
    on, words = local_day(act.at), told_to_all(reason, row.community_id, row.person_name)
    require_start(row, "reverse", seen)
    require(rules.another_hand(act.by.account, [row.asked_by_id]))
    enterable(act, row.source, on)
    assert row.entry is not None  # the database sees to it
    take(act, REQUEST, row, "reverse", seen=seen, reason=words)
    books.reverse(act, row.entry, on, words)
    paid = row.paid_fen or 0
    origin = charts.RESERVED if row.reserve_id else charts.FREE
    books.enter(act, row.source, on, row.what, [(origin, charts.COMMITTED, paid)])
    uncount(row, paid)
    act.note(number=row.number)
    return row


@action("funds.reverse_receipt", needs="funds.approve")
def reverse_receipt(act: Act, receipt: Receipt, *, reason: str) -> Receipt:
    """Takes back what was entered as received. Refused where it is spent or promised already, and
    by whoever entered it; a gift's is taken back with the gift."""
    require(Finding(receipt.subject is None, "funds.receipt_of_gift"))
    take_back_receipt(act, receipt, reason)
    act.note(number=receipt.entry.serial)
    return receipt


def take_back_receipt(act: Act, receipt: Receipt, reason: str) -> None:
    """The same as a step of another act."""
    on, words = local_day(act.at), told_to_all(reason, receipt.community_id, receipt.person_name)
    require(Finding(bool(words), "funds.reason_given"))
    require(rules.another_hand(act.by.account, [receipt.entered_by_id]))
    enterable(act, receipt.source, on)
    require(rules.enough_free(books.free(receipt.source), receipt.fen))
    books.reverse(act, receipt.entry, on, words)
