"""Thanks and honours, by consent: who was named for what, who looked, what everybody reads."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.culture.activities.models.consented import Consented, consent_constraints
from linli.culture.activities.words_learning import ENDED_FOR, HONOUR_KINDS, SAYS, WAY_NAMES


class HonourCall(CommunityRow):
    """One round of thanks. `criteria`: what is looked at, each said of what somebody does for
    others; nothing is deducted, counted up or tied to anything one is entitled to."""

    kind = models.CharField(_("感谢什么"), max_length=16, choices=HONOUR_KINDS)
    title = models.CharField(_("名称"), max_length=60)
    criteria = models.JSONField(_("看什么"), default=list)
    opens_on = models.DateField(_("从哪天起提名"))
    closes_on = models.DateField(_("提名到哪天"))
    months = models.PositiveSmallIntegerField(_("荣誉有效几个月"), default=24)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(opens_on__lte=F("closes_on")), name="honour_call_days"
            ),
            models.CheckConstraint(
                condition=Q(months__gte=1, months__lte=60), name="honour_call_expires"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "-closes_on"], name="honour_calls")]

    def __str__(self) -> str:
        return self.title


class Nomination(Consented):
    """Somebody named for an honour. Until they agree it is read by the desk alone, and the
    database refuses to show it. `told` is what everybody reads, agreed to word by word. When it
    ends (declined, withdrawn, not taken up, run out), every word about them is taken out."""

    STATES: ClassVar = [
        ("named", _("等本人同意")),
        ("agreed", _("本人同意，代表在看")),
        ("shown", _("公示中")),
        ("awarded", _("已授予")),
        ("ended", _("已结束")),
    ]
    TONES: ClassVar = {
        "named": "waiting", "agreed": "open", "shown": "open", "awarded": "done",
        "ended": "stopped",
    }  # fmt: skip

    call = models.ForeignKey(HonourCall, models.PROTECT, related_name="nominations")
    state = models.CharField(max_length=7, choices=STATES, default="named")
    own = models.BooleanField(default=False)
    nominee = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    nominated_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("提名谁"), blank=True, default="")
    deed = SealedTextField(_("做了什么好事"), blank=True, default="")
    told = models.CharField(_("公开的话"), max_length=400, blank=True)
    shown_name = models.CharField(_("公开时写的名字"), max_length=40, blank=True)
    shown_until = models.DateField(null=True)
    awarded_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    ended_for = models.CharField(max_length=9, choices=ENDED_FOR, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            *consent_constraints("nomination"),
            models.CheckConstraint(
                condition=Q(state__in=["named", "ended"])
                | (Q(consent_way__in=WAY_NAMES) & ~Q(told="") & ~Q(shown_name="")),
                name="nomination_needs_consent",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["shown", "awarded"]) | Q(shown_since__isnull=True),
                name="nomination_shown_in_state",
            ),
            models.CheckConstraint(
                condition=~Q(state="awarded")
                | Q(awarded_on__isnull=False, expires_on__gt=F("awarded_on")),
                name="nomination_award_expires",
            ),
            models.CheckConstraint(
                condition=~Q(state="ended") | (Q(told="", shown_name="") & ~Q(ended_for="")),
                name="nomination_ended_blank",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "call", "state"], name="honour_nomination_state"),
            models.Index(
                fields=["community", "expires_on"],
                condition=Q(state="awarded"),
                name="honour_runs_out",
            ),
        ]

    def __str__(self) -> str:
        return self.state

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return self.TONES[self.state]


class Voice(CommunityRow):
    """What a representative says of a nomination: supports it, or has a question. No marks."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="voices")
    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    says = models.CharField(_("您怎么看"), max_length=8, choices=SAYS)
    question = SealedTextField(_("想问什么"), blank=True, default="")
    answer = SealedTextField(_("答复"), blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "nomination", "account"], name="honour_voice_once"
            ),
            models.CheckConstraint(
                condition=Q(says="supports") | ~Q(question=""), name="honour_question_asked"
            ),
        ]

    def __str__(self) -> str:
        return self.says


class Objection(CommunityRow):
    """What somebody has against an honour while it is shown; read by the desk alone, answered."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="objections")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    words = SealedTextField(_("有什么不同意见"))
    answer = SealedTextField(_("答复"), blank=True, default="")
    upheld = models.BooleanField(_("意见成立"), null=True)
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, upheld__isnull=True, answer="")
                | (Q(answered_at__isnull=False, upheld__isnull=False) & ~Q(answer="")),
                name="honour_objection_answered",
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "at"],
                condition=Q(answered_at__isnull=True),
                name="honour_objections_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.at:%F}"


class NeighbourStory(Consented):
    """A story of neighbours helping each other, told with the consent of those it is about."""

    title = models.CharField(_("题目"), max_length=60)
    told = models.CharField(_("故事"), max_length=1000)
    of = SealedTextField(_("说的是谁（只有工作人员看得到）"), blank=True, default="")
    taken_down_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            *consent_constraints("neighbour_story"),
            models.CheckConstraint(
                condition=Q(taken_down_on__isnull=True)
                | Q(shown_since__isnull=True, title="", told=""),
                name="neighbour_story_down",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-shown_since"], name="neighbour_stories")
        ]

    def __str__(self) -> str:
        return self.title
