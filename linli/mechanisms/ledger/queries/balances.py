"""What is in an account, and what moved in the accounts of a book: read from balances and
turnovers, never from lines, so that it takes as long for a million lines as for a hundred."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Sum

from linli.mechanisms.ledger.models import Account, Book, Turnover
from linli.mechanisms.ledger.queries.books import accounts_of


@dataclass(frozen=True, slots=True)
class Row:
    """An account in a trial balance, all on the account's own side: what it held before the first
    day, what came to its debit and its credit until the last, and what it held then."""

    account: Account
    opening: int
    debit: int
    credit: int
    closing: int


@dataclass(frozen=True)
class TrialBalance:
    """All accounts of a book over some days. The two columns of what moved are equal, or a line
    was lost; so are the two sides of what the accounts hold."""

    book: Book
    since: date
    until: date
    rows: list[Row]

    @property
    def debit(self) -> int:
        return sum(row.debit for row in self.rows)

    @property
    def credit(self) -> int:
        return sum(row.credit for row in self.rows)

    @property
    def off(self) -> int:
        """What is missing for the book to balance: nothing."""
        held = sum(row.closing if row.account.grows_by_debit else -row.closing for row in self.rows)
        return held or self.debit - self.credit

    def moved_in(self, kind: str) -> int:
        """What came to all accounts of a kind, on their own side, in the time."""
        return sum(row.closing - row.opening for row in self.rows if row.account.kind == kind)


def balance_of(account: Account, on: date | None = None) -> int:
    """What the account holds, on its own side: now, or at the end of a day."""
    if on is None:
        rows = Account.objects.filter(community=account.community_id, pk=account.pk)
        return rows.values_list("balance", flat=True).get()
    moved = _moved_before(account, on + timedelta(days=1))
    debit, credit = moved.get(account.pk, (0, 0))
    return own_side(account, debit, credit)


def trial_balance(book: Book, since: date, until: date) -> TrialBalance:
    """All accounts of the book from the first day to the last, both included."""
    before = _moved_before(book, since)
    after = _moved_before(book, until + timedelta(days=1))
    rows = []
    for account in accounts_of(book):
        debit, credit = before.get(account.pk, (0, 0))
        debit_then, credit_then = after.get(account.pk, (0, 0))
        rows.append(
            Row(
                account,
                opening=own_side(account, debit, credit),
                debit=debit_then - debit,
                credit=credit_then - credit,
                closing=own_side(account, debit_then, credit_then),
            )
        )
    return TrialBalance(book, since, until, rows)


def own_side(account: Account, debit: int, credit: int) -> int:
    """What debits and credits come to on the account's own side."""
    return debit - credit if account.grows_by_debit else credit - debit


def _moved_before(of: Book | Account, day: date) -> dict[UUID, tuple[int, int]]:
    """What came to the debit and the credit of each account before a day: its whole months, and
    the days of the month it lies in. Two questions, each of which one index answers in a piece."""
    rows = Turnover.objects.filter(community=of.community_id)
    rows = rows.filter(account=of) if isinstance(of, Account) else rows.filter(book=of)
    month = day.replace(day=1)
    pieces = [rows.filter(grain="month", first__lt=month)]
    if day > month:
        pieces.append(rows.filter(grain="day", first__gte=month, first__lt=day))
    moved: dict[UUID, tuple[int, int]] = {}
    for piece in pieces:
        sums = piece.values_list("account").annotate(Sum("debit"), Sum("credit")).order_by()
        for key, debit, credit in sums:
            before = moved.get(key, (0, 0))
            moved[key] = (before[0] + debit, before[1] + credit)
    return moved
