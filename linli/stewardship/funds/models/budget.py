"""The budget of a year, and every edition of it that was decided."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow
from linli.stewardship.funds.models.sources import Source
from linli.stewardship.funds.words import SIDES


class Budget(CommunityRow):
    """What is to come in and go out in a year. `edition` counts the decisions that settled it:
    nought is a draft. `decided_by`: the decision in words; the decision itself may be tied by a
    link (*follows from*)."""

    year = models.PositiveSmallIntegerField(_("年度"))
    edition = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    decided_on = models.DateField(null=True)
    decided_by = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "year"], name="funds_budget_year"),
            models.CheckConstraint(
                condition=Q(edition=0) | (Q(decided_on__isnull=False) & ~Q(decided_by="")),
                name="funds_budget_decided",
            ),
        ]
        ordering: ClassVar = ["-year"]

    def __str__(self) -> str:
        return str(self.year)

    @property
    def is_settled(self) -> bool:
        """Whether a decision stands behind it."""
        return self.edition > 0


class BudgetLine(CommunityRow):
    """One line: so much of a source, for what. `committed`: of an outgo, what was approved on it
    so far; the database keeps it within the line."""

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="lines")
    order = models.PositiveSmallIntegerField()
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    side = models.CharField(pgettext_lazy("money", "收支"), max_length=6, choices=SIDES)
    title = models.CharField(_("项目名称"), max_length=60)
    fen = models.PositiveBigIntegerField(_("金额"))
    committed = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "budget", "source", "side", "title"], name="funds_line_title"
            ),
            models.CheckConstraint(
                condition=Q(side__in=["income", "outgo"]), name="funds_line_side"
            ),
            models.CheckConstraint(
                condition=Q(committed__lte=F("fen")), name="funds_line_not_overdrawn"
            ),
        ]
        ordering: ClassVar = ["order", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def left(self) -> int:
        """What may still be asked for on it."""
        return self.fen - self.committed


class BudgetEdition(CommunityRow):
    """A budget as it was decided, line by line; never changed."""

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField()
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=160)
    reason = models.CharField(max_length=200, blank=True)
    lines = models.JSONField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "budget", "number"], name="funds_budget_edition"
            )
        ]
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"{self.number}"
