"""Help to apply, and what hangs on it: papers, lists, what was told. Closed rows: loaded by the
handler named on them and by the applicant, and by nobody else."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.lib.identity.ids import new_closed_id
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.service.catalogue.applications.flows import APPLICATION
from linli.service.catalogue.applications.paths import SCHEMES, Path, papers_named, path_of

CHANNELS = [("portal", _("本人在网上")), ("proxy", _("受托人在网上")), ("desk", _("在窗口"))]
CONSENTS = [
    ("online", _("本人在网上确认")),
    ("signed", _("本人签字")),
    ("spoken", _("当面口头同意，有经办人记录")),
    ("guardian", _("监护人或受托人签字")),
]
KIN = [("", _("还没有问")), ("no", _("没有")), ("yes", _("有，单独登记"))]


class ApplicationHelp(FlowRow):
    """One application somebody is helped with. The committee decides nothing: `state` past the
    forwarding is what the office told. `kin`: whether the applicant is related to staff or members
    of the committee; `kin_staff` names the accounts that must not handle it. `second`: who stands
    in for the handler, named for this one; `former`: who handled it and has left. `reviewed_every`:
    months between two reviews, as the office said. `visited_on`, `visit_changed`: what two found at
    the door before a review. `alarmed_at`: when it was said that an emergency is still here."""

    is_closed = True
    flow = APPLICATION
    PERSONAL = ("wish", "kin_who", "purpose", "reasons", "objection", "out_of_turn", "change")

    id = models.UUIDField(primary_key=True, default=new_closed_id, editable=False)
    scheme = models.CharField(max_length=30, choices=[(key, key) for key in SCHEMES])
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    asked_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    agency = models.ForeignKey("people.Agency", models.SET_NULL, null=True, related_name="+")
    handler = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    second = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    former = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    channel = models.CharField(max_length=8, choices=CHANNELS)
    consent = models.CharField(max_length=10, choices=CONSENTS)
    opened_at = models.DateTimeField()
    urgent = models.BooleanField(default=False)
    wish = SealedTextField(_("想说明的"), keys="casework", blank=True, default="")
    out_of_turn = SealedTextField(_("为什么先办"), keys="casework", blank=True, default="")
    kin = models.CharField(max_length=3, blank=True, choices=KIN)
    kin_who = SealedTextField(_("与谁是近亲属"), keys="casework", blank=True, default="")
    kin_staff = models.JSONField(default=list)
    county_visited_on = models.DateField(null=True)

    office = models.CharField(max_length=80, blank=True)
    forwarded_at = models.DateTimeField(null=True)
    purpose = SealedTextField(_("转交的目的"), keys="casework", blank=True, default="")
    fields = models.JSONField(default=list)
    papers_sent = models.JSONField(default=list)
    forward_consent = models.CharField(max_length=10, blank=True, choices=CONSENTS)
    office_receipt = models.CharField(max_length=80, blank=True)
    accepted_on = models.DateField(null=True)
    notice = models.ForeignKey(
        "catalogue.AssistanceNotice", models.SET_NULL, null=True, related_name="+"
    )
    notice_up_on = models.DateField(null=True)
    heard_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    decision_paper = models.CharField(max_length=80, blank=True)
    reasons = SealedTextField(_("单位写的理由"), keys="casework", blank=True, default="")
    objection = SealedTextField(_("异议的内容"), keys="casework", blank=True, default="")
    change = SealedTextField(_("报告的变化"), keys="casework", blank=True, default="")
    reviewed_every = models.PositiveSmallIntegerField(null=True)
    reviewed_on = models.DateField(null=True)
    visited_on = models.DateField(null=True)
    visit_changed = models.BooleanField(null=True)
    alarmed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            in_states_of(APPLICATION, "application_state"),
            models.CheckConstraint(
                condition=Q(forwarded_at__isnull=True) | ~Q(forward_consent=""),
                name="application_consent",
            ),
            # A decision is the office's, on a paper of a day.
            models.CheckConstraint(
                condition=~Q(state__in=["granted", "refused", "lowered"])
                | (Q(decided_on__isnull=False) & ~Q(decision_paper="") & ~Q(office="")),
                name="application_decided_by_office",
            ),
        ]
        indexes = [
            models.Index(fields=["community", "handler", "state"], name="application_handled"),
            models.Index(fields=["community", "person"], name="application_person"),
            models.Index(
                fields=["community", "opened_at", "id"],
                condition=Q(handler__isnull=True),
                name="application_queue",
            ),
            models.Index(fields=["community", "scheme", "state"], name="application_counts"),
        ]

    def __str__(self) -> str:
        return f"application {self.pk}"

    def face(self) -> Face:
        """On its clocks: the scheme, and never whose it is; for its handler alone."""
        return Face(
            title=in_both(_("帮助申请")),
            url_name="catalogue:application",
            url_args={"community_code": self.community.code, "application": str(self.pk)},
            holder=Holder(account=self.handler_id or self.former_id, second=self.second_id),
            private=True,
        )

    @property
    def path(self) -> Path:
        """The way of its scheme."""
        return path_of(self.scheme)

    @property
    def sent(self) -> list[Any]:
        """The papers that went to the office, as kinds."""
        return papers_named(self.papers_sent)


class ApplicationStep(StepRow):
    """One step of an application's way."""

    is_closed = True

    id = models.UUIDField(primary_key=True, default=new_closed_id, editable=False)
    case = models.ForeignKey(ApplicationHelp, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints = [one_step_a_version("application_step_version")]


class ClosedRow(CommunityRow):
    """What hangs on an application, or is as much nobody else's business."""

    is_closed = True

    id = models.UUIDField(primary_key=True, default=new_closed_id, editable=False)

    class Meta:
        abstract = True


class HandedPaper(ClosedRow):
    """A paper that was handed over: what, when, to whom, the original or a copy, given back."""

    is_closed = True
    KINDS: ClassVar = [("copy", _("复印件")), ("original", _("原件"))]

    help = models.ForeignKey(ApplicationHelp, models.CASCADE, related_name="papers")
    kind = models.CharField(max_length=40)
    form = models.CharField(max_length=8, choices=KINDS)
    copies = models.PositiveSmallIntegerField(default=1)
    handed_at = models.DateTimeField()
    by_whom = models.CharField(
        max_length=5, choices=[("self", _("本人")), ("agent", _("代办人"))], default="self"
    )
    received_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    given_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(copies__gte=1), name="handed_paper_copies"),
            models.CheckConstraint(
                condition=Q(given_back_at__isnull=True)
                | Q(given_back_at__gte=models.F("handed_at")),
                name="handed_paper_order",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "help"], name="handed_paper_help")]

    def __str__(self) -> str:
        return f"{self.kind} {self.form}"

    @property
    def named(self) -> Any:
        """The kind of paper."""
        return next(iter(papers_named([self.kind])), None)


class MissingList(ClosedRow):
    """What was told to be missing, all on one day. The first is ours; a further one only where the
    deciding office asked in writing."""

    help = models.ForeignKey(ApplicationHelp, models.CASCADE, related_name="lists")
    number = models.PositiveSmallIntegerField()
    kinds = models.JSONField(default=list)
    told_on = models.DateField()
    told_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    office_paper = models.CharField(max_length=80, blank=True)
    office_asked_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "help", "number"], name="missing_list_number"
            ),
            models.CheckConstraint(
                condition=Q(number=1) | (~Q(office_paper="") & Q(office_asked_on__isnull=False)),
                name="missing_list_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.told_on:%F}"

    @property
    def named(self) -> list[Any]:
        """The kinds of paper that are missing."""
        return papers_named(self.kinds)


class ToldByOffice(ClosedRow):
    """One thing the office told: which, on what day, who there said it, on which paper. `number`:
    the place in a queue; `until`: the last day of a contract."""

    help = models.ForeignKey(ApplicationHelp, models.CASCADE, related_name="told")
    version = models.PositiveIntegerField()
    move = models.CharField(max_length=40)
    on = models.DateField()
    office = models.CharField(max_length=80)
    who = SealedTextField(_("单位里谁告知的"), keys="casework", blank=True, default="")
    paper = models.CharField(max_length=80, blank=True)
    number = models.PositiveIntegerField(null=True)
    until = models.DateField(null=True)
    recorded_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "help", "version"], name="application_told_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.move} {self.on:%F}"

    @property
    def what(self) -> str:
        """What was told, in words."""
        return str(APPLICATION.move(self.move).told)


class NeedWish(ClosedRow):
    """What a resident would like to be offered, said by themselves; gone the moment they take it
    back. `shared`: a worker may see it and make the offer."""

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    scheme = models.CharField(max_length=30, choices=[(key, key) for key in SCHEMES])
    shared = models.BooleanField(default=False)
    wished_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "person", "scheme"], name="need_wish_once")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "wished_on"],
                condition=Q(shared=True),
                name="need_wish_shared",
            )
        ]

    def __str__(self) -> str:
        return self.scheme

    @property
    def path(self) -> Path:
        """The way of what is wished for."""
        return path_of(self.scheme)


class PrivateSuggestion(ClosedRow):
    """A worker's own note that somebody may be entitled and has not applied: one named person, its
    ground, the next step, and the day it is gone. Nobody else sees it."""

    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    scheme = models.CharField(max_length=30, choices=[(key, key) for key in SCHEMES])
    ground = SealedTextField(_("依据"), keys="casework", blank=True, default="")
    next_step = SealedTextField(_("下一步"), keys="casework", blank=True, default="")
    noted_on = models.DateField()
    gone_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(gone_on__gt=models.F("noted_on")), name="private_suggestion_gone"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "account", "gone_on"], name="private_suggestion_own"),
            models.Index(fields=["gone_on"], name="private_suggestion_due"),
        ]

    def __str__(self) -> str:
        return f"until {self.gone_on:%F}"

    @property
    def path(self) -> Path:
        """The way of what may be applied for."""
        return path_of(self.scheme)
