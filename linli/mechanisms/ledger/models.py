"""Books, their accounts, and what was entered. See docs/adr/0047-a-ledger.md.

A line takes an amount from one account to another, so it balances by being there; sums of lines
balance therefore too. Entries and lines are added and never changed: the database refuses it, and
a line whose accounts lie in another book than its entry. What is in an account, and what moved in
it each month and each day, is kept beside the lines by the same act, so that no question about a
balance reads lines.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.core.places.walls import Together, Wall, append_only


class Book(CommunityRow):
    """One source of money, or one store of goods, or one pot of minutes: what may not be mixed
    with anything else. It has one unit, and no line leads out of it. Everything up to
    `closed_through`, the last day of a month, is closed for good."""

    UNITS: ClassVar = [("fen", _("元")), ("minute", _("分钟")), ("item", _("件"))]

    code = models.CharField(max_length=32)
    title = models.CharField(max_length=120)
    unit = models.CharField(max_length=6, choices=UNITS)
    closed_through = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "code"], name="ledger_book_code"),
            models.UniqueConstraint(fields=["community", "id"], name="ledger_book_here"),
            models.CheckConstraint(
                condition=Q(unit__in=["fen", "minute", "item"]), name="ledger_book_unit"
            ),
            Wall(
                name="ledger_book_stays_what_it_is",
                event="UPDATE",
                when="NEW.unit <> OLD.unit OR NEW.community_id <> OLD.community_id"
                " OR NEW.code <> OLD.code",
            ),
            Wall(
                name="ledger_book_closed_stays_closed",
                event="UPDATE",
                when="OLD.closed_through IS NOT NULL AND (NEW.closed_through IS NULL"
                " OR NEW.closed_through < OLD.closed_through)",
            ),
        ]

    def __str__(self) -> str:
        return f"book {self.code}"


class Account(CommunityRow):
    """Where something of a book is, came from or went. `balance` is counted on the account's own
    side: an asset or an expense grows by debit, all others by credit. One marked
    `never_negative` is kept from going below nothing by the database."""

    KINDS: ClassVar = [
        ("asset", _("资产")),
        ("liability", _("负债")),
        ("equity", _("净资产")),
        ("income", _("收入")),
        ("expense", _("支出")),
    ]

    book = models.ForeignKey(
        Book, models.PROTECT, related_name="accounts", db_index=False, db_constraint=False
    )
    code = models.CharField(max_length=32)
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=9, choices=KINDS)
    never_negative = models.BooleanField(default=False)
    balance = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "book", "code"], name="ledger_account_code"
            ),
            models.UniqueConstraint(
                fields=["community", "book", "id"], name="ledger_account_of_book"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["asset", "liability", "equity", "income", "expense"]),
                name="ledger_account_kind",
            ),
            models.CheckConstraint(
                condition=Q(never_negative=False) | Q(balance__gte=0),
                name="ledger_account_never_negative",
            ),
            Together(
                name="ledger_account_in_its_book",
                fields=["community", "book"],
                table="ledger_book",
                to=["community_id", "id"],
            ),
            Wall(
                name="ledger_account_stays_what_it_is",
                event="UPDATE",
                when="NEW.kind <> OLD.kind OR NEW.book_id <> OLD.book_id"
                " OR NEW.community_id <> OLD.community_id OR NEW.code <> OLD.code"
                " OR (OLD.never_negative AND NOT NEW.never_negative)",
            ),
        ]

    def __str__(self) -> str:
        return f"account {self.code}"

    @property
    def grows_by_debit(self) -> bool:
        return self.kind in ("asset", "expense")


class Entry(CommunityRow):
    """What was entered at once: `size` lines of one day, with a number of the book and year.

    `key` is given by whoever enters, so that the same thing is entered once; `reverses` is the
    entry this one takes back. `words` say what it was for, never a person's name: they cannot be
    taken back.
    """

    book = models.ForeignKey(
        Book, models.PROTECT, related_name="entries", db_index=False, db_constraint=False
    )
    day = models.DateField()
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    words = models.CharField(max_length=200)
    size = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=100, blank=True)
    reverses = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False
    )
    entered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "book", "year", "number"], name="ledger_entry_number"
            ),
            models.UniqueConstraint(
                fields=["community", "book", "key"],
                condition=~Q(key=""),
                name="ledger_entry_key_once",
            ),
            models.UniqueConstraint(
                fields=["community", "reverses"],
                condition=Q(reverses__isnull=False),
                name="ledger_entry_reversed_once",
            ),
            models.UniqueConstraint(
                fields=["community", "book", "id"], name="ledger_entry_of_book"
            ),
            models.UniqueConstraint(
                fields=["community", "book", "id", "day", "number", "size"],
                name="ledger_entry_whole",
            ),
            models.CheckConstraint(
                condition=Q(size__gte=1, number__gte=1), name="ledger_entry_says_what"
            ),
            Together(
                name="ledger_entry_in_its_book",
                fields=["community", "book"],
                table="ledger_book",
                to=["community_id", "id"],
            ),
            Together(
                name="ledger_entry_reverses_in_its_book",
                fields=["community", "book", "reverses"],
                table="ledger_entry",
                to=["community_id", "book_id", "id"],
            ),
            Wall(
                name="ledger_entry_in_open_month",
                event="INSERT",
                when="EXISTS (SELECT 1 FROM ledger_book WHERE ledger_book.id = NEW.book_id"
                " AND NEW.day <= ledger_book.closed_through)",
            ),
            *append_only("ledger_entry"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "book", "day", "number"], name="ledger_entry_day"),
        ]

    def __str__(self) -> str:
        return f"entry {self.serial}"

    @property
    def serial(self) -> str:
        """Its number as it is said: 2026-0017."""
        return f"{self.year}-{self.number:04}"


class Line(CommunityRow):
    """`amount` (more than nothing, in the book's unit) from the account `credit` to the account
    `debit`. Book, day, number and size are the entry's own, which the database sees to; the
    `position` is one of the entry's `size`, so that no line is added to an entry afterwards."""

    book = models.ForeignKey(
        Book, models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="lines", db_index=False, db_constraint=False
    )
    position = models.PositiveSmallIntegerField()
    day = models.DateField()
    number = models.PositiveIntegerField()
    size = models.PositiveSmallIntegerField()
    debit = models.ForeignKey(
        Account, models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    credit = models.ForeignKey(
        Account, models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    amount = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "entry", "position"], name="ledger_line_position"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="ledger_line_moves_something"),
            models.CheckConstraint(
                condition=~Q(debit=F("credit")), name="ledger_line_two_accounts"
            ),
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=F("size")),
                name="ledger_line_within_entry",
            ),
            Together(
                name="ledger_line_in_its_entry",
                fields=["community", "book", "entry", "day", "number", "size"],
                table="ledger_entry",
                to=["community_id", "book_id", "id", "day", "number", "size"],
            ),
            Together(
                name="ledger_line_debit_in_book",
                fields=["community", "book", "debit"],
                table="ledger_account",
                to=["community_id", "book_id", "id"],
            ),
            Together(
                name="ledger_line_credit_in_book",
                fields=["community", "book", "credit"],
                table="ledger_account",
                to=["community_id", "book_id", "id"],
            ),
            *append_only("ledger_line"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "debit", "day", "number", "position"],
                name="ledger_line_debit_day",
            ),
            models.Index(
                fields=["community", "credit", "day", "number", "position"],
                name="ledger_line_credit_day",
            ),
        ]

    def __str__(self) -> str:
        return f"line {self.position} of {self.size}"


class Turnover(CommunityRow):
    """What moved in an account in a month, and on a day (`grain`), beginning with `first`. Kept by
    the act that enters; `linli ledger check` holds it against the lines."""

    book = models.ForeignKey(
        Book, models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    account = models.ForeignKey(
        Account, models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    grain = models.CharField(max_length=5)
    first = models.DateField()
    debit = models.BigIntegerField(default=0)
    credit = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "account", "grain", "first"], name="ledger_turnover_once"
            ),
            models.CheckConstraint(
                condition=Q(grain__in=["month", "day"]), name="ledger_turnover_grain"
            ),
            models.CheckConstraint(
                condition=Q(debit__gte=0, credit__gte=0), name="ledger_turnover_counts_up"
            ),
            Together(
                name="ledger_turnover_in_book",
                fields=["community", "book", "account"],
                table="ledger_account",
                to=["community_id", "book_id", "id"],
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "book", "grain", "first"], name="ledger_turnover_of_book"
            ),
        ]

    def __str__(self) -> str:
        return f"turnover {self.grain} {self.first}"
