"""Accounts at banks and payment services, the files read for them, and their lines."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.stewardship.funds.words import BANK_KINDS


class BankAccount(CommunityRow):
    """Where the committee's money lies: its own account, never a person's. Of the number only
    the last four digits are kept, to know a wrong file. `columns`: for a bank of no known kind, the
    heading a person took for each part of a line, so that the next file asks nothing."""

    title = models.CharField(_("名称"), max_length=60)
    kind = models.CharField(_("是什么账户"), max_length=6, choices=BANK_KINDS)
    tail = models.CharField(_("账号后四位"), max_length=4)
    columns = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "title"], name="funds_bank_title"),
            models.CheckConstraint(
                condition=Q(kind__in=[name for name, _title in BANK_KINDS]), name="funds_bank_kind"
            ),
        ]
        ordering: ClassVar = ["title"]

    def __str__(self) -> str:
        return self.title


class BankFile(CommunityRow):
    """A file that was read: its digest, its kind, its days, and how many of its lines were new
    and how many had come with an earlier file. The file itself is not kept."""

    account = models.ForeignKey(BankAccount, models.PROTECT, related_name="files")
    digest = models.CharField(max_length=64)
    format = models.CharField(max_length=20)
    since = models.DateField()
    until = models.DateField()
    read_at = models.DateTimeField()
    read_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    fresh = models.PositiveIntegerField()
    known = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "account", "digest"], name="funds_file_once"
            )
        ]
        ordering: ClassVar = ["-read_at"]

    def __str__(self) -> str:
        return f"{self.since}–{self.until}"


class BankLine(CommunityRow):
    """One movement at the bank. `key`: a keyed digest of all that makes it this line, so that it
    comes in once however often it is read. Who stood on the other side, and the words of the
    payment, are sealed. Tied to an `entry` of the books by a person; or explained in words by one
    (`explained_by`), which settles it only when another agrees (`settled_by`)."""

    file = models.ForeignKey(BankFile, models.PROTECT, related_name="lines")
    account = models.ForeignKey(BankAccount, models.PROTECT, related_name="lines")
    key = models.BinaryField(max_length=32)
    on = models.DateField()
    row = models.PositiveIntegerField()
    fen = models.BigIntegerField()
    balance = models.BigIntegerField(null=True)
    other_name = SealedTextField(blank=True)
    words = SealedTextField(blank=True)
    entry = models.OneToOneField("ledger.Entry", models.PROTECT, null=True, related_name="+")
    explained = models.CharField(_("说明"), max_length=200, blank=True)
    explained_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    settled_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "account", "key"], name="funds_line_once"),
            models.CheckConstraint(condition=~Q(fen=0), name="funds_line_moves"),
            models.CheckConstraint(
                condition=Q(entry__isnull=True, settled_at__isnull=True)
                | (Q(entry__isnull=False, explained="") & Q(settled_at__isnull=False))
                | (Q(entry__isnull=True, settled_at__isnull=False) & ~Q(explained="")),
                name="funds_line_settled",
            ),
            models.CheckConstraint(
                condition=Q(explained="")
                | Q(explained_by__isnull=True)
                | Q(settled_by__isnull=True)
                | ~Q(explained_by=F("settled_by")),
                name="funds_line_explained_by_two",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "account", "-on"], name="funds_line_on"),
            models.Index(
                fields=["community", "on"],
                condition=Q(settled_at__isnull=True),
                name="funds_line_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}"

    @property
    def is_open(self) -> bool:
        return self.settled_at is None
