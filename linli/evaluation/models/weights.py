"""What the groups weigh in a community: decided by its people, by a resolution that is named."""

from fractions import Fraction
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class Weighing(CommunityRow):
    """One decision on the weights of the groups, from a calendar year on.

    `weights`: by group, each a fraction in words ("3/20"). `entered`: what they were made of; of
    points a row a member, in the order of their numbers and of nobody's name, of pairs the
    comparisons ("SG/MG": "3"). `ratio`: of pairs, how inconsistent they are. `took_part`: how
    many decided, and never who. Once adopted nothing of it changes: years are read by it.
    """

    METHODS: ClassVar = [("points", _("每人分 100 分")), ("pairs", _("两两比较"))]
    STATES: ClassVar = [("draft", _("草稿")), ("adopted", _("已通过"))]

    method = models.CharField(max_length=6, choices=METHODS)
    state = models.CharField(max_length=7, choices=STATES, default="draft")
    from_year = models.PositiveSmallIntegerField()
    decided_on = models.DateField()
    resolution = models.CharField(max_length=120)
    took_part = models.PositiveIntegerField()
    entered = models.JSONField(default=dict)
    weights = models.JSONField(default=dict)
    ratio = models.FloatField(null=True)
    made_at = models.DateTimeField()
    adopted_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "from_year"],
                condition=Q(state="adopted"),
                name="weighing_once_a_year",
            ),
            models.CheckConstraint(condition=Q(took_part__gte=1), name="weighing_by_somebody"),
            models.CheckConstraint(
                condition=Q(state="adopted", adopted_at__isnull=False)
                | Q(state="draft", adopted_at__isnull=True),
                name="weighing_adopted",
            ),
            models.CheckConstraint(
                condition=Q(method="points", ratio__isnull=True)
                | Q(method="pairs", ratio__isnull=False),
                name="weighing_ratio",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "state", "-from_year"], name="weighing_lookup")
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.from_year}"

    @property
    def is_adopted(self) -> bool:
        return self.state == "adopted"

    @property
    def by_group(self) -> dict[str, Fraction]:
        """The weights, exact."""
        return {code: Fraction(weight) for code, weight in self.weights.items()}
