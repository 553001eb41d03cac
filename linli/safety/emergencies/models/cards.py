"""Help cards: whoever wishes to be helped on such a day put themselves down. Closed rows."""

import json
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.keys import new_data_key
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow

NEEDS = [
    ("carry", _("要人抬、背下楼")),
    ("arm", _("要人搀扶、带路")),
    ("power", _("有设备不能断电")),
    ("cool", _("有药要冷藏")),
    ("hearing", _("听不见警报和敲门")),
    ("seeing", _("看不见路")),
    ("language", _("要人用别的语言说")),
    ("child", _("家里有婴幼儿，一个人带不了")),
    ("animal", _("有导盲犬或宠物同行")),
    ("other", _("别的，请来人")),
]
"""What is needed, never why."""

HOW = [
    ("self", _("本人勾选同意")),
    ("family", _("家人代填，本人同意")),
    ("spoken", _("本人当面或电话说同意，工作人员记录")),
]
LOOKS = [
    ("incident", _("突发事件中上门")),
    ("renewal", _("核对卡片还准不准")),
    ("pack", _("打印应急资料包")),
    ("asked", _("本人或家人来问")),
]


def needs_in_words(keys: list[str]) -> list[Any]:
    """The titles of needs, in their order."""
    return [title for key, title in NEEDS if key in keys]


class HelpCard(ClosedRow):
    """One card. `key` is its own, sealed by the closed ring, so that blanking it leaves nothing to
    read; every word of it is sealed by that key. `person` where the register knows them;
    `account` where another put it down for them. There until `until`, unless renewed or taken
    back."""

    key = SealedTextField(keys="casework", default=new_data_key)
    person = models.ForeignKey("people.Person", models.CASCADE, null=True, related_name="+")
    account = models.ForeignKey("access.Account", models.CASCADE, null=True, related_name="+")
    building = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    door = SealedTextField(_("住房"), under="self")
    name = SealedTextField(_("怎么称呼"), under="self")
    needs = SealedTextField(_("要什么帮助"), under="self")
    phone = SealedTextField(_("电话"), under="self", blank=True, default="")
    holder = SealedTextField(_("谁有钥匙、怎么联系"), under="self", blank=True, default="")
    how = models.CharField(_("怎样同意的"), max_length=6, choices=HOW)
    consented_at = models.DateTimeField()
    until = models.DateField()
    asked_on = models.DateField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "person"],
                condition=Q(person__isnull=False),
                name="emergency_card_once",
            ),
            models.CheckConstraint(
                condition=Q(how__in=["self", "family", "spoken"]), name="emergency_card_how"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "building"], name="emergency_card_building"),
            models.Index(fields=["community", "until"], name="emergency_card_until"),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def dwelling(self) -> UUID:
        """The id of the dwelling."""
        return UUID(self.door)

    @property
    def need_keys(self) -> list[str]:
        """What is needed, by key."""
        found: list[str] = json.loads(self.needs or "[]")
        return found

    @property
    def need_words(self) -> list[Any]:
        """What is needed, in words."""
        return needs_in_words(self.need_keys)


class CardLook(ClosedRow):
    """That a card was opened, or the `door` of somebody who asked for help in an incident without
    one: when, what for, by whom; of an incident's list: of which incident, and gone with that
    list. Whoever it is about reads it."""

    card = models.ForeignKey(HelpCard, models.CASCADE, null=True, related_name="looks")
    door = models.ForeignKey("emergencies.Door", models.CASCADE, null=True, related_name="looks")
    incident = models.ForeignKey(
        "emergencies.Incident", models.SET_NULL, null=True, related_name="+"
    )
    why = models.CharField(max_length=8, choices=LOOKS)
    post = models.CharField(max_length=24, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-at", "id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(card__isnull=True, door__isnull=False)
                | Q(card__isnull=False, door__isnull=True),
                name="emergency_cardlook_of_one",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "card", "-at"], name="emergency_cardlook_card")
        ]

    def __str__(self) -> str:
        return "‹…›"
