"""Figures that add up: money in and out, gifts and what became of them. All in fen."""

from collections.abc import Mapping, Sequence
from typing import Any

from linli.lib.law import Finding

Rows = Sequence[Mapping[str, Any]]


def one_side_each(rows: Rows) -> Finding:
    """Each line of the accounts is a receipt or a payment, of more than nothing, with a voucher."""
    wrong = [
        number
        for number, row in enumerate(rows, 1)
        if bool(row.get("income")) == bool(row.get("outgo"))
        or min(row.get("income") or 0, row.get("outgo") or 0) < 0
        or not str(row.get("voucher", "")).strip()
    ]
    return Finding(
        not wrong,
        "oversight.one_side_each",
        cites=("rcl2025.34",),
        numbers={"line": wrong[0] if wrong else None, "count": len(wrong)},
    )


def carried_over(opening: int, left_before: int | None) -> Finding:
    """What there was at the beginning is what was left at the end of the item before."""
    return Finding(
        left_before is None or opening == left_before,
        "oversight.carried_over",
        cites=("rcl2025.34",),
        numbers={"opening": _yuan(opening), "left_before": _yuan(left_before or 0)},
    )


def sums_of_accounts(rows: Rows, opening: int) -> dict[str, int]:
    """What came in, went out and is left."""
    income = sum(row.get("income") or 0 for row in rows)
    outgo = sum(row.get("outgo") or 0 for row in rows)
    return {"opening": opening, "income": income, "outgo": outgo, "left": opening + income - outgo}


def not_overspent(left: int) -> Finding:
    """A committee has no debts: it cannot have spent more than it had."""
    return Finding(
        left >= 0,
        "oversight.not_overspent",
        cites=("rcl2025.34",),
        numbers={"left": _yuan(-min(left, 0))},
    )


def used_within(rows: Rows) -> Finding:
    """No gift was used for more than it was; what was used says for what, and by which voucher."""
    wrong = [
        number
        for number, row in enumerate(rows, 1)
        if not 0 <= (row.get("used") or 0) <= (row.get("received") or 0)
        or (bool(row.get("used")) and not str(row.get("used_for", "")).strip())
        or not str(row.get("voucher", "")).strip()
    ]
    return Finding(
        not wrong,
        "oversight.used_within",
        cites=("rcl2025.34",),
        numbers={"line": wrong[0] if wrong else None, "count": len(wrong)},
    )


def sums_of_donations(rows: Rows) -> dict[str, int]:
    """What was received, used and is left of all gifts on the list."""
    received = sum(row.get("received") or 0 for row in rows)
    used = sum(row.get("used") or 0 for row in rows)
    return {"received": received, "used": used, "left": received - used}


def with_what_is_left(rows: Rows) -> list[dict[str, Any]]:
    """The gifts, each with what is left of it."""
    return [{**row, "left": (row.get("received") or 0) - (row.get("used") or 0)} for row in rows]


def _yuan(fen: int) -> str:
    """An amount as a person writes it: yuan with two decimals."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"
