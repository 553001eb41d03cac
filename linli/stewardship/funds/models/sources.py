"""A source of money, and what of it is kept for a project."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow
from linli.stewardship.funds.words import ALWAYS_RESTRICTED, PURPOSES, SOURCE_KINDS


class Source(CommunityRow):
    """One source of money with a book of its own, so that no entry can join it to another.

    `purpose`: what it is for; where `restricted`, for that alone, as `purpose_told` says in the
    words in which it was given. `body`: of commissioned money the department that pays. Which of
    its requests it pays for is a link, told by a crossing. Closed by mistake, another hand opens it
    again and says why (`reopened_why`, read by everybody who sees the desk).
    """

    kind = models.CharField(_("种类"), max_length=14, choices=SOURCE_KINDS)
    title = models.CharField(_("名称"), max_length=60)
    purpose = models.CharField(_("用途"), max_length=12, choices=PURPOSES)
    purpose_told = models.CharField(_("约定的用途"), max_length=160, blank=True)
    restricted = models.BooleanField(_("只能用在约定的用途"), default=False)
    paper = models.CharField(_("文件或协议"), max_length=120, blank=True)
    body = models.ForeignKey("access.Body", models.PROTECT, null=True, blank=True, related_name="+")
    book = models.OneToOneField("ledger.Book", models.PROTECT, related_name="+")
    opened_on = models.DateField(_("从哪天起"))
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    reopened_on = models.DateField(null=True)
    reopened_why = models.CharField(max_length=180, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "title"], name="funds_source_title"),
            models.CheckConstraint(
                condition=Q(kind__in=[name for name, _title in SOURCE_KINDS]),
                name="funds_source_kind",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=ALWAYS_RESTRICTED) | Q(restricted=True),
                name="funds_source_restricted",
            ),
            models.CheckConstraint(
                condition=Q(restricted=False) | ~Q(purpose_told=""),
                name="funds_source_purpose_told",
            ),
            models.CheckConstraint(
                condition=~Q(kind="commissioned") | Q(body__isnull=False),
                name="funds_source_who_commissions",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "kind", "title"], name="funds_source_list")
        ]
        ordering: ClassVar = ["kind", "title"]

    def __str__(self) -> str:
        return self.title


class Reserve(CommunityRow):
    """What of a source is kept for a project residents chose: `fen` in all, `spent` of it
    promised so far. `key`: the project, named by whoever reserved, so that twice is once.
    `undecided`: kept while residents still choose; nothing is paid out of it until they have. What
    residents decided it by, it *follows from*."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="reserves")
    key = models.CharField(max_length=80)
    what = models.CharField(pgettext_lazy("money", "项目"), max_length=80)
    fen = models.PositiveBigIntegerField()
    spent = models.PositiveBigIntegerField(default=0)
    entry = models.ForeignKey("ledger.Entry", models.PROTECT, related_name="+")
    released_on = models.DateField(null=True)
    released = models.PositiveBigIntegerField(default=0)
    undecided = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "key"], name="funds_reserve_once"),
            models.CheckConstraint(condition=Q(fen__gt=0), name="funds_reserve_something"),
            models.CheckConstraint(
                condition=Q(spent__lte=F("fen") - F("released")), name="funds_reserve_kept"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "source"], name="funds_reserve_source")
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def left(self) -> int:
        """What may still be asked for out of it."""
        return self.fen - self.released - self.spent
