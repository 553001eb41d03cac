"""Check points with a code, the plan of rounds over them, and what was seen at each."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.safety.hazards.kinds import BY_CODE, CHOICES, RESULTS, RHYTHMS, WALKERS, PointKind


class CheckPoint(CommunityRow):
    """One place that is looked at: never a home. `tag` is what its printed code opens."""

    kind = models.CharField(_("类别"), max_length=16, choices=CHOICES)
    name = models.CharField(_("名称"), max_length=60)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    where = models.CharField(_("具体在哪里"), max_length=120, blank=True)
    tag = models.CharField(max_length=24, editable=False)
    seen_on = models.DateField(null=True, editable=False)
    seen_result = models.CharField(max_length=12, choices=RESULTS, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["kind", "name"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "tag"], name="checkpoint_tag"),
            models.UniqueConstraint(
                fields=["community", "name"],
                condition=Q(withdrawn_at__isnull=True),
                name="checkpoint_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def kind_of_it(self) -> PointKind:
        """Its kind, with the items looked at."""
        return BY_CODE[self.kind]


class RoundPlan(CommunityRow):
    """Which points are walked, in which rhythm, by whom."""

    name = models.CharField(_("名称"), max_length=60)
    every = models.CharField(_("多久一次"), max_length=16, choices=RHYTHMS)
    first = models.DateField(_("第一次"))
    until = models.DateField(_("到哪天为止"))
    walker = models.CharField(_("谁去"), max_length=20, choices=WALKERS)
    points = models.ManyToManyField(CheckPoint, through="PlanPoint", related_name="+")
    ended_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(until__gte=models.F("first")), name="roundplan_days"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PlanPoint(CommunityRow):
    """A point of a plan, in its order on the way."""

    plan = models.ForeignKey(RoundPlan, models.CASCADE, related_name="stops")
    point = models.ForeignKey(CheckPoint, models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "plan", "point"], name="planpoint_once")
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.number}"


class SafetyRound(CommunityRow):
    """One round that was planned for a day; `done_on` once every point was looked at."""

    plan = models.ForeignKey(RoundPlan, models.CASCADE, related_name="rounds")
    due_on = models.DateField()
    done_on = models.DateField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["due_on"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "plan", "due_on"], name="saferound_day")
        ]
        indexes: ClassVar = [models.Index(fields=["community", "due_on"], name="saferound_due")]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.due_on}"


class Check(CommunityRow):
    """What was seen at a point: each item in order or not. Nothing is taken back: a second check
    of a round stands beside the first, and the latest is what counts. `same_as`: a hazard that
    was known already."""

    point = models.ForeignKey(CheckPoint, models.CASCADE, related_name="checks")
    round = models.ForeignKey(SafetyRound, models.SET_NULL, null=True, related_name="checks")
    on = models.DateField(_("哪天看的"))
    result = models.CharField(_("结果"), max_length=12, choices=RESULTS)
    items = models.JSONField(default=list)
    note = models.CharField(_("记录"), max_length=200, blank=True)
    from_paper = models.BooleanField(default=False)
    same_as = models.ForeignKey("Hazard", models.SET_NULL, null=True, related_name="+")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-on", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["community", "on"], name="pointcheck_on"),
            models.Index(fields=["community", "point", "-on"], name="pointcheck_of"),
        ]

    def __str__(self) -> str:
        return f"{self.point_id} {self.on}"
