"""What a matter of the list, and a request from above, must stand on: law, and money."""

from collections.abc import Sequence
from datetime import date

from linli.lib.law import Finding

ARTICLE = ("rcl2025.43",)
COMMISSIONED = frozenset({"assist", "on_behalf"})
"""Natures of work that is somebody else's duty: whoever has the duty pays."""


def has_basis(
    cites: Sequence[str] = (), *, paper: str = "", number: str = "", dated: date | None = None
) -> Finding:
    """It names an article, or a document by title, number and date. A document without its
    number cannot be looked up, and is none."""
    named = bool(paper.strip() and number.strip() and dated)
    missing = () if cites or named else _missing_of(paper, number, dated)
    return Finding(
        bool(cites) or named,
        "intake.has_basis",
        cites=ARTICLE,
        numbers={"missing": missing},
    )


def _missing_of(paper: str, number: str, dated: date | None) -> tuple[str, ...]:
    return tuple(
        name
        for name, given in (("paper", paper.strip()), ("number", number.strip()), ("dated", dated))
        if not given
    )


def money_line(money: str, *, fen: int | None, payer: str, nature: str) -> Finding:
    """It says how much and who pays. The committee's own work may say that there is none; work
    commissioned by somebody else may not, because whoever commissions it bears the cost.

    `money`: `amount`, `none`, or empty where nothing was said; `fen`: the amount.
    """
    commissioned = nature in COMMISSIONED
    paid = money == "amount" and bool(fen and fen > 0) and bool(payer.strip())
    holds = paid or (money == "none" and not commissioned)
    state = "met" if holds else money or "unsaid"
    if money == "amount" and not paid:
        state = "payer" if fen and fen > 0 else "unsaid"
    return Finding(holds, "intake.money_line", cites=ARTICLE, numbers={"state": state})


def money_said(money: str, *, fen: int | None, payer: str) -> Finding:
    """Something definite was said of money: an amount with who pays it, or that there is none."""
    amount = money == "amount" and bool(fen and fen > 0) and bool(payer.strip())
    return Finding(amount or money == "none", "intake.money_said", cites=ARTICLE)
