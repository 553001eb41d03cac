"""The count of a participatory budget: equal shares and greedy, exact, with every reason told."""

from linli.governance.budgeting.rules.count.asked import (
    Completion,
    CountRules,
    Method,
    Stop,
    Tie,
)
from linli.governance.budgeting.rules.count.counting import count, prefer
from linli.governance.budgeting.rules.count.lots import lot_of, lot_order
from linli.governance.budgeting.rules.count.outcome import (
    Compared,
    Ended,
    Loser,
    Outcome,
    Payment,
    Spent,
    Stage,
    TieMet,
    Undecided,
    Why,
    Winner,
)
from linli.governance.budgeting.rules.count.profile import Pattern, Profile

__all__ = [
    "Compared",
    "Completion",
    "CountRules",
    "Ended",
    "Loser",
    "Method",
    "Outcome",
    "Pattern",
    "Payment",
    "Profile",
    "Spent",
    "Stage",
    "Stop",
    "Tie",
    "TieMet",
    "Undecided",
    "Why",
    "Winner",
    "count",
    "lot_of",
    "lot_order",
    "prefer",
]
