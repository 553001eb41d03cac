"""What units, schools, residents and the community offer, what is needed, and what came of it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow

OFFER_KINDS = [
    ("room", pgettext_lazy("offer", "房间")),
    ("ground", pgettext_lazy("offer", "场地")),
    ("skill", _("技能")),
    ("equipment", _("设备")),
    ("vehicle", _("车辆")),
    ("funds", _("资金")),
]
OFFERED_BY = [
    ("unit", _("驻区单位")),
    ("school", _("学校")),
    ("resident", _("居民")),
    ("community", _("社区")),
]
NEEDED_BY = [
    ("matter", _("一件诉求")),
    ("plan", _("一项计划")),
    ("group", _("一个团队")),
    ("resident", _("居民")),
    ("community", _("社区")),
]
WHY_NOT = [
    ("time", _("时间对不上")),
    ("terms", _("条件谈不拢")),
    ("unfit", _("东西不合适")),
    ("gone", _("已经不需要了")),
    ("silent", _("没有回音")),
    ("withdrawn", _("提供的人收回了")),
]


class Offer(CommunityRow):
    """What somebody would put at others' disposal, under what conditions. A unit or a school is
    named; of a resident everybody reads no more than that. Its owner takes it back at once."""

    kind = models.CharField(_("提供什么"), max_length=10, choices=OFFER_KINDS)
    title = models.CharField(_("是什么"), max_length=80)
    conditions = models.CharField(_("条件"), max_length=300, blank=True)
    times = models.CharField(_("什么时候可以"), max_length=120, blank=True)
    until = models.DateField(_("到哪天为止"), null=True, blank=True)
    by = models.CharField(_("谁提供"), max_length=10, choices=OFFERED_BY)
    unit_name = models.CharField(_("单位或学校名称"), max_length=80, blank=True)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("联系人"), blank=True, default="")
    phone = SealedTextField(_("联系电话"), blank=True, default="")
    slip = models.CharField(max_length=14, editable=False)
    offered_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["-offered_at", "-id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "slip"], name="offer_slip"),
            models.CheckConstraint(
                condition=~Q(by__in=("unit", "school")) | ~Q(unit_name=""), name="offer_unit_named"
            ),
            models.CheckConstraint(
                condition=~Q(by="resident") | Q(unit_name=""), name="offer_resident_unnamed"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "withdrawn_at", "kind"], name="offer_list"),
            models.Index(fields=["community", "account"], name="offer_account"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def owner_told(self) -> str:
        """Who offers, as everybody reads it."""
        return self.unit_name or str(self.get_by_display())


class Need(CommunityRow):
    """What is wanted, and where from: in words that name nobody."""

    kind = models.CharField(_("需要什么"), max_length=10, choices=OFFER_KINDS)
    title = models.CharField(_("做什么用"), max_length=120)
    times = models.CharField(_("什么时候要"), max_length=120, blank=True)
    needed_by = models.CharField(_("谁需要"), max_length=10, choices=NEEDED_BY)
    origin = models.UUIDField(null=True, editable=False)
    needed_on = models.DateField()
    closed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["-needed_on", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["community", "closed_at", "kind"], name="need_list")
        ]

    def __str__(self) -> str:
        return self.title


class Match(CommunityRow):
    """An offer put together with a need, and what came of it: used, or not and why."""

    TRIED, USED, UNUSED = "tried", "used", "unused"
    STATES: ClassVar = [(TRIED, _("在谈")), (USED, _("用上了")), (UNUSED, _("没有用上"))]

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="matches")
    need = models.ForeignKey(Need, models.CASCADE, related_name="matches")
    state = models.CharField(max_length=6, choices=STATES, default="tried")
    why_not = models.CharField(_("为什么没有用上"), max_length=10, choices=WHY_NOT, blank=True)
    outcome = models.CharField(_("用得怎么样"), max_length=200, blank=True)
    matched_at = models.DateTimeField()
    told_on = models.DateField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["-matched_at"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "offer", "need"], name="match_once"),
            models.CheckConstraint(
                condition=Q(state="tried", told_on__isnull=True)
                | Q(state="used", told_on__isnull=False, why_not="")
                | (Q(state="unused", told_on__isnull=False) & ~Q(why_not="")),
                name="match_outcome",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "told_on"], name="match_by_state")
        ]

    def __str__(self) -> str:
        return f"{self.offer_id} {self.state}"
