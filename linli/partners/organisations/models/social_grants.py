"""A round of small grants for organisations on record: criteria, reviewers, applications with
their budget, reviews, the decision, instalments and the report."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.partners.organisations.flows_social import APPLICATION, ROUND
from linli.partners.organisations.models.social import SocialOrganisation


class GrantRound(FlowRow):
    """A call for applications. Criteria, total and days stand once it is published. `met_on`,
    `meeting`, `present`: the meeting that decided, by name, and how many were there."""

    flow = ROUND

    title = models.CharField(_("名称"), max_length=60)
    about = models.CharField(_("支持什么"), max_length=400)
    fen = models.PositiveBigIntegerField(_("总额"))
    most_fen = models.PositiveBigIntegerField(_("每个项目最多"))
    paid_from = models.CharField(_("钱从哪里来"), max_length=80)
    opens_on = models.DateField(_("从哪天起"))
    closes_on = models.DateField(_("到哪天为止"))
    meeting = models.CharField(_("哪次会议"), max_length=80, blank=True)
    met_on = models.DateField(_("哪天开的会"), null=True)
    present = models.PositiveSmallIntegerField(_("到会人数"), null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(ROUND, "organisations_round_state"),
            models.UniqueConstraint(
                fields=["community", "title"], name="organisations_round_title"
            ),
            models.CheckConstraint(
                condition=Q(most_fen__gt=0, most_fen__lte=F("fen")), name="organisations_round_sums"
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="organisations_round_days"
            ),
        ]
        ordering: ClassVar = ["-opens_on", "title"]

    def __str__(self) -> str:
        return self.title


class GrantRoundStep(StepRow):
    """One step of a round."""

    case = models.ForeignKey(GrantRound, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("organisations_roundstep_version")]


class RoundCriterion(CommunityRow):
    """By what projects are reviewed, and what it is worth of a hundred."""

    round = models.ForeignKey(GrantRound, models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(_("标准"), max_length=60)
    points = models.PositiveSmallIntegerField(_("满分"))

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "round", "order"], name="organisations_criterion_order"
            )
        ]
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return self.title


class Reviewer(CommunityRow):
    """Who reviews, under which post; told by post."""

    round = models.ForeignKey(GrantRound, models.CASCADE, related_name="reviewers")
    account = models.ForeignKey("access.Account", models.PROTECT, related_name="+")
    post = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "round", "account"], name="organisations_reviewer_once"
            )
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.post


class GrantApplication(FlowRow):
    """An organisation's project. Everybody reads it once the round is decided; so it names nobody.
    `near`, `how_near`: what was declared of interests. `granted_fen`, `decided_for`: what the
    meeting gave and why. `agreement`: the number of the signed paper. `report` and what follows:
    what was done with the money; `evaluation`: of the project."""

    flow = APPLICATION

    round = models.ForeignKey(GrantRound, models.PROTECT, related_name="applications")
    social = models.ForeignKey(SocialOrganisation, models.PROTECT, related_name="applications")
    title = models.CharField(_("项目名称"), max_length=60)
    plan = models.TextField(_("怎么做"), max_length=1200)
    fen = models.PositiveBigIntegerField(_("申请金额"))
    near = models.BooleanField(_("和评审人或居委会有利益关系"))
    how_near = models.CharField(_("什么关系"), max_length=200, blank=True)
    handed_in_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    granted_fen = models.PositiveBigIntegerField(null=True)
    decided_for = models.CharField(max_length=300, blank=True)
    agreement = models.CharField(_("协议编号"), max_length=40, blank=True)
    agreed_on = models.DateField(_("哪天签的"), null=True)
    report = models.TextField(_("做了什么"), max_length=1200, blank=True)
    spent_fen = models.PositiveBigIntegerField(_("用了多少"), null=True)
    served = models.PositiveIntegerField(_("多少人次参加"), null=True)
    reported_on = models.DateField(null=True)
    evaluation = models.TextField(_("评估意见"), max_length=600, blank=True)
    returned_fen = models.PositiveBigIntegerField(_("退回多少"), null=True)
    returned_on = models.DateField(_("哪天退回"), null=True)
    returned_number = models.CharField(_("凭证号"), max_length=40, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(APPLICATION, "organisations_application_state"),
            models.UniqueConstraint(
                fields=["community", "round", "social"],
                condition=~Q(state="withdrawn"),
                name="organisations_application_once",
            ),
            models.CheckConstraint(condition=Q(fen__gt=0), name="organisations_application_sum"),
            models.CheckConstraint(
                condition=Q(granted_fen__isnull=True) | Q(granted_fen__lte=F("fen")),
                name="organisations_application_granted",
            ),
        ]
        ordering: ClassVar = ["title", "id"]

    def __str__(self) -> str:
        return self.title


class GrantApplicationStep(StepRow):
    """One step of an application."""

    case = models.ForeignKey(GrantApplication, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [
            one_step_a_version("organisations_applicationstep_version")
        ]


class ApplicationLine(CommunityRow):
    """What a part of the money is for; together they are the sum asked for."""

    application = models.ForeignKey(GrantApplication, models.CASCADE, related_name="lines")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(_("用途"), max_length=60)
    fen = models.PositiveBigIntegerField(_("金额"))

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "application", "order"], name="organisations_line_order"
            )
        ]
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return self.title


class Review(CommunityRow):
    """What one reviewer gives a project: points by criterion (its order → points) with a word on
    it; or that they stand aside."""

    application = models.ForeignKey(GrantApplication, models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(Reviewer, models.CASCADE, related_name="reviews")
    points = models.JSONField(default=dict)
    words = models.CharField(_("理由"), max_length=200, blank=True)
    aside = models.BooleanField(_("我回避"), default=False)
    reviewed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "application", "reviewer"], name="organisations_review_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.total)

    @property
    def total(self) -> int:
        """The sum over all criteria."""
        return sum(self.points.values())


class Instalment(CommunityRow):
    """A part of a grant. The money is paid elsewhere; `paid_on` and `number` say when and under
    which voucher, as whoever pays told it or as typed from the paper."""

    application = models.ForeignKey(GrantApplication, models.PROTECT, related_name="instalments")
    order = models.PositiveSmallIntegerField()
    fen = models.PositiveBigIntegerField(_("金额"))
    condition = models.CharField(_("做到什么就付"), max_length=120)
    asked_on = models.DateField(null=True)
    paid_on = models.DateField(_("哪天付的"), null=True)
    number = models.CharField(_("付款凭证号"), max_length=40, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "application", "order"], name="organisations_instalment_order"
            )
        ]
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return str(self.order)
