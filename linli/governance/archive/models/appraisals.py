"""Appraisal: the list of what is past its term, who judged it, what became of each line."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.archive.flows import APPRAISAL
from linli.governance.archive.models.holdings import Item
from linli.governance.archive.words import CAPACITIES, VERDICTS
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version


class Appraisal(FlowRow):
    """One appraisal of what was past its term on a day. Its list of what was destroyed
    (销毁清册) stays for ever, also when what it lists is long gone."""

    flow = APPRAISAL

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    past_on = models.DateField()
    opened_on = models.DateField()
    met_on = models.DateField(_("鉴定日期"), null=True)
    judged_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    approved_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    carried_out_on = models.DateField(null=True)
    way = models.CharField(_("纸质档案怎么销毁"), max_length=120, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(APPRAISAL, "archive_appraisal_state"),
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="archive_appraisal_number"
            ),
            models.UniqueConstraint(
                fields=["community"],
                condition=~Q(state__in=["done", "dropped"]),
                name="archive_appraisal_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | Q(judged_by__isnull=True)
                | ~Q(approved_by=models.F("judged_by")),
                name="archive_appraisal_four_eyes",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-opened_on", "-id"], name="archive_appraisals")
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within its year: 2036-1."""
        return f"{self.year}-{self.serial}"


class AppraisalStep(StepRow):
    """One step of an appraisal."""

    case = models.ForeignKey(Appraisal, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("archive_appraisalstep_version")]


class Judgement(CommunityRow):
    """One line of an appraisal: what the group said of an item, and what then became of it.
    `spared`: why it was not destroyed after all (a word of HOLDS)."""

    OUTCOMES: ClassVar = [
        ("", _("未执行")),
        ("destroyed", _("已销毁")),
        ("extended", _("已延长")),
        ("spared", _("暂缓，未销毁")),
    ]

    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="judgements")
    item = models.ForeignKey(Item, models.PROTECT, related_name="judgements")
    verdict = models.CharField(max_length=8, choices=VERDICTS, blank=True)
    extend_to = models.CharField(max_length=9, blank=True)
    reason = models.CharField(_("理由"), max_length=200, blank=True)
    outcome = models.CharField(max_length=9, choices=OUTCOMES, blank=True)
    spared = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "appraisal", "item"], name="archive_judged_once"
            ),
            models.CheckConstraint(
                condition=~Q(verdict="extend") | ~Q(reason="") & ~Q(extend_to=""),
                name="archive_extended_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="destroyed") | Q(verdict="destroy"),
                name="archive_destroyed_as_judged",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "appraisal", "id"], name="archive_judgements")
        ]

    def __str__(self) -> str:
        return self.verdict or "open"


class Present(CommunityRow):
    """Who sat in the group, or watched the destruction: the name as it stands on the list, and in
    what capacity. It stays with the list, which is kept for ever."""

    ROLES: ClassVar = [("group", _("鉴定小组")), ("watch", _("监销人"))]

    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="present")
    role = models.CharField(max_length=5, choices=ROLES)
    name = models.CharField(_("姓名"), max_length=40)
    capacity = models.CharField(_("身份"), max_length=14, choices=CAPACITIES)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "appraisal", "role", "name"], name="archive_present_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.capacity}"
