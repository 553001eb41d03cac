"""What a book answers with ten thousand, a hundred thousand and a million lines: a balance, a
month's trial balance, a page of a statement, one more entry. Three books of one database, each over
ten years, asked in turn, so that whatever else the machine does weighs on all alike."""

import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from bench.instances import durable_settings, look_through, open_instance, server_version
from bench.measure import is_quick, sample_of, say, tell_result

SIZES = (10_000, 100_000, 1_000_000)
QUICK = (1_000, 5_000, 20_000)
RUNS = 15
ACCOUNTS = 40
LINES_OF_AN_ENTRY = 4
BEGAN, DAYS = date(2016, 1, 1), 3_650
MIDDLE = date(2021, 5, 17)
AT_ONCE = 2_000


@dataclass
class Filled:
    """A book with its lines, and the account everything goes through."""

    size: int
    book: Any
    bank: Any
    accounts: list[Any]


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    from django.utils import timezone

    from linli.web.demo.cast import gather

    now = timezone.now()
    community = gather(now).community
    books, filling = [], {}
    for size in QUICK if is_quick() else SIZES:
        began = time.perf_counter()
        books.append(_fill(size, community, now))
        filling[size] = size / (time.perf_counter() - began)
        say(f"{size} lines, {filling[size]:.0f} a second")
    look_through()
    result = {"server": server_version(), "durable": durable_settings(), "filling": filling}
    tell_result(result | {"sizes": _measure(books, now), "check": _check(books)})


def _fill(size: int, community: Any, now: Any) -> Filled:
    """Entries of four lines spread over ten years, written in large pieces past the acts, but not
    past the database, whose walls and keys stand; sums beside them as the acts would keep them."""
    from django.db import transaction

    from linli.core.audit.actor import NOBODY
    from linli.core.audit.door import Act
    from linli.mechanisms.ledger.actions import open_account, open_book
    from linli.mechanisms.ledger.models import Entry, Line

    act = Act("bench.fill", NOBODY, now, community)
    with transaction.atomic():
        book = open_book(act, community, code=f"B{size}", title="试验账本")
        kinds = ("asset", "income", "expense", "expense")
        accounts = [
            open_account(act, book, code=f"{number:04}", title="科目", kind=kinds[number % 4])
            for number in range(ACCOUNTS)
        ]
    moved: dict[tuple[Any, date], list[int]] = defaultdict(lambda: [0, 0])
    pairs = _invent(size, book, accounts, now, moved)
    while piece := list(islice(pairs, AT_ONCE)):
        with transaction.atomic():
            _put_in(Entry, [entry for entry, _lines in piece])
            _put_in(Line, [line for _entry, lines in piece for line in lines])
    with transaction.atomic():
        _keep_sums(book, accounts, moved)
    return Filled(size, book, accounts[0], accounts)


def _put_in(model: Any, rows: list[dict[str, Any]]) -> None:
    """Rows straight into the table, in the way each database takes most at once."""
    from django.db import connection

    columns = [field.column for field in model._meta.concrete_fields]
    listed = ", ".join(map(connection.ops.quote_name, columns))
    into = f"{connection.ops.quote_name(model._meta.db_table)} ({listed})"
    values = [[row.get(column) for column in columns] for row in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for each in values:
                    copy.write_row(each)
            return
        marks = ", ".join(["%s"] * len(columns))
        plain = [[_as_sqlite_keeps(each) for each in row] for row in values]
        cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", plain)


def _as_sqlite_keeps(value: Any) -> Any:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    return value.isoformat() if isinstance(value, date) else value


def _invent(
    size: int, book: Any, accounts: list[Any], now: Any, moved: dict[tuple[Any, date], list[int]]
) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    from linli.lib.identity.ids import new_id

    chance, numbers = random.Random(size), Counter[int]()
    entries = size // LINES_OF_AN_ENTRY
    bank, others = accounts[0], accounts[1:]
    for place in range(entries):
        day = BEGAN + timedelta(days=place * DAYS // entries)
        numbers[day.year] += 1
        here = {"community_id": book.community_id, "book_id": book.pk, "day": day,
                "number": numbers[day.year], "size": LINES_OF_AN_ENTRY}  # fmt: skip
        entry = here | {"id": new_id(), "year": day.year, "words": "试验", "key": "",
                        "entered_at": now}  # fmt: skip
        lines = []
        for position in range(1, LINES_OF_AN_ENTRY + 1):
            other, amount = chance.choice(others), chance.randint(1, 500_00)
            debit, credit = (bank, other) if other.kind == "income" else (other, bank)
            moved[debit.pk, day][0] += amount
            moved[credit.pk, day][1] += amount
            lines.append(
                here | {"id": new_id(), "entry_id": entry["id"], "position": position,
                        "debit_id": debit.pk, "credit_id": credit.pk, "amount": amount}
            )  # fmt: skip
        yield entry, lines


def _keep_sums(book: Any, accounts: list[Any], moved: dict[tuple[Any, date], list[int]]) -> None:
    from linli.mechanisms.ledger.models import Account, Turnover

    sums: dict[tuple[Any, str, date], list[int]] = defaultdict(lambda: [0, 0])
    by_debit = {account.pk: account for account in accounts}
    for (key, day), (debit, credit) in moved.items():
        for grain, first in (("day", day), ("month", day.replace(day=1))):
            sums[key, grain, first][0] += debit
            sums[key, grain, first][1] += credit
        account = by_debit[key]
        account.balance += debit - credit if account.grows_by_debit else credit - debit
    here = {"community_id": book.community_id, "book": book}
    Turnover.objects.bulk_create(
        (
            Turnover(**here, account_id=key, grain=grain, first=first, debit=debit, credit=credit)
            for (key, grain, first), (debit, credit) in sums.items()
        ),
        batch_size=AT_ONCE,
    )
    Account.objects.filter(community=book.community_id).bulk_update(accounts, ["balance"])


def _questions(filled: Filled, now: Any) -> dict[str, Callable[[], Any]]:
    from django.db import transaction

    from linli.core.audit.actor import NOBODY
    from linli.core.audit.door import Act
    from linli.lib.calendar import local_day
    from linli.mechanisms.ledger import queries
    from linli.mechanisms.ledger.actions import Transfer, enter, last_day_of

    month = MIDDLE.replace(day=1), last_day_of(MIDDLE)
    first = queries.statement(filled.bank, *month, limit=50)

    def enter_one() -> Any:
        with transaction.atomic():
            act = Act("bench.enter", NOBODY, now, filled.book)
            moved = [Transfer(filled.accounts[2], filled.bank, 1)]
            return enter(act, filled.book, on=local_day(now), words="试验", transfers=moved)

    return {
        "balance now": lambda: queries.balance_of(filled.bank),
        "balance of a day five years ago": lambda: queries.balance_of(filled.bank, MIDDLE),
        "trial balance of a month": lambda: queries.trial_balance(filled.book, *month),
        "trial balance of seven years": lambda: queries.trial_balance(
            filled.book, date(2018, 2, 11), date(2025, 3, 9)
        ),
        "statement of a month, first 50 lines": lambda: queries.statement(
            filled.bank, *month, limit=50
        ),
        "statement of a month, next 50 lines": lambda: queries.statement(
            filled.bank, *month, after=first.more, limit=50
        ),
        "entering one transfer": enter_one,
        "the same balance summed from the lines": lambda: _sum_lines(filled),
    }


def _sum_lines(filled: Filled) -> int:
    """What a balance would cost without the sums kept beside the lines."""
    from django.db.models import Sum

    from linli.mechanisms.ledger.models import Line

    lines = Line.objects.filter(community=filled.book.community_id, day__lte=MIDDLE)
    into = lines.filter(debit=filled.bank).aggregate(s=Sum("amount"))["s"] or 0
    out: int = lines.filter(credit=filled.bank).aggregate(s=Sum("amount"))["s"] or 0
    return int(into - out)


def _measure(books: list[Filled], now: Any) -> dict[str, Any]:
    from linli.mechanisms.ledger import queries

    asked = {filled.size: _questions(filled, now) for filled in books}
    for filled in books:
        if _sum_lines(filled) != queries.balance_of(filled.bank, MIDDLE):
            raise SystemExit(f"{filled.size}: the balance is not that of the lines")
    taken: dict[tuple[int, str], list[float]] = defaultdict(list)
    for number in range(RUNS + 1):
        for what in asked[books[0].size]:
            for filled in books:
                began = time.perf_counter()
                asked[filled.size][what]()
                if number:  # the first time does not count
                    taken[filled.size, what].append(time.perf_counter() - began)
    told: dict[str, Any] = {}
    for (size, what), seconds in taken.items():
        told.setdefault(str(size), {})[what] = asdict(sample_of(seconds))
    for size, found in told.items():
        say(f"{size}: " + ", ".join(
            f"{what} {1000 * each['median']:.2f} ms" for what, each in found.items()
        ))  # fmt: skip
    return told


def _check(books: list[Filled]) -> dict[str, float]:
    """Seconds in which each book was held against its lines; ends the run where one differs."""
    from linli.mechanisms.ledger.queries import differences

    taken = {}
    for filled in books:
        began = time.perf_counter()
        if found := list(differences([filled.book])):
            raise SystemExit(f"{filled.size}: {found[0]}")
        taken[str(filled.size)] = time.perf_counter() - began
    return taken


if __name__ == "__main__":
    main()
