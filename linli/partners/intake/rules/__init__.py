"""What the law and the house's promises ask of work that comes from above: pure functions."""

from linli.partners.intake.rules.admission import (
    ASKING_KINDS,
    LONGEST_ENTRY,
    Listed,
    asked_ahead,
    asks_here,
    days_ordered,
    ground_holds,
    may_approve,
    may_be_passed_on,
    minutes_possible,
    on_list,
    sum_minutes,
)
from linli.partners.intake.rules.ground import COMMISSIONED, has_basis, money_line, money_said
from linli.partners.intake.rules.never import NEVER

__all__ = [
    "ASKING_KINDS",
    "COMMISSIONED",
    "LONGEST_ENTRY",
    "NEVER",
    "Listed",
    "asked_ahead",
    "asks_here",
    "days_ordered",
    "ground_holds",
    "has_basis",
    "may_approve",
    "may_be_passed_on",
    "minutes_possible",
    "money_line",
    "money_said",
    "on_list",
    "sum_minutes",
]
