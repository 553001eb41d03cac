"""Books, their accounts, and what was entered."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Min, QuerySet

from linli.mechanisms.ledger.models import Account, Book, Entry, Line

AT_ONCE = 500


def books_of(community: Any) -> "QuerySet[Book]":
    """The books of a community by their codes."""
    return Book.objects.filter(community=community).order_by("code")


def accounts_of(book: Book) -> "QuerySet[Account]":
    """The accounts of a book by their codes."""
    return Account.objects.filter(community=book.community_id, book=book).order_by("code")


def account_called(book: Book, code: str) -> Account:
    """The account of a code; raises `Account.DoesNotExist`."""
    return accounts_of(book).get(code=code)


def lines_of(entry: Entry) -> list[Line]:
    """What an entry moved, with its accounts, in order."""
    lines = Line.objects.filter(community=entry.community_id, entry=entry)
    return list(lines.select_related("debit", "credit").order_by("position"))


def reversal_of(entry: Entry) -> Entry | None:
    """The entry that took this one back, where one did."""
    return Entry.objects.filter(community=entry.community_id, reverses=entry).first()


def entries_between(book: Book, since: date, until: date) -> Iterator[tuple[Entry, list[Line]]]:
    """Every entry of the days with its lines, in order: what an export writes down."""
    here = {"community": book.community_id, "book": book}
    accounts = {account.pk: account for account in accounts_of(book)}
    entries = Entry.objects.filter(**here, day__gte=since, day__lte=until)
    in_order = entries.select_related("reverses").order_by("day", "number")
    entered = in_order.iterator(chunk_size=AT_ONCE)
    while piece := list(islice(entered, AT_ONCE)):
        lines: dict[UUID, list[Line]] = defaultdict(list)
        for line in Line.objects.filter(**here, entry__in=piece).order_by("position"):
            line.debit, line.credit = accounts[line.debit_id], accounts[line.credit_id]
            lines[line.entry_id].append(line)
        for entry in piece:
            yield entry, lines[entry.pk]


def first_day_of(book: Book) -> date | None:
    """The day of the earliest entry."""
    entries = Entry.objects.filter(community=book.community_id, book=book)
    first: date | None = entries.aggregate(first=Min("day"))["first"]
    return first
