"""What is kept, who has borrowed it, and what may not be destroyed for now."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.archive.rules.filing import number_of
from linli.governance.archive.words import ACCESS, KEPT, TERMS

OPEN_KEPT = Q(access="open", state="kept")


class Item(CommunityRow):
    """One item (件): a file of one thing, under its number.

    `line`: the line of the plan (or the series of a room) it was filed under, in the class
    `part`; `owner` with `owner_kind`: the row it is of, where a room filed it. `contents` lists
    its files (name, title, bytes, sha256, and the stored file they lie in); `sha256` is over
    that list. `shelf`: where the paper original lies. `keep_until`: the first day on which it
    may be appraised, None for ever; an extension moves it, and leaves `term` with the number.
    Confidential, it is seen by `entrusted_to` alone.

    Destroyed, it keeps its line: number, class, title, hash, and that it is gone.
    """

    category = models.CharField(max_length=2)
    part = models.CharField(max_length=30)
    line = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField(_("年度"))
    term = models.CharField(_("保管期限"), max_length=9, choices=TERMS)
    serial = models.PositiveIntegerField()
    owner_kind = models.CharField(max_length=60, blank=True)
    owner = models.UUIDField(null=True)
    title = models.CharField(_("题名"), max_length=200)
    on = models.DateField(_("文件日期"))
    pages = models.PositiveIntegerField(_("页数"), null=True, blank=True)
    bytes = models.PositiveBigIntegerField(default=0)
    contents = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64, blank=True)
    access = models.CharField(_("开放程度"), max_length=12, choices=ACCESS)
    entrusted_to = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    shelf = models.CharField(_("纸质原件在哪里"), max_length=120, blank=True)
    keep_until = models.DateField(null=True)
    filed_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=KEPT, default="kept")
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "category", "year", "term", "serial"],
                name="archive_item_number",
            ),
            models.UniqueConstraint(
                fields=["community", "line", "owner"],
                condition=Q(owner__isnull=False),
                name="archive_item_filed_once",
            ),
            models.CheckConstraint(
                condition=Q(term__in=[term for term, _title in TERMS])
                & Q(access__in=[access for access, _title in ACCESS]),
                name="archive_item_words",
            ),
            models.CheckConstraint(
                # Extended for ever, a term has no day either.
                condition=~Q(term="permanent") | Q(keep_until__isnull=True),
                name="archive_item_term",
            ),
            models.CheckConstraint(
                condition=Q(state="kept", destroyed_at__isnull=True)
                | Q(state="destroyed", destroyed_at__isnull=False, shelf=""),
                name="archive_item_state",
            ),
            # What is kept for ever is never destroyed, whoever writes the row.
            models.CheckConstraint(
                condition=Q(keep_until__isnull=False) | Q(state="kept"),
                name="archive_item_for_ever",
            ),
            models.CheckConstraint(
                condition=Q(access="confidential") | Q(entrusted_to__isnull=True),
                name="archive_item_entrusted",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-filed_at", "-id"], name="archive_newest"),
            models.Index(fields=["community", "part", "-filed_at", "-id"], name="archive_part"),
            models.Index(fields=["community", "year", "term", "serial"], name="archive_inventory"),
            models.Index(fields=["community", "year", "-filed_at", "-id"], name="archive_year"),
            models.Index(
                fields=["community", "part", "year", "-filed_at", "-id"], name="archive_part_year"
            ),
            models.Index(
                fields=["community", "-filed_at", "-id"], condition=OPEN_KEPT, name="archive_open"
            ),
            models.Index(
                fields=["community", "part", "-filed_at", "-id"],
                condition=OPEN_KEPT,
                name="archive_open_part",
            ),
            models.Index(
                fields=["community", "year", "-filed_at", "-id"],
                condition=OPEN_KEPT,
                name="archive_open_year",
            ),
            models.Index(
                fields=["community", "keep_until", "id"],
                condition=Q(state="kept", keep_until__isnull=False),
                name="archive_past_term",
            ),
            models.Index(
                fields=["community", "entrusted_to", "-filed_at", "-id"],
                condition=Q(entrusted_to__isnull=False),
                name="archive_entrusted",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number (档号): WS·2025·Y-0001."""
        return number_of(self.category, self.year, self.term, self.serial)

    @property
    def is_kept(self) -> bool:
        return self.state == "kept"


class Loan(CommunityRow):
    """A paper original is out: with whom it is answered for, what for, until when."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="loans")
    account = models.ForeignKey("access.Account", models.PROTECT, related_name="+")
    purpose = models.CharField(_("用途"), max_length=200)
    lent_on = models.DateField()
    due_on = models.DateField(_("哪天归还"))
    returned_on = models.DateField(null=True)
    condition = models.CharField(_("归还时的状况"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "item"],
                condition=Q(returned_on__isnull=True),
                name="archive_lent_once",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("lent_on")), name="archive_loan_runs_forward"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-lent_on", "-id"], name="archive_loans"),
        ]

    def __str__(self) -> str:
        return f"{self.lent_on}–{self.returned_on or ''}"


class Hold(CommunityRow):
    """Somebody asked that an item is not destroyed for now: a quarrel, an audit, a court."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="holds")
    reason = models.CharField(_("为什么暂缓"), max_length=200)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "item"],
                condition=Q(until__isnull=True),
                name="archive_held_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="archive_hold_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since}"
