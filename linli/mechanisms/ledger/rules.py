"""What holds of every ledger: who enters may be trusted to be careful, but need not be."""

import re
from collections.abc import Sequence
from datetime import date

from linli.lib.law import Finding

CODE = re.compile(r"[0-9A-Z][0-9A-Za-z-]{0,31}")
MOST = 10**14
"""What no amount exceeds, so that no sum leaves the eight bytes it is kept in: a billion yuan a
thousand times over."""


def code_is_plain(code: str) -> Finding:
    """A code of a book or account is one that every accounting format takes."""
    return Finding(bool(CODE.fullmatch(code)), "ledger.code_is_plain", numbers={"code": code})


def code_is_free(code: str, *, taken: bool) -> Finding:
    return Finding(not taken, "ledger.code_is_free", numbers={"code": code})


def moves_something(amounts: Sequence[int]) -> Finding:
    """At least one transfer, each of a whole amount of more than nothing."""
    wrong = [each for each in amounts if not isinstance(each, int) or not 0 < each <= MOST]
    return Finding(bool(amounts) and not wrong, "ledger.moves_something")


def two_accounts(*, same: bool) -> Finding:
    """What goes from an account to itself goes nowhere."""
    return Finding(not same, "ledger.two_accounts")


def one_book(*, others: int) -> Finding:
    """All accounts are of the book: what belongs to one purpose does not pay for another."""
    return Finding(not others, "ledger.one_book", numbers={"others": others})


def month_is_open(day: date, closed_through: date | None) -> Finding:
    """The last day of a closed month is closed; the day after is open."""
    return Finding(
        closed_through is None or day > closed_through,
        "ledger.month_is_open",
        numbers={"day": day, "closed_through": closed_through},
    )


def not_ahead(day: date, today: date) -> Finding:
    """What has not happened is not entered."""
    return Finding(day <= today, "ledger.not_ahead", numbers={"day": day, "today": today})


def enough_there(account: str, unit: str, held: int, change: int) -> Finding:
    """An account that is never negative holds what is taken from it."""
    short = -(held + change)
    return Finding(
        short <= 0,
        "ledger.enough_there",
        numbers={
            "account": account,
            "held": in_units(unit, held),
            "taken": in_units(unit, -change),
            "short": in_units(unit, max(short, 0)),
        },
    )


def same_again(*, same: bool) -> Finding:
    """What is entered again under its key is what was entered."""
    return Finding(same, "ledger.same_again")


def reversed_once(*, by: str) -> Finding:
    """An entry is taken back once; `by` is the number of the one that did."""
    return Finding(not by, "ledger.reversed_once", numbers={"by": by})


def is_no_reversal(*, reverses: bool) -> Finding:
    """What was taken back by mistake is entered anew, so that every entry stands or does not."""
    return Finding(not reverses, "ledger.is_no_reversal")


def not_before(day: date, entered: date) -> Finding:
    """Nothing is taken back before it was."""
    return Finding(day >= entered, "ledger.not_before", numbers={"day": day, "entered": entered})


def month_is_over(last_day: date, today: date) -> Finding:
    """A month is closed when it is over: from the first day of the next."""
    return Finding(
        today > last_day, "ledger.month_is_over", numbers={"last_day": last_day, "today": today}
    )


def not_closed_yet(last_day: date, closed_through: date | None) -> Finding:
    return Finding(
        closed_through is None or last_day > closed_through,
        "ledger.not_closed_yet",
        numbers={"last_day": last_day},
    )


def in_units(unit: str, amount: int) -> str:
    """An amount as a number people write: fen as yuan with two decimals, all else whole."""
    if unit != "fen":
        return str(amount)
    sign, fen = "-" * (amount < 0), abs(amount)
    return f"{sign}{fen // 100}.{fen % 100:02}"
