"""The lines of one account. A page reads the lines it shows, and turnovers for what was before."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import merge
from itertools import islice
from uuid import UUID

from django.db.models import Q, Sum

from linli.mechanisms.ledger.models import Account, Entry, Line
from linli.mechanisms.ledger.queries.balances import balance_of

Place = tuple[date, int, int]
"""Where a line stands in its book: day, number, position."""
SIDES = ("debit", "credit")


@dataclass(frozen=True, slots=True)
class Item:
    """One line as its account sees it: what came to its debit or its credit, from or to which
    other account, and what the account held afterwards."""

    entry: Entry
    place: Place
    other: Account
    debit: int
    credit: int
    balance: int


@dataclass(frozen=True)
class Statement:
    """The lines of an account over some days, or a page of them: `opening` is what it held before
    the first one here, `closing` what it held on the last day. `more` is where the next page goes
    on, to be given as `after`; nothing at the end."""

    account: Account
    since: date
    until: date
    opening: int
    closing: int
    items: list[Item] = field(default_factory=list)
    more: Place | None = None


def statement(
    account: Account,
    since: date,
    until: date,
    *,
    after: Place | None = None,
    limit: int | None = None,
) -> Statement:
    """The lines of an account from the first day to the last, both included, in the order of
    their days and numbers; `limit` at most, beginning behind `after`."""
    opening = _held_behind(account, since, after)
    found = _lines(account, since, until, after, limit and limit + 1)
    lines = found if limit is None else found[:limit]
    here = {"community": account.community_id, "book": account.book_id}
    entries = Entry.objects.filter(**here).in_bulk({line.entry_id for line in lines})
    others = Account.objects.filter(**here).in_bulk({_other(account, line) for line in lines})
    items, balance = [], opening
    for line in lines:
        balance += _moved(account, line)
        into = line.debit_id == account.pk
        items.append(
            Item(
                entry=entries[line.entry_id],
                place=(line.day, line.number, line.position),
                other=others[_other(account, line)],
                debit=line.amount if into else 0,
                credit=0 if into else line.amount,
                balance=balance,
            )
        )
    more = items[-1].place if len(found) > len(lines) else None
    return Statement(account, since, until, opening, balance_of(account, on=until), items, more)


def _held_behind(account: Account, since: date, after: Place | None) -> int:
    """What the account held before the first line of a page."""
    if after is None:
        return balance_of(account, on=since - timedelta(days=1))
    day, number, position = after
    held = balance_of(account, on=day - timedelta(days=1))
    before = Q(number__lt=number) | Q(number=number, position__lte=position)
    for side in SIDES:
        lines = Line.objects.filter(before, community=account.community_id, day=day)
        moved = lines.filter(**{side: account}).aggregate(moved=Sum("amount"))["moved"] or 0
        held += moved if (side == "debit") == account.grows_by_debit else -moved
    return held


def _other(account: Account, line: Line) -> UUID:
    return line.credit_id if line.debit_id == account.pk else line.debit_id


def _moved(account: Account, line: Line) -> int:
    into = line.debit_id == account.pk
    return line.amount if into == account.grows_by_debit else -line.amount


def _lines(
    account: Account, since: date, until: date, after: Place | None, limit: int | None
) -> list[Line]:
    """The lines of either side, each read in the order of its own index, and merged."""
    sides = []
    for side in SIDES:
        lines = Line.objects.filter(
            community=account.community_id, day__gte=since, day__lte=until, **{side: account}
        )
        if after is not None:
            day, number, position = after
            # The day alone is what the index can begin with.
            lines = lines.filter(
                Q(day__gt=day)
                | Q(day=day, number__gt=number)
                | Q(day=day, number=number, position__gt=position),
                day__gte=day,
            )
        sides.append(lines.order_by("day", "number", "position")[:limit])
    in_order = merge(*sides, key=lambda line: (line.day, line.number, line.position))
    return list(islice(in_order, limit))
