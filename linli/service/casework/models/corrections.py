"""Help for somebody in community corrections, or after release, by initials. There is no name
here, no person's row, no place, no mark of any kind: what help is wanted, a plan, notes of help,
dates."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow

NEEDS = [
    ("work", _("找工作、学技能")),
    ("school", _("上学")),
    ("housing", _("住处")),
    ("assistance", _("申请社会救助")),
    ("insurance", _("社会保险")),
    ("legal_aid", _("法律援助")),
    ("health", _("看病、心理疏导")),
    ("family", _("和家里、邻里的关系")),
    ("registration", _("落户、办身份证")),
]


class CorrectionsHelp(ClosedRow):
    """The help for one person, from a day to a day; sealed by itself when the last is over.

    `woman_member`, `minors_member`: who of the group fills what the law asks of it.
    """

    case = models.OneToOneField("casework.Case", models.CASCADE, related_name="corrections_help")
    initials = SealedTextField(_("姓名首字母"), under="case")
    begins_on = models.DateField(_("哪天开始"))
    ends_on = models.DateField(_("哪天结束"))
    needs = models.JSONField(_("要帮什么"), default=list)
    plan = SealedTextField(_("怎么帮"), under="case", blank=True, default="")
    for_a_woman = models.BooleanField(_("对象是女性"), default=False)
    for_a_minor = models.BooleanField(_("对象是未成年人"), default=False)
    woman_member = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    minors_member = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("begins_on")), name="corrections_help_term"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "ends_on"], name="corrections_help_ends")
        ]

    def __str__(self) -> str:
        return "‹…›"


class HelpNote(ClosedRow):
    """One time somebody helped, or was asked to: the day and the words."""

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="help_notes")
    on = models.DateField(_("哪天"))
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    words = SealedTextField(_("帮了什么、还要什么"), under="case")

    class Meta:
        ordering: ClassVar = ["-on", "-id"]

    def __str__(self) -> str:
        return "‹…›"
