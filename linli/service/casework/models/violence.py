"""Violence at home: the victim's file, the order, and, apart from it, the record of the other side.

The victim's row points to the other's and never the other way: who loads the record of the other
side has nothing in hand that leads to the victim.
"""

import json
from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow
from linli.service.casework.rules import violence

CAPACITY = [
    ("full", _("有完全民事行为能力")),
    ("limited", _("限制民事行为能力")),
    ("none", _("无民事行为能力")),
]
CANNOT_APPLY = [
    ("no_capacity", _("无民事行为能力")),
    ("limited_capacity", _("限制民事行为能力")),
    ("forced", _("受到强制，不能自己申请")),
    ("threatened", _("受到威吓，不能自己申请")),
]
SAFETY_PLAN = [
    ("safe_place", _("危险时先到哪里")),
    ("signal", _("用什么暗号求助，谁会听懂")),
    ("papers", _("证件和钥匙放在哪里")),
    ("money", _("应急的钱和银行卡")),
    ("children", _("孩子怎么办，学校怎么说")),
    ("way_out", _("家里怎么出去最快")),
    ("phone_kept", _("存好哪几个号码，手机怎么防查看")),
]


class ViolenceFile(ClosedRow):
    """The victim's side. Where and how the victim is reached is kept here alone, sealed, and is
    on no print, in no export and on no page but the handlers' own."""

    case = models.OneToOneField("casework.Case", models.CASCADE, related_name="violence_file")
    capacity = models.CharField(_("民事行为能力"), max_length=8, choices=CAPACITY)
    police_told_at = models.DateTimeField(null=True)
    letter_on = models.DateField(null=True)
    letter_from = SealedTextField(_("哪个公安机关出具"), under="case", blank=True, default="")
    letter_number = SealedTextField(_("告诫书文号"), under="case", blank=True, default="")
    safe_address = SealedTextField(_("现在住在哪里"), under="case", blank=True, default="")
    safe_phone = SealedTextField(_("怎么联系最安全"), under="case", blank=True, default="")
    plan = SealedTextField(_("安全计划"), under="case", blank=True, default="")
    apply_because = models.CharField(max_length=16, choices=CANNOT_APPLY, blank=True)
    applied_on = models.DateField(null=True)
    court = SealedTextField(_("哪个法院"), under="case", blank=True, default="")
    other = models.OneToOneField("casework.OtherSide", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(capacity="full") | Q(police_told_at__isnull=False),
                name="violence_police_told",
            ),
            models.CheckConstraint(
                condition=Q(applied_on__isnull=True) | ~Q(apply_because=""),
                name="violence_applied_because",
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def safety(self) -> dict[str, str]:
        """The safety plan, line by line; lines nobody filled in are not there."""
        given: dict[str, str] = json.loads(self.plan or "{}")
        return {key: given[key] for key in violence.SAFETY_PLAN if given.get(key)}

    def place_safety(self, lines: dict[str, str]) -> None:
        """Keeps the safety plan."""
        said = {key: words.strip() for key, words in lines.items() if words.strip()}
        self.plan = json.dumps(said, ensure_ascii=False)


class ProtectionOrder(ClosedRow):
    """An order of the court, from the day it was made to its last day, or to when it is lifted."""

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="orders")
    made_on = models.DateField(_("哪天作出"))
    last_day = models.DateField(_("最后一天"))
    received_on = models.DateField(_("居委会哪天收到"))
    court = SealedTextField(_("哪个法院"), under="case")
    number = SealedTextField(_("文号"), under="case", blank=True, default="")
    lifted_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-made_on", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("made_on")), name="protection_order_term"
            )
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def clocks(self) -> tuple[str, str]:
        """The names of its two clocks, which run on the case: to think of prolonging, its end."""
        short = self.pk.hex[:12]
        return f"prolong {short}", f"order {short}"


class VictimVisit(ClosedRow):
    """A visit to the victim after the written warning: planned, then done."""

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="victim_visits")
    planned_on = models.DateField(_("哪天去"))
    worker = models.ForeignKey("access.Account", models.PROTECT, related_name="+")
    done_on = models.DateField(null=True)
    words = SealedTextField(_("情况"), under="case", blank=True, default="")

    class Meta:
        ordering: ClassVar = ["planned_on", "id"]

    def __str__(self) -> str:
        return "‹…›"


class OtherSide(ClosedRow):
    """The record of the other side: the letter, and what was said at the visits. Nothing of the
    victim's is here, and nothing here leads to it."""

    case = models.OneToOneField("casework.Case", models.CASCADE, related_name="other_side")
    letter_on = models.DateField()
    letter_from = SealedTextField(under="case")
    letter_number = SealedTextField(under="case", blank=True, default="")
    initials = SealedTextField(_("姓名首字母"), under="case")
    may_ask = SealedTextField(under="case", blank=True, default="")
    """Which accounts may handle it, as JSON: named on the victim's page and only added to, so that
    nothing of the victim's case shows in who is offered here (`queries/apart.py`)."""

    def __str__(self) -> str:
        return "‹…›"

    @property
    def reserve(self) -> set[UUID]:
        """The accounts named for it."""
        return {UUID(key) for key in json.loads(self.may_ask or "[]")}

    def name_for_it(self, accounts: Iterable[UUID]) -> None:
        """Names more; nobody goes from the list again."""
        self.may_ask = json.dumps(sorted(map(str, self.reserve | {*accounts})))


class OtherVisit(ClosedRow):
    """A visit to the other side: to see that the violence has stopped."""

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="other_visits")
    planned_on = models.DateField(_("哪天去"))
    worker = models.ForeignKey("access.Account", models.PROTECT, related_name="+")
    done_on = models.DateField(null=True)
    words = SealedTextField(_("情况"), under="case", blank=True, default="")

    class Meta:
        ordering: ClassVar = ["planned_on", "id"]

    def __str__(self) -> str:
        return "‹…›"
