"""The accounts of every book of this room, and what they are called in accounting software (data).

The codes are those of the accounting system for non-profit organisations, as generally used; which
system a committee keeps its accounts by is the street office's to say, so they stand to be
verified. Money in the bank lies in three accounts of one subject: what may still be promised, what
was approved and is not paid yet, and what is kept for a project residents chose. Each of them is
kept from going below nought by the database, and so nobody can promise what is not there.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _, pgettext_lazy

FREE, COMMITTED, RESERVED = "100201", "100202", "100203"
OPENING_FREE, OPENING_RESTRICTED = "3101", "3102"
ACTIVITY, ADMINISTRATION = "5101", "5201"
BANK = "1002"


@dataclass(frozen=True, slots=True)
class Row:
    """One account. `kind` as the ledger knows it; `guarded`: never below nought."""

    code: str
    title: Any
    kind: str
    guarded: bool = False


BANK_ROWS = (
    Row(FREE, _("银行存款 · 可用"), "asset", True),
    Row(COMMITTED, _("银行存款 · 已批待付"), "asset", True),
    Row(RESERVED, _("银行存款 · 项目预留"), "asset", True),
)
NET_ROWS = (
    Row(OPENING_FREE, _("非限定性净资产"), "equity"),
    Row(OPENING_RESTRICTED, _("限定性净资产"), "equity"),
)
EXPENSE_ROWS = (
    Row(ACTIVITY, _("业务活动成本"), "expense"),
    Row(ADMINISTRATION, _("管理费用"), "expense"),
)
INCOME_ROWS = {
    "operating": Row("4401", _("政府补助收入"), "income"),
    "project": Row("4401", _("政府补助收入"), "income"),
    "commissioned": Row("4301", _("提供服务收入"), "income"),
    "contribution": Row("4901", pgettext_lazy("accounting", "其他收入"), "income"),
    "donation": Row("4101", _("捐赠收入"), "income"),
    "charity": Row("4101", _("捐赠收入"), "income"),
    "common_income": Row("4901", pgettext_lazy("accounting", "其他收入"), "income"),
}


def chart_of(kind: str) -> tuple[Row, ...]:
    """The accounts of the book of a source of that kind."""
    return (*BANK_ROWS, *NET_ROWS, INCOME_ROWS[kind], *EXPENSE_ROWS)


def income_of(kind: str) -> str:
    """The code under which what comes in is entered."""
    return INCOME_ROWS[kind].code


def expense_of(purpose: str) -> str:
    """The code under which a payment for that purpose is entered."""
    return ADMINISTRATION if purpose == "office" else ACTIVITY


def opening_of(restricted: bool) -> str:
    """The code from which what was there before the book began is entered."""
    return OPENING_RESTRICTED if restricted else OPENING_FREE


def subject_of(code: str) -> str:
    """The subject as accounting software knows it: the three bank accounts are one."""
    return BANK if code.startswith(BANK) else code
