"""What an office asks of the committee, and the letters that answer it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.lib.law import Finding
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.partners.intake.flows import REQUEST
from linli.partners.intake.models.ground import Grounded, ground_checks
from linli.partners.intake.words import GROUNDS, KINDS, NEVER

LETTERS = [("refusal", _("复函")), ("return", _("退回补充的函"))]


class Request(FlowRow, Grounded):
    """A form, a task, an inspection, an assessment, a plaque or an app somebody above asks for.

    `listed`: whether the list of that day had it; `item`: under which line. `never`: which of
    the things that may never be passed on it is, where it is one. `minutes_estimated`: what it
    will take, as the worker reckons. `admission`: the admitting office's paper, where the place
    asks for one. It tells of work and of offices, never of a person.
    """

    flow = REQUEST

    body = models.ForeignKey("access.Body", models.PROTECT, related_name="+")
    kind = models.CharField(_("要什么"), max_length=12, choices=KINDS)
    title = models.CharField(_("名称"), max_length=80)
    asked = models.TextField(_("具体要求"), max_length=1000, blank=True)
    never = models.CharField(max_length=16, choices=NEVER, blank=True)
    received_on = models.DateField(_("收到日期"))
    starts_on = models.DateField(_("从哪天开始办"), null=True, blank=True)
    due_on = models.DateField(_("要求完成"), null=True, blank=True)
    minutes_estimated = models.PositiveIntegerField(_("预计用时"), null=True, blank=True)
    listed = models.BooleanField(default=False)
    item = models.ForeignKey("intake.Item", models.PROTECT, null=True, blank=True, related_name="+")
    admission = models.CharField(_("准入批准文件"), max_length=120, blank=True)
    ground = models.CharField(max_length=10, choices=GROUNDS, blank=True)
    decided_on = models.DateField(null=True)
    done_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(REQUEST, "intake_request_state"),
            models.CheckConstraint(
                condition=~Q(listed=True) | Q(item__isnull=False),
                name="intake_request_listed_under",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(ground=""), name="intake_request_refused_why"
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_on__isnull=False),
                name="intake_request_done_when",
            ),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(never=""), name="intake_request_never_accepted"
            ),
            *ground_checks("intake_request"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "state", "-received_on", "id"], name="intake_request_queue"
            ),
            models.Index(fields=["community", "-received_on", "id"], name="intake_request_newest"),
            models.Index(fields=["community", "body", "received_on"], name="intake_request_body"),
            models.Index(fields=["community", "decided_on"], name="intake_request_decided"),
        ]

    def __str__(self) -> str:
        return self.title

    def basis_found(self) -> Finding:
        """Its basis: its own, or that of the line of the list it falls under."""
        own = self.basis()
        return own if own or self.item is None else self.item.basis()

    def money_found(self) -> Finding:
        """Its money line: its own, or that of the line of the list it falls under."""
        own = self.money_line()
        return own if own or self.item is None else self.item.money_line()

    @property
    def flags(self) -> list[Finding]:
        """What it lacks: work commissioned without a money line is incomplete, also once it was
        taken on."""
        return [found for found in (self.basis_found(), self.money_found()) if not found.holds]

    def face(self) -> Face:
        """On the list of what is due: the director decides, the worker does."""
        post = "director" if self.state == "waiting" else "worker"
        return Face(
            title=self.title,
            url_name="intake:show",
            url_args={"community_code": self.community.code, "request_id": str(self.pk)},
            holder=Holder(post=post),
        )


class RequestStep(StepRow):
    """One step of a request."""

    case = models.ForeignKey(Request, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("intake_requeststep_version")]


class Letter(CommunityRow):
    """A letter to an office, as it went out: numbered within its year, in both languages, never
    changed. `signed_by` is whose account signed it for the committee."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=8, choices=LETTERS)
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    written_on = models.DateField()
    text = models.JSONField()
    signed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="intake_letter_number"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "kind", "written_on"], name="intake_letter_written")
        ]
        ordering: ClassVar = ["year", "serial"]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within its year: 2026-3."""
        return f"{self.year}-{self.serial}"
