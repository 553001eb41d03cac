"""What is looked at, how often, what was found, and what stands out of use."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow
from linli.culture.facilities.flows import DEFECT
from linli.culture.facilities.models.facility import Facility
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version

DEVICE_KINDS = [
    ("treadmill", _("漫步机")),
    ("waist_twister", _("扭腰器")),
    ("leg_press", _("蹬力器")),
    ("shoulder_wheel", _("太极揉推器")),
    ("bars", _("单双杠")),
    ("massage", _("按摩器")),
    ("rider", _("健骑机")),
    ("table_tennis", _("乒乓球台")),
    ("hoop", _("篮球架")),
    ("play", _("儿童游乐设备")),
    ("other", pgettext_lazy("device", "其他器材")),
]
CHECKERS = [
    ("worker", _("社区工作者")),
    ("committee_member", _("居委会委员")),
    ("contractor", _("维护单位")),
    ("owner", _("设施所属单位")),
]
FOUND_BY = [
    ("inspection", _("巡查")),
    ("resident", _("居民反映")),
    ("matter", _("居民诉求")),
    ("staff", _("工作人员看到")),
]


class Device(CommunityRow):
    """One device on a site: `label` tells it from its like. `last_until` is the day on which its
    makers' term ends: it is not used longer. `out_since`: out of use from then on, alone."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="devices")
    kind = models.CharField(_("类别"), max_length=16, choices=DEVICE_KINDS)
    label = models.CharField(_("编号或名称"), max_length=40)
    installed_on = models.DateField(_("哪天装的"), null=True, blank=True)
    last_until = models.DateField(_("用到哪天为止"), null=True, blank=True)
    inspected_on = models.DateField(null=True, editable=False)
    out_since = models.DateTimeField(null=True, editable=False)
    out_for = models.CharField(max_length=200, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["label"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "facility", "label"],
                condition=Q(withdrawn_at__isnull=True),
                name="device_label",
            ),
            models.CheckConstraint(
                condition=Q(installed_on__isnull=True)
                | Q(last_until__isnull=True)
                | Q(last_until__gt=F("installed_on")),
                name="device_term",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_out(self) -> bool:
        """Whether it stands out of use by a defect."""
        return self.out_since is not None


class InspectionPlan(CommunityRow):
    """How often a facility is looked at, by whom, and what is looked at (`items`). `next_on` is
    the day by which it is due again."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="plans")
    every_days = models.PositiveSmallIntegerField(_("每隔多少天"))
    checker = models.CharField(_("谁来看"), max_length=16, choices=CHECKERS, default="worker")
    items = models.JSONField(_("看什么"), default=list)
    next_on = models.DateField(_("下一次在哪天以前"))
    ended_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "facility"],
                condition=Q(ended_at__isnull=True),
                name="inspectionplan_one",
            ),
            models.CheckConstraint(
                condition=Q(every_days__gte=1, every_days__lte=366), name="inspectionplan_days"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "next_on"], name="inspectionplan_due")
        ]

    def __str__(self) -> str:
        return f"{self.facility_id} {self.next_on}"


class Inspection(CommunityRow):
    """One round: what was looked at, and whether each item is in order (`items`: pairs of item
    and yes or no)."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="inspections")
    plan = models.ForeignKey(InspectionPlan, models.SET_NULL, null=True, related_name="+")
    on = models.DateField(_("哪天看的"))
    due_on = models.DateField(null=True, editable=False)
    items = models.JSONField(default=list)
    note = models.CharField(_("记录"), max_length=300, blank=True)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-on"]
        indexes: ClassVar = [
            models.Index(fields=["community", "facility", "-on"], name="inspection_list")
        ]

    def __str__(self) -> str:
        return f"{self.facility_id} {self.on}"

    @property
    def failed(self) -> list[str]:
        """The items that were not in order."""
        return [str(item) for item, fine in self.items if not fine]


class Defect(FlowRow):
    """Something that is not in order, on one device or the whole facility. `what` is read by
    everybody and names nobody. `repaired_by` is not the one who looks again.
    `put_out`: it put the whole facility out of use, which was in use before; what the desk put out
    (works) stays out when a defect is repaired."""

    flow = DEFECT

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="defects")
    device = models.ForeignKey(Device, models.CASCADE, null=True, related_name="defects")
    inspection = models.ForeignKey(Inspection, models.SET_NULL, null=True, related_name="+")
    found_by = models.CharField(_("怎么发现的"), max_length=10, choices=FOUND_BY)
    matter = models.UUIDField(null=True, editable=False)
    what = models.CharField(_("哪里坏了"), max_length=200)
    danger = models.BooleanField(_("有危险"), default=False)
    found_on = models.DateField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    out_at = models.DateTimeField(null=True, editable=False)
    put_out = models.BooleanField(default=False, editable=False)
    repair = models.CharField(_("怎么修的"), max_length=200, blank=True)
    repaired_by = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, related_name="+", editable=False
    )
    repaired_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(DEFECT, "defect_state"),
            models.CheckConstraint(
                condition=~Q(state="out") | Q(out_at__isnull=False), name="defect_out_at"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-found_on"], name="defect_by_state"),
            models.Index(fields=["community", "facility", "-found_on"], name="defect_of_facility"),
        ]

    def __str__(self) -> str:
        return f"{self.facility_id} {self.state}"


class DefectStep(StepRow):
    """One step of a defect."""

    case = models.ForeignKey(Defect, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("defectstep_version")]
