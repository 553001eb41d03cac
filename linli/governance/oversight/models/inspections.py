"""Inspections by the supervisory committee, and what they found."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.governance.oversight.flows.inspections import SHORTCOMING
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version

LOOKED_AT = [
    ("posting", _("公示内容")),
    ("ledger", _("账目")),
    ("meeting", _("会议和决议的落实")),
    ("board", _("公开栏")),
    ("facility", _("设施和服务")),
    ("other", _("其他")),
]


class Inspection(CommunityRow):
    """One look at the committee's work: planned for a day, or at once. `found` counts what came
    of it; `result` says what was looked at and how, in words without persons."""

    STATES: ClassVar = [
        ("planned", _("计划中")),
        ("done", _("已检查")),
        ("dropped", _("不再进行")),
    ]

    looked_at = models.CharField(_("检查什么"), max_length=10, choices=LOOKED_AT)
    title = models.CharField(_("名称"), max_length=120)
    planned_for = models.DateField(_("计划日期"), null=True)
    state = models.CharField(max_length=8, choices=STATES, default="planned")
    looked_on = models.DateField(_("检查日期"), null=True)
    result = models.TextField(_("检查经过和结论"), max_length=4000, blank=True)
    planned_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="planned", looked_on__isnull=True)
                | (Q(state="done", looked_on__isnull=False) & ~Q(result=""))
                | Q(state="dropped"),
                name="inspection_state",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "planned_for"], name="inspection_planned")
        ]

    def __str__(self) -> str:
        return f"{self.looked_at} {self.state}"

    @property
    def tone(self) -> str:
        """The status component's tone."""
        return {"planned": "open", "done": "done"}.get(self.state, "stopped")


class Shortcoming(FlowRow):
    """One thing a supervisor found: what, with its grounds, until it is put right or reported.

    Where two sheets differ, `sides` holds both with their digests, as they were held against each
    other, and `differs` what each says; of a notice that names persons, only which fields.
    """

    flow = SHORTCOMING

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, related_name="shortcomings"
    )
    looked_at = models.CharField(_("在哪里发现"), max_length=10, choices=LOOKED_AT)
    title = models.CharField(_("发现了什么"), max_length=120)
    grounds = models.TextField(_("依据"), max_length=4000)
    found_on = models.DateField(_("发现日期"))
    sides = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    differs = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    limit = models.DateField(_("改正期限"), null=True)
    answer = models.TextField(_("居委会的答复"), max_length=4000, blank=True)
    addressee = models.CharField(_("反映给谁"), max_length=80, blank=True)
    outcome = models.TextField(_("结论"), max_length=2000, blank=True)
    posting = models.ForeignKey("publication.Posting", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            in_states_of(SHORTCOMING, "shortcoming_state"),
            models.CheckConstraint(condition=~Q(grounds=""), name="shortcoming_grounded"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-found_on"], name="shortcoming_found")
        ]

    def __str__(self) -> str:
        return self.state

    def face(self) -> Face:
        """The clock of its correction waits for the committee."""
        return Face(
            title={"zh-hans": "监督意见：请改正", "en": "A supervisor's finding: to be put right"},
            url_name="oversight:shortcoming",
            url_args={"community_code": self.community.code, "shortcoming_id": str(self.pk)},
            holder=Holder(post="director"),
        )


class ShortcomingStep(StepRow):
    """One step of a shortcoming."""

    case = models.ForeignKey(Shortcoming, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar = [one_step_a_version("shortcoming_step_version")]
