"""Everything that can be done with money; one verb, one function, behind the door. Steps for
crossings and for other nouns of this room lie in `steps`."""

from linli.stewardship.funds.actions.approving import approve, refuse
from linli.stewardship.funds.actions.asking import Asked, ask, withdraw
from linli.stewardship.funds.actions.budgets import (
    LineGiven,
    draft_budget,
    revise_budget,
    settle_budget,
)
from linli.stewardship.funds.actions.months import close_month, prepare_month
from linli.stewardship.funds.actions.paying import pay
from linli.stewardship.funds.actions.receiving import record_receipt
from linli.stewardship.funds.actions.reversing import reverse_payment, reverse_receipt
from linli.stewardship.funds.actions.sources import (
    Opened,
    close_source,
    open_source,
    reopen_source,
)
from linli.stewardship.funds.actions.steps import earmark, receive, release, reserve
from linli.stewardship.funds.actions.vouchers import (
    Paper,
    add_voucher,
    clear_voucher,
    cover_voucher,
)

__all__ = [
    "Asked", "LineGiven", "Opened", "Paper", "add_voucher", "approve", "ask", "clear_voucher",
    "close_month", "close_source", "cover_voucher", "draft_budget", "earmark", "open_source",
    "pay", "prepare_month", "receive", "record_receipt", "refuse", "release", "reopen_source",
    "reserve",
    "reverse_payment", "reverse_receipt", "revise_budget", "settle_budget", "withdraw",
]  # fmt: skip
