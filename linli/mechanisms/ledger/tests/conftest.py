"""A community, an act under way, and a book with four accounts."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction

from linli.core.audit.actor import NOBODY
from linli.core.audit.door import Act
from linli.core.clocks.tests.cast import make_community
from linli.mechanisms.ledger.actions import Transfer, enter, open_account, open_book
from linli.mechanisms.ledger.models import Account, Book


def act_at(month: int, day: int) -> Act:
    """A domain's act under way at noon of a day of 2026."""
    return Act("funds.book", NOBODY, datetime(2026, month, day, 4, tzinfo=UTC), None)


@dataclass
class Shop:
    """A book of money: the bank account may never be overdrawn."""

    book: Book
    bank: Account
    gifts: Account
    spent: Account
    owed: Account

    def enter(self, on: Any, debit: Account, credit: Account, amount: int, key: str = "") -> Any:
        with transaction.atomic():
            return enter(
                act_at(12, 31),
                self.book,
                on=on,
                words="试",
                transfers=[Transfer(debit, credit, amount)],
                key=key,
            )


def open_shop(community: Any, code: str = "D1") -> Shop:
    act = act_at(1, 1)
    with transaction.atomic():
        book = open_book(act, community, code=code, title="捐赠款")
        return Shop(
            book,
            open_account(
                act, book, code="1001", title="银行存款", kind="asset", never_negative=True
            ),
            open_account(act, book, code="4001", title="捐赠收入", kind="income"),
            open_account(act, book, code="5001", title="长椅", kind="expense"),
            open_account(act, book, code="2001", title="应付款", kind="liability"),
        )


@pytest.fixture
def community(db):
    return make_community("110101001001", "翠湖社区")


@pytest.fixture
def shop(community):
    return open_shop(community)
