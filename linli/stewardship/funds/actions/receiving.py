"""Money came in."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.lib.law import Finding, require
from linli.stewardship.funds.actions.steps import receive
from linli.stewardship.funds.actions.vouchers import Paper, attach
from linli.stewardship.funds.models import BudgetLine, Receipt, Source


@action("funds.receive", needs="funds.keep")
def record_receipt(
    act: Act,
    source: Source,
    *,
    fen: int,
    on: date,
    what: str,
    party: str,
    name: str = "",
    line: BudgetLine | None = None,
    paper: Paper | None = None,
) -> Receipt:
    """Enters what came in, with its paper where there is one."""
    fits = line is None or (line.source_id == source.pk and line.side == "income")
    require(Finding(fits, "funds.line_of_source"))
    receipt = receive(act, source, fen=fen, on=on, what=what, party=party, name=name, line=line)
    if paper is not None:
        attach(act, receipt.entry, paper)
    act.note(source=source.title, number=receipt.entry.serial)
    return receipt
