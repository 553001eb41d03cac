"""What a bought service has to have before it goes on."""

from datetime import date
from fractions import Fraction

from linli.lib.law import Finding

ORDER = ("need", "tendered", "contracted", "accepted", "evaluated")


def has_money(department: str, money_line: str) -> Finding:
    """What a department commissions brings a line of money; without it, it is incomplete."""
    return Finding(not department or bool(money_line), "organisations.commission_has_money")


def next_stage(stage: str, wanted: str) -> Finding:
    """One step after the other; nothing is skipped, nothing goes back."""
    fits = stage in ORDER and wanted in ORDER and ORDER.index(wanted) == ORDER.index(stage) + 1
    return Finding(fits, "organisations.next_stage")


def within_contract(paid: int, more: int, fen: int) -> Finding:
    """The milestones together are paid no more than the contract says, in fen."""
    return Finding(
        paid + more <= fen, "organisations.within_contract",
        numbers={"paid": Fraction(paid + more, 100), "contract": Fraction(fen, 100)},
    )  # fmt: skip


def all_done(open_: int) -> Finding:
    """Every milestone is done before the whole is accepted."""
    return Finding(open_ == 0, "organisations.milestones_done", numbers={"open": open_})


def not_ahead(day: date, on: date) -> Finding:
    """What is told as done lies not ahead."""
    return Finding(day <= on, "organisations.purchase_not_ahead", numbers={"day": day})


def in_order(first: date | None, then: date) -> Finding:
    """No step lies before the one it follows."""
    return Finding(first is None or first <= then, "organisations.purchase_in_order")


def share_told(asked: int | None, content: int | None, floor: int) -> int | None:
    """How many in a hundred were content, where enough were asked and none of the parts is of a
    few; otherwise None."""
    if asked is None or content is None or asked < floor:
        return None
    few = any(0 < part < floor for part in (content, asked - content))
    return None if few else round(100 * content / asked)
