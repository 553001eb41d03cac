"""Steps of a domain's acts: open a book and its accounts, enter, take back, close a month.

Whoever enters holds the book until the act is over, so entries follow each other, their numbers
have no gap, and what an account holds is known when it is asked. An act that enters in several
books takes hold of them all first (`hold`), so that no two acts wait for each other.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from linli.core.audit.door import Act
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.ledger import rules
from linli.mechanisms.ledger.models import Account, Book, Entry, Line, Turnover


@dataclass(frozen=True, slots=True)
class Transfer:
    """`amount`, in the book's unit, from the account `credit` to the account `debit`."""

    debit: Account
    credit: Account
    amount: int


class Moved:
    """What the transfers together bring to each account and take from it."""

    def __init__(self, transfers: Iterable[Transfer]) -> None:
        self.debit: Counter[UUID] = Counter()
        self.credit: Counter[UUID] = Counter()
        for each in transfers:
            self.debit[each.debit.pk] += each.amount
            self.credit[each.credit.pk] += each.amount

    @property
    def accounts(self) -> set[UUID]:
        return {*self.debit, *self.credit}


def open_book(act: Act, community: Place, *, code: str, title: str, unit: str = "fen") -> Book:
    """Opens a book of the community under a code of its own; `unit`: fen, minute or item."""
    require(rules.code_is_plain(code))
    taken = Book.objects.filter(community=community.pk, code=code).exists()
    require(rules.code_is_free(code, taken=taken))
    return Book.objects.create(community_id=community.pk, code=code, title=title, unit=unit)


def open_account(
    act: Act, book: Book, *, code: str, title: str, kind: str, never_negative: bool = False
) -> Account:
    """Opens an account of the book; `kind`: asset, liability, equity, income or expense."""
    require(rules.code_is_plain(code))
    here = Account.objects.filter(community=book.community_id, book=book)
    require(rules.code_is_free(code, taken=here.filter(code=code).exists()))
    return Account.objects.create(
        community_id=book.community_id,
        book=book,
        code=code,
        title=title,
        kind=kind,
        never_negative=never_negative,
    )


def hold(act: Act, *books: Book) -> None:
    """Takes hold of the books until the act is over, always in the same order, and reads up to
    where they are closed. Needed only where an act enters in more than one; of several
    communities too."""
    places = {book.community_id for book in books}
    rows = Book.objects.filter(community__in=places, pk__in={book.pk for book in books})
    held = rows.select_for_update(no_key=True).order_by("pk")
    closed = {row.pk: row.closed_through for row in held}
    for book in books:
        book.closed_through = closed[book.pk]


def enter(
    act: Act, book: Book, *, on: date, words: str, transfers: Iterable[Transfer], key: str = ""
) -> Entry:
    """Enters the transfers of one thing that happened. Where `key` was entered before, that entry
    is given back, and refused where it says something else. Refused on a closed or future day,
    across books, and where an account would hold less than nothing."""
    return _write(act, book, on, words, list(transfers), key=key)


def reverse(act: Act, entry: Entry, *, on: date, words: str, key: str = "") -> Entry:
    """Takes an entry back, once, by its mirror image on an open day: what was wrong stays to be
    seen, and so does that it was put right."""
    lines = Line.objects.filter(community=entry.community_id, entry=entry)
    transfers = [
        Transfer(line.credit, line.debit, line.amount)
        for line in lines.select_related("debit", "credit").order_by("position")
    ]
    return _write(act, entry.book, on, words, transfers, key=key, reverses=entry)


def close_month(act: Act, book: Book, month: date) -> Book:
    """Closes the month in which the day `month` lies, and all before it, for good."""
    hold(act, book)
    last = last_day_of(month)
    require(rules.month_is_over(last, local_day(act.at)))
    require(rules.not_closed_yet(last, book.closed_through))
    book.closed_through = last
    book.save(update_fields=["closed_through"])
    return book


def last_day_of(month: date) -> date:
    """The last day of the month in which a day lies."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _write(
    act: Act,
    book: Book,
    on: date,
    words: str,
    transfers: Sequence[Transfer],
    *,
    key: str,
    reverses: Entry | None = None,
) -> Entry:
    hold(act, book)
    if key and (earlier := _entered_before(book, key)) is not None:
        same = _says_the_same(earlier, on, transfers, reverses)
        require(rules.same_again(same=same))
        return earlier
    _require_sound(book, transfers)
    require(rules.not_ahead(on, local_day(act.at)))
    require(rules.month_is_open(on, book.closed_through))
    if reverses is not None:
        _require_reversible(reverses, on)
    moved = Moved(transfers)
    accounts = _weigh(book, moved)
    entry = Entry.objects.create(
        community_id=book.community_id,
        book=book,
        day=on,
        year=on.year,
        number=_next_number(book, on.year),
        words=words,
        size=len(transfers),
        key=key,
        reverses=reverses,
        entered_at=act.at,
    )
    _here(Account, book).bulk_update(accounts, ["balance"])
    _keep_turnovers(book, on, accounts, moved)
    Line.objects.bulk_create(
        Line(
            community_id=book.community_id,
            book=book,
            entry=entry,
            position=position,
            day=entry.day,
            number=entry.number,
            size=entry.size,
            debit=transfer.debit,
            credit=transfer.credit,
            amount=transfer.amount,
        )
        for position, transfer in enumerate(transfers, 1)
    )
    return entry


def _entered_before(book: Book, key: str) -> Entry | None:
    entries = _here(Entry, book).filter(key=key)
    # Said once more in the words of the index that holds the keys, else SQLite passes it by.
    found: Entry | None = entries.exclude(key="").first()
    return found


def _says_the_same(
    entry: Entry, on: date, transfers: Sequence[Transfer], reverses: Entry | None
) -> bool:
    lines = Line.objects.filter(community=entry.community_id, entry=entry).order_by("position")
    stands = list(lines.values_list("debit", "credit", "amount"))
    asked = [(each.debit.pk, each.credit.pk, each.amount) for each in transfers]
    back = reverses.pk if reverses else None
    return entry.day == on and stands == asked and entry.reverses_id == back


def _require_sound(book: Book, transfers: Sequence[Transfer]) -> None:
    require(rules.moves_something([each.amount for each in transfers]))
    for each in transfers:
        require(rules.two_accounts(same=each.debit.pk == each.credit.pk))
    accounts = [account for each in transfers for account in (each.debit, each.credit)]
    require(rules.one_book(others=sum(account.book_id != book.pk for account in accounts)))


def _require_reversible(entry: Entry, on: date) -> None:
    earlier = Entry.objects.filter(community=entry.community_id, reverses=entry).first()
    require(rules.reversed_once(by=earlier.serial if earlier else ""))
    require(rules.is_no_reversal(reverses=entry.reverses_id is not None))
    require(rules.not_before(on, entry.day))


def _next_number(book: Book, year: int) -> int:
    entries = _here(Entry, book).filter(year=year)
    last: int | None = entries.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _weigh(book: Book, moved: Moved) -> list[Account]:
    """The accounts as they will be; refused where one would hold less than nothing. The book is
    held, so what is read here is still so when it is written."""
    accounts = list(_here(Account, book).filter(pk__in=moved.accounts))
    for account in accounts:
        change = moved.debit[account.pk] - moved.credit[account.pk]
        change = change if account.grows_by_debit else -change
        if account.never_negative and change < 0:
            require(rules.enough_there(account.title, book.unit, account.balance, change))
        account.balance += change
    return accounts


def _keep_turnovers(book: Book, on: date, accounts: Sequence[Account], moved: Moved) -> None:
    turnovers = _turnovers(book, on, accounts)
    for row in turnovers:
        row.debit += moved.debit[row.account_id]
        row.credit += moved.credit[row.account_id]
    kept = [row for row in turnovers if not row._state.adding]
    _turned_over(book, on, accounts).bulk_update(kept, ["debit", "credit"])
    Turnover.objects.bulk_create([row for row in turnovers if row._state.adding])


def _turnovers(book: Book, on: date, accounts: Sequence[Account]) -> list[Turnover]:
    """The row of each account for the month and for the day, new where there is none yet."""
    kept = {(row.account_id, row.grain): row for row in _turned_over(book, on, accounts)}
    return [
        kept.get((account.pk, grain))
        or Turnover(
            community_id=book.community_id, book=book, account=account, grain=grain, first=first
        )
        for account in accounts
        for grain, first in _firsts(on).items()
    ]


def _turned_over(book: Book, on: date, accounts: Sequence[Account]) -> "QuerySet[Turnover]":
    """The rows there are of the accounts for the month and the day."""
    month, day = (Q(grain=grain, first=first) for grain, first in _firsts(on).items())
    rows = Turnover.objects.filter(community=book.community_id, account__in=accounts)
    return rows.filter(month | day, grain__in=_firsts(on), first__in=_firsts(on).values())


def _firsts(on: date) -> dict[str, date]:
    return {"month": on.replace(day=1), "day": on}


def _here(model: type[Any], book: Book) -> Any:
    """Rows of the book: with both its keys one index answers for a few rows among millions."""
    return model.objects.filter(community=book.community_id, book=book)
