"""A book in forms others read: plain-text accounting, and rows for a table.

The text is that of beancount; hledger and its like read it too, so whoever doubts a figure can sum
up the lines with a program that is not ours. It says at its end what each account held, which such
a program checks. Words and titles are written so that nothing in them is read as more than words.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.ledger.models import Account, Book, Entry, Line
from linli.mechanisms.ledger.queries import (
    Row,
    entries_between,
    trial_balance,
)
from linli.mechanisms.ledger.rules import in_units

COMMODITIES = {"fen": "CNY", "minute": "MINUTE", "item": "ITEM"}
ROOTS = {
    "asset": "Assets",
    "liability": "Liabilities",
    "equity": "Equity",
    "income": "Income",
    "expense": "Expenses",
}
NO_SIGNS = str.maketrans('";|\\#^', "”；｜＼＃＾")
COLUMNS = (
    _("日期"),
    _("凭证号"),
    _("摘要"),
    _("借方科目编号"),
    _("借方科目"),
    _("贷方科目编号"),
    _("贷方科目"),
    _("金额"),
    _("冲销第几号"),
)
"""The headings of `rows`."""


def plain_text(books: Iterable[Book], since: date, until: date) -> Iterator[str]:
    """The books over some days, line by line; what was there before stands as one
    entry of the first day, which balances because a book does."""
    for book in books:
        trial = trial_balance(book, since, until)
        yield f"; {_plain(book.title)} [{book.code}] {since} – {until}\n"
        for row in trial.rows:
            yield f"; {_plain(row.account.title)}\n"
            yield f"{since} open {name_of(book, row.account)} {COMMODITIES[book.unit]}\n"
        yield from _carried_in(book, since, trial.rows)
        for entry, lines in entries_between(book, since, until):
            yield from _entered(book, entry, lines)
        yield "\n"
        for row in trial.rows:
            held = _amount(book, _by_debit(row.account, row.closing))
            yield f"{until + timedelta(days=1)} balance {name_of(book, row.account)} {held}\n"
        yield "\n"


def rows(book: Book, since: date, until: date) -> Iterator[tuple[object, ...]]:
    """One row for each line, for `COLUMNS`; amounts in yuan with two decimals, else whole."""
    for entry, lines in entries_between(book, since, until):
        back = entry.reverses.serial if entry.reverses else ""
        for line in lines:
            yield (
                entry.day,
                entry.serial,
                entry.words,
                line.debit.code,
                line.debit.title,
                line.credit.code,
                line.credit.title,
                in_units(book.unit, line.amount),
                back,
            )


def name_of(book: Book, account: Account) -> str:
    """An account as plain-text accounting calls it."""
    return f"{ROOTS[account.kind]}:{book.code}:{account.code}"


def _carried_in(book: Book, since: date, kept: Iterable[Row]) -> Iterator[str]:
    held = [row for row in kept if row.opening]
    if not held:
        return
    yield f'\n{since} * "Opening"\n'
    for row in held:
        amount = _by_debit(row.account, row.opening)
        yield f"  {name_of(book, row.account)}  {_amount(book, amount)}\n"


def _entered(book: Book, entry: Entry, lines: Iterable[Line]) -> Iterator[str]:
    back = f" ^{book.code}-{entry.reverses.serial}" if entry.reverses else ""
    yield f'\n{entry.day} * "{_plain(entry.words)}" ^{book.code}-{entry.serial}{back}\n'
    for line in lines:
        yield f"  {name_of(book, line.debit)}  {_amount(book, line.amount)}\n"
        yield f"  {name_of(book, line.credit)}  {_amount(book, -line.amount)}\n"


def _by_debit(account: Account, amount: int) -> int:
    return amount if account.grows_by_debit else -amount


def _amount(book: Book, amount: int) -> str:
    return f"{in_units(book.unit, amount)} {COMMODITIES[book.unit]}"


def _plain(words: str) -> str:
    """Words on one line, without what begins something else in such a text."""
    kept = re.sub(r"[\s\x00-\x1f]+", " ", words).strip()
    return kept.translate(NO_SIGNS)
