"""A second person agrees, and a third where the amount asks for it; or somebody does not."""

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.stewardship.funds import books, rules
from linli.stewardship.funds.actions.holding import set_apart
from linli.stewardship.funds.actions.steps import enterable, require_start
from linli.stewardship.funds.flows import REQUEST
from linli.stewardship.funds.law import third_from
from linli.stewardship.funds.models import Request


@action("funds.approve", needs="funds.approve")
def approve(act: Act, row: Request, *, fits: bool = False, seen: int | None = None) -> Request:
    """Agrees. Never whoever asked, never the same person twice; for money with a purpose only
    with the tick that it fits. With the last agreement the money is set apart in the book."""
    on = local_day(act.at)
    require_start(row, "approve", seen)
    earlier = [row.asked_by_id, row.seconded_by_id]
    conditions = [
        rules.another_hand(act.by.account, [each for each in earlier if each]),
        rules.for_its_purpose(row.source.restricted, row.source.purpose, row.purpose),
        rules.fits_purpose(row.source.restricted, fits),
    ]
    for found in conditions:
        require(found)
    if row.state == "asked":
        row.seconded_by_id = act.by.account
        field = "seconded_by"
    else:
        row.third_by_id = act.by.account
        field = "third_by"
    more = rules.hands_needed(row.fen, third_from(row.community, on)) > 2
    if more and row.state == "asked":
        take(act, REQUEST, row, "second", seen=seen)
        row.save(update_fields=[field])
        act.tell("funds.to_approve", post="director", number=row.number)
    else:
        enterable(act, row.source, on)
        books.hold(act, row.source)
        if row.reserve_id is None:
            require(rules.enough_free(books.free(row.source), row.fen))
        row.save(update_fields=[field])
        set_apart(act, row, on)
        take(act, REQUEST, row, "approve", seen=seen)
        act.tell("funds.to_pay", account=row.asked_by_id, number=row.number)
    act.note(number=row.number)
    return row


@action("funds.refuse", needs="funds.approve")
def refuse(act: Act, row: Request, *, reason: str, seen: int | None = None) -> Request:
    """Does not agree, with why."""
    require(rules.another_hand(act.by.account, [row.asked_by_id]))
    take(act, REQUEST, row, "refuse", seen=seen, reason=reason)
    act.note(number=row.number)
    act.tell("funds.refused", account=row.asked_by_id, number=row.number)
    return row
