"""What the place adds to the filing plan, and which years were filed."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import TitledInBoth
from linli.core.places.scope import CommunityRow
from linli.governance.archive.words import ACCESS, TERMS


class LocalLine(TitledInBoth, CommunityRow):
    """A line the director added for this place, or with `of` a longer term or a closer access for
    a line that is there; dated, closed and not changed. `until` is the first day without it."""

    of = models.CharField(max_length=60, blank=True)
    part = models.CharField(_("哪一类"), max_length=30)
    title = models.CharField(_("归档什么"), max_length=120)
    title_en = models.CharField(_("英文名称"), max_length=160, blank=True)
    term = models.CharField(_("保管期限"), max_length=9, choices=TERMS)
    access = models.CharField(_("开放程度"), max_length=12, choices=ACCESS)
    source = models.CharField(_("依据"), max_length=200)
    since = models.DateField(_("从哪天起"))
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="archive_line_runs_forward",
            ),
            models.UniqueConstraint(
                fields=["community", "of"],
                condition=Q(until__isnull=True) & ~Q(of=""),
                name="archive_line_altered_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "part", "since"], name="archive_line_part")
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.since}"

    @property
    def key(self) -> str:
        """What items filed under it are known by."""
        return self.of or f"local.{self.pk.hex}"


class YearFiled(CommunityRow):
    """That the papers of a year were filed: on which day first, how many there are, and by when
    it was to be done."""

    year = models.PositiveSmallIntegerField()
    filed_on = models.DateField()
    items = models.PositiveIntegerField(default=0)
    last_day = models.DateField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "year"], name="archive_year_filed")
        ]

    def __str__(self) -> str:
        return f"{self.year}"
