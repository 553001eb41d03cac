"""The book of a source: opening it, entering in it, and what lies in its bank accounts. The one
place of this room that speaks with the ledger's steps."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act
from linli.core.pages.bilingual import SOURCE
from linli.mechanisms.ledger import actions as ledger
from linli.mechanisms.ledger.models import Account, Book, Entry
from linli.stewardship.funds import charts
from linli.stewardship.funds.models import Source

OPENING_WORDS = _("期初余额")
Moves = Sequence[tuple[str, str, int]]
"""Debit, credit, fen."""


def open_for(act: Act, source: Source) -> Book:
    """A book for a source that is not saved yet, with the accounts of its kind."""
    taken = Source.objects.filter(community=source.community_id).count()
    with translation.override(SOURCE):
        book = ledger.open_book(
            act, source.community, code=f"F{taken + 1:03d}", title=source.title, unit="fen"
        )
        for row in charts.chart_of(source.kind):
            ledger.open_account(
                act,
                book,
                code=row.code,
                title=str(row.title),
                kind=row.kind,
                never_negative=row.guarded,
            )
    return book


def enter(act: Act, source: Source, on: date, words: str, moves: Moves, *, key: str = "") -> Entry:
    """Enters the moves of one thing that happened in the source's book."""
    codes = {code for debit, credit, _fen in moves for code in (debit, credit)}
    accounts = {row.code: row for row in _accounts(source, codes)}
    transfers = [
        ledger.Transfer(accounts[debit], accounts[credit], fen) for debit, credit, fen in moves
    ]
    return ledger.enter(act, source.book, on=on, words=words, transfers=transfers, key=key)


def reverse(act: Act, entry: Entry, on: date, words: str) -> Entry:
    """Takes an entry back by its mirror."""
    return ledger.reverse(act, entry, on=on, words=words)


def close(act: Act, books: Iterable[Book], month: date) -> None:
    """Closes the month in each of the books; one that is closed further stays so."""
    held = list(books)
    if held:
        ledger.hold(act, *held)
    last = ledger.last_day_of(month)
    for book in held:
        if book.closed_through is None or book.closed_through < last:
            ledger.close_month(act, book, month)


def hold(act: Act, source: Source) -> None:
    """Keeps others from entering in this book until the act is over."""
    ledger.hold(act, source.book)


def last_day(source: Source) -> date | None:
    """The latest day on which anything was entered in the book; None where nothing was."""
    rows = Entry.objects.filter(community=source.community_id, book=source.book_id)
    found: date | None = rows.aggregate(last=Max("day"))["last"]
    return found


def free(source: Source) -> int:
    """What may still be promised, in fen."""
    return balances(source)[charts.FREE]


def free_of(community: Any, sources: Iterable[Source]) -> dict[Any, int]:
    """What may still be promised of each of several sources, by its id; one query."""
    by_book = {each.book_id: each.pk for each in sources}
    rows = Account.objects.filter(community=community, book__in=by_book, code=charts.FREE)
    return {by_book[row.book_id]: row.balance for row in rows}


def in_bank(source: Source) -> int:
    """All there is, promised or not, in fen."""
    return sum(balances(source).values())


def balances(source: Source) -> dict[str, int]:
    """What lies in each of the three bank accounts now."""
    rows = _accounts(source, {row.code for row in charts.BANK_ROWS})
    return {row.code: row.balance for row in rows}


def _accounts(source: Source, codes: set[str]) -> Iterable[Any]:
    return Account.objects.filter(
        community=source.community_id, book=source.book_id, code__in=codes
    )
