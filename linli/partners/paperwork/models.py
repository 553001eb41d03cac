"""The forms other offices ask for, whom each is about, and what was handed over."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.clocks.models import Holder
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.partners.paperwork.flows import ASKING, OPEN
from linli.partners.paperwork.rules import CONSENT, DUTY, EMERGENCY

PERSON, HOUSEHOLD = "person", "household"


class Form(CommunityRow):
    """A form of one requester, known by its signature: the same form with another month in its
    title is the same. `mapping` says of each place what is done with it (`mapping.Place`)."""

    SUBJECTS = [(PERSON, _("一人一行")), (HOUSEHOLD, _("一户一行"))]

    body = models.ForeignKey("access.Body", models.PROTECT, related_name="+")
    signature = models.CharField(max_length=64)
    title = models.CharField(_("表名"), max_length=200)
    subject = models.CharField(_("每行是什么"), max_length=10, choices=SUBJECTS, default=PERSON)
    table = models.PositiveSmallIntegerField(_("填哪张表"), default=1)
    mapping = models.JSONField(default=list)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "body", "signature"], name="form_of_requester"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Asking(FlowRow):
    """A form was asked for, until a day. `blank` is the file as it came, kept sealed because it
    may hold last month's rows; it goes when the kept copy goes."""

    flow = ASKING

    form = models.ForeignKey(Form, models.PROTECT, related_name="askings")
    body = models.ForeignKey("access.Body", models.PROTECT, related_name="+")
    title = models.CharField(_("表名"), max_length=200)
    purpose = models.CharField(_("对方说明的用途"), max_length=200)
    basis = models.CharField(_("对方写明的依据"), max_length=200, blank=True)
    received_at = models.DateTimeField()
    due_on = models.DateField(_("哪天前交"))
    file_name = models.CharField(max_length=200)
    file_kind = models.CharField(max_length=4)
    sha256 = models.CharField(max_length=64)
    blank = SealedTextField(blank=True, default="")
    selection = models.JSONField(default=dict)
    chosen_on = models.DateField(null=True)
    earlier = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    emptied_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(ASKING, "asking_state"),
            models.UniqueConstraint(
                fields=["community", "body", "sha256"],
                condition=Q(state__in=OPEN),
                name="asking_same_file_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "state", "due_on", "id"], name="asking_queue"),
            models.Index(fields=["community", "-received_at", "id"], name="asking_newest"),
            models.Index(fields=["community", "form", "-received_at"], name="asking_of_form"),
        ]

    def __str__(self) -> str:
        return self.title

    def face(self) -> Face:
        """How it shows on its clock: the form and who asks, nothing about whom it is about."""
        return Face(
            title=f"{self.title} · {self.body.name}",
            url_name="paperwork:form",
            url_args={"community_code": self.community.code, "asking_id": str(self.pk)},
            holder=Holder(post="worker"),
        )

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_emptied(self) -> bool:
        """Whether the kept copy is gone and only the record stays."""
        return self.emptied_at is not None


class AskingStep(StepRow):
    """One step of a form's way."""

    case = models.ForeignKey(Asking, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints = [one_step_a_version("asking_step_version")]


class Line(CommunityRow):
    """One row of a form being filled: a person, or a household spoken for by `person`. `typed`
    holds what was asked at the door for this form alone. Handed over, it becomes a `HandedRow`."""

    asking = models.ForeignKey(Asking, models.CASCADE, related_name="lines")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    household = models.ForeignKey("people.Household", models.CASCADE, null=True, related_name="+")
    dwelling = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    number = models.PositiveIntegerField()
    typed = SealedTextField(blank=True, default="")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "asking", "person"],
                condition=Q(household__isnull=True),
                name="line_person_once",
            ),
            models.UniqueConstraint(
                fields=["community", "asking", "household"],
                condition=Q(household__isnull=False),
                name="line_household_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "asking", "number", "id"], name="line_in_order")
        ]
        ordering: ClassVar = ["number", "id"]

    def __str__(self) -> str:
        return f"line {self.number}"


class HandedRow(CommunityRow):
    """One row as it was handed over: its cells with their sources, and what had been typed for
    it. Kept to tell what changed, sealed, for its term."""

    asking = models.ForeignKey(Asking, models.CASCADE, related_name="handed_rows")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    household = models.ForeignKey("people.Household", models.SET_NULL, null=True, related_name="+")
    dwelling = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    number = models.PositiveIntegerField()
    sent = models.BooleanField(default=True)
    content = SealedTextField(blank=True, default="")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "asking", "number", "id"], name="handed_in_order"),
            models.Index(fields=["community", "person"], name="handed_of_person"),
        ]
        ordering: ClassVar = ["number", "id"]

    def __str__(self) -> str:
        return f"handed row {self.number}"


class HandOver(CommunityRow):
    """That a form was handed over. It stays when the kept copy is gone, and names no person it
    was about: how many, which fields, on what ground."""

    ALL, CHANGES, NO_CHANGE = "all", "changes", "no_change"
    SCOPES = [
        (ALL, _("全部的行")),
        (CHANGES, _("只交有变化的行")),
        (NO_CHANGE, _("只交“没有变化”的说明")),
    ]
    WAYS = [
        ("in_person", _("当面交")),
        ("mail", _("邮件或公文系统")),
        ("message", _("即时消息")),
        ("platform", _("上传到对方平台")),
    ]
    GROUNDS = [
        (DUTY, _("法律法规要求居委会协助，履行法定职责所必需")),
        (CONSENT, _("逐个告知并取得了本人单独同意")),
        (EMERGENCY, _("应对突发公共卫生事件或紧急情况所必需")),
    ]

    asking = models.ForeignKey(Asking, models.PROTECT, related_name="hand_overs")
    at = models.DateTimeField()
    received_by = models.CharField(pgettext_lazy("a filled form", "交给谁"), max_length=60)
    way = models.CharField(_("怎么交"), max_length=12, choices=WAYS)
    ground = models.CharField(_("依据"), max_length=10, choices=GROUNDS)
    minutes = models.PositiveIntegerField(_("用了几分钟"))
    scope = models.CharField(_("交哪些行"), max_length=10, choices=SCOPES)
    signer = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    signed_as = models.CharField(max_length=40)
    rows = models.PositiveIntegerField()
    new = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    filled = models.PositiveIntegerField(default=0)
    typed = models.PositiveIntegerField(default=0)
    kept_on = models.PositiveIntegerField(default=0)
    empty = models.PositiveIntegerField(default=0)
    fields = models.JSONField(default=list)
    left_empty = models.JSONField(default=list)
    in_time = models.BooleanField()
    since = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "asking"], name="handed_over_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "-at"], name="handed_newest")
        ]

    def __str__(self) -> str:
        return f"{self.at:%F}"
