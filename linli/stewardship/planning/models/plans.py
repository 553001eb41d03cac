"""The development plan, the year's plan, and its versions."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.stewardship.planning.flows import PLAN
from linli.stewardship.planning.models.needed import Needed, need_checks


class DevelopmentPlan(CommunityRow):
    """Where the community wants to be in three to five years. While it has no `adopted_on` it is
    a draft; what residents adopted is not written over, another takes its place."""

    title = models.CharField(_("名称"), max_length=80)
    first_year = models.PositiveSmallIntegerField(_("从哪一年"))
    last_year = models.PositiveSmallIntegerField(_("到哪一年"))
    vision = models.TextField(_("想成为什么样"), max_length=2000, blank=True)
    adopted_on = models.DateField(null=True)
    adopted_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "title"], name="development_title"),
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year") + 2)
                & Q(last_year__lte=F("first_year") + 4),
                name="development_years",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_year}–{self.last_year}"


class Goal(CommunityRow, Needed):
    """One goal of a development plan, and how one will see that it is reached."""

    development = models.ForeignKey(DevelopmentPlan, models.CASCADE, related_name="goals")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(_("目标"), max_length=120)
    measure = models.CharField(_("怎样算做到"), max_length=160, blank=True)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "development", "order"], name="goal_order"
            ),
            *need_checks("goal"),
        ]

    def __str__(self) -> str:
        return f"{self.order}"


class AnnualPlan(FlowRow):
    """The plan of one year. `edition` counts the versions since residents approved it; the
    decision that approved it is tied by a link (*follows from*), its words stand in
    `approved_by`. `diagnosis` is its annex."""

    flow = PLAN

    year = models.PositiveSmallIntegerField(_("年度"))
    words = models.TextField(_("总的说明"), max_length=2000, blank=True)
    development = models.ForeignKey(
        DevelopmentPlan, models.PROTECT, null=True, blank=True, related_name="+"
    )
    diagnosis = models.ForeignKey(
        "planning.Diagnosis", models.PROTECT, null=True, blank=True, related_name="+"
    )
    comments_until = models.DateField(_("意见收到哪天"), null=True, blank=True)
    approved_on = models.DateField(null=True)
    approved_by = models.CharField(max_length=160, blank=True)
    edition = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(PLAN, "annualplan_state"),
            models.UniqueConstraint(fields=["community", "year"], name="annualplan_year"),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "closed"])
                | Q(approved_on__isnull=False, edition__gte=1),
                name="annualplan_approved_when",
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it: from the day it was put to residents."""
        return self.state != "draft"


class PlanStep(StepRow):
    """One step of a plan."""

    case = models.ForeignKey(AnnualPlan, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("planstep_version")]


class PlanVersion(CommunityRow):
    """The plan as it stood from `at` on: version 1 is what residents approved, each later one
    says why. `content` holds every task; never changed."""

    plan = models.ForeignKey(AnnualPlan, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=400, blank=True)
    content = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "plan", "number"], name="planversion_once"
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""), name="planversion_reasoned"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"
