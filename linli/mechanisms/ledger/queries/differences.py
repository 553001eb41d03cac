"""Whether the sums kept beside the lines are theirs: the one question that reads all lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from linli.mechanisms.ledger.models import Book, Entry, Line, Turnover
from linli.mechanisms.ledger.queries.balances import own_side
from linli.mechanisms.ledger.queries.books import accounts_of


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a sum kept beside the lines is not theirs: a community, a book, and what is wrong."""

    community: UUID
    book: str
    what: str
    kept: int
    lines: int


def differences(books: Sequence[Book]) -> Iterator[Difference]:
    """Holds balances, turnovers and the sizes of entries against the lines, which is the only
    question here that reads them all."""
    for book in books:
        yield from _differences_of(book)


def _differences_of(book: Book) -> Iterator[Difference]:
    accounts = {account.pk: account for account in accounts_of(book)}
    of_days: dict[tuple[UUID, date], list[int]] = {}
    lines = Line.objects.filter(community=book.community_id, book=book).order_by()
    for place, side in enumerate(("debit", "credit")):
        for key, day, amount in lines.values_list(side, "day").annotate(Sum("amount")):
            of_days.setdefault((key, day), [0, 0])[place] += amount
    of_months: dict[tuple[UUID, date], list[int]] = {}
    held = dict.fromkeys(accounts, 0)
    for (key, day), (debit, credit) in of_days.items():
        month = of_months.setdefault((key, day.replace(day=1)), [0, 0])
        month[0] += debit
        month[1] += credit
        held[key] += own_side(accounts[key], debit, credit)
    for key, account in accounts.items():
        if account.balance != held[key]:
            yield Difference(
                book.community_id, book.code, f"balance {account.code}", account.balance, held[key]
            )
    kept = Turnover.objects.filter(community=book.community_id, book=book).order_by()
    for grain, expected in (("month", of_months), ("day", of_days)):
        rows = {
            (key, first): [debit, credit]
            for key, first, debit, credit in kept.filter(grain=grain).values_list(
                "account", "first", "debit", "credit"
            )
        }
        for key, first in sorted({*rows, *expected}, key=lambda each: (each[1], str(each[0]))):
            stands, counted = rows.get((key, first), [0, 0]), expected.get((key, first), [0, 0])
            for place, side in enumerate(("debit", "credit")):
                if stands[place] != counted[place]:
                    what = f"{side} {accounts[key].code} {grain} {first}"
                    yield Difference(
                        book.community_id, book.code, what, stands[place], counted[place]
                    )
    # Counted by the keys of an index: a join by the entry alone would read all lines for each.
    its_lines = Line.objects.filter(community=OuterRef("community"), entry=OuterRef("pk"))
    number = its_lines.order_by().values("entry").annotate(n=Count("pk")).values("n")
    entries = Entry.objects.filter(community=book.community_id, book=book)
    broken = entries.annotate(there=Coalesce(Subquery(number), 0)).exclude(there=F("size"))
    for entry in broken.order_by("year", "number"):
        yield Difference(
            book.community_id, book.code, f"lines {entry.serial}", entry.size, entry.there
        )
