"""What stands in the books. Scoped by the row it is asked of: who loaded a book may read it."""

from linli.mechanisms.ledger.queries.balances import Row, TrialBalance, balance_of, trial_balance
from linli.mechanisms.ledger.queries.books import (
    account_called,
    accounts_of,
    books_of,
    entries_between,
    first_day_of,
    lines_of,
    reversal_of,
)
from linli.mechanisms.ledger.queries.differences import Difference, differences
from linli.mechanisms.ledger.queries.statements import Item, Statement, statement

__all__ = [
    "Difference",
    "Item",
    "Row",
    "Statement",
    "TrialBalance",
    "account_called",
    "accounts_of",
    "balance_of",
    "books_of",
    "differences",
    "entries_between",
    "first_day_of",
    "lines_of",
    "reversal_of",
    "statement",
    "trial_balance",
]
