"""The charter and the covenant, version by version."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.assemblies.flows import DOCUMENT
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version

KINDS = [("charter", _("居民自治章程")), ("covenant", _("居民公约"))]


class Document(CommunityRow):
    """The charter of self-governance, or the residents' covenant: one of each."""

    kind = models.CharField(_("文件"), max_length=10, choices=KINDS)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "kind"], name="document_kind")
        ]

    def __str__(self) -> str:
        return self.kind


class Version(FlowRow):
    """One version of a document. `text` has a clause a line; `plain` says it in everyday words.

    In force only with both days: adopted by residents, filed with the street (art. 31). The
    `look` is what a worker answered to the warnings of art. 31, clause by clause.
    """

    flow = DOCUMENT

    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("条文（一行一条）"), max_length=20_000)
    plain = models.TextField(_("用大白话说"), max_length=8000, blank=True)
    look = models.TextField(_("对提示条款的核对意见"), max_length=4000, blank=True)
    consulted_from = models.DateField(null=True)
    consulted_until = models.DateField(_("征求意见到"), null=True)
    resolution = models.ForeignKey(
        "assemblies.Resolution", models.PROTECT, null=True, related_name="+"
    )
    adopted_on = models.DateField(_("通过日期"), null=True)
    filed_on = models.DateField(_("备案日期"), null=True)
    filed_with = models.CharField(_("备案机关"), max_length=80, blank=True)
    drafted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(DOCUMENT, "version_state"),
            models.UniqueConstraint(
                fields=["community", "document", "number"], name="version_number"
            ),
            models.UniqueConstraint(
                fields=["community", "document"],
                condition=Q(state="in_force"),
                name="version_one_in_force",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["in_force", "superseded"])
                | Q(adopted_on__isnull=False, filed_on__isnull=False),
                name="version_in_force_with_both_days",
            ),
            models.CheckConstraint(
                condition=Q(filed_on__isnull=True) | Q(filed_on__gte=F("adopted_on")),
                name="version_filed_after_adopted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.number}"


class VersionStep(StepRow):
    """One step of a version."""

    case = models.ForeignKey(Version, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("versionstep_version")]


class Opinion(CommunityRow):
    """What a resident said to a draft, without their name; and what was made of it."""

    TAKEN: ClassVar = [("taken", _("采纳")), ("partly", _("部分采纳")), ("not", _("未采纳"))]

    version = models.ForeignKey(Version, models.CASCADE, related_name="opinions")
    clause = models.PositiveSmallIntegerField(_("对第几条"), null=True, blank=True)
    text = models.TextField(_("意见"), max_length=1000)
    at = models.DateTimeField()
    taken = models.CharField(max_length=6, choices=TAKEN, blank=True)
    answer = models.TextField(_("回应"), max_length=1000, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(taken="") | ~Q(answer=""), name="opinion_answered_with_reason"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "version", "at"], name="opinion_order")
        ]

    def __str__(self) -> str:
        return f"opinion {self.pk}"
