"""What was agreed to is paid."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.stewardship.funds import books, charts, rules
from linli.stewardship.funds.actions.holding import let_go
from linli.stewardship.funds.actions.steps import enterable, require_start
from linli.stewardship.funds.actions.vouchers import Paper, attach
from linli.stewardship.funds.flows import REQUEST
from linli.stewardship.funds.models import Request


@action("funds.pay", needs="funds.keep")
def pay(
    act: Act,
    row: Request,
    *,
    fen: int,
    on: date,
    paper: Paper | None = None,
    seen: int | None = None,
) -> Request:
    """Pays what was approved, or less; the rest is free again. With its voucher it is settled at
    once; without, it stays an open task with a clock."""
    require_start(row, "pay", seen)
    require(rules.not_more_than_approved(fen, row.fen))
    if row.set_apart is not None:
        require(rules.not_before_approved(on, row.set_apart.day))
    enterable(act, row.source, on)
    row.entry = books.enter(
        act, row.source, on, row.what, [(charts.expense_of(row.purpose), charts.COMMITTED, fen)]
    )
    row.paid_fen, row.paid_on = fen, on
    row.save(update_fields=["entry", "paid_fen", "paid_on"])
    take(act, REQUEST, row, "pay", seen=seen, of=jurisdictions_of(row.community))
    let_go(act, row, row.fen - fen)
    if paper is not None:
        attach(act, row.entry, paper)
        take(act, REQUEST, row, "prove")
    act.note(number=row.number, entry=row.entry.serial)
    return row
