"""A season: the weekly slots of a term, who wishes for which, and who got which by lot."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.culture.facilities.flows import SEASON
from linli.culture.facilities.models.facility import Facility
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version

WEEKDAYS = [
    (0, _("星期一")), (1, _("星期二")), (2, _("星期三")), (3, _("星期四")), (4, _("星期五")),
    (5, _("星期六")), (6, _("星期日")),
]  # fmt: skip
FOR_WHOM = [
    ("everybody", _("谁都可以来")),
    ("elders", _("老年人")),
    ("children", _("儿童和青少年")),
    ("disabled", _("残疾人")),
    ("families", _("家庭")),
    ("members", _("本团队的人")),
]


class Season(FlowRow):
    """A term (`since` to `until`, both included) whose weekly slots are given out together.
    Wishes are taken through `wishes_until`. Each names up to `wishes_most` slots, and gets up to
    `slots_most`. `seed_digest` stands before wishes are taken, `seed` after the lot; `called` is a
    number somebody called out when it was drawn, so that who keeps the seed does not draw."""

    flow = SEASON

    title = models.CharField(_("名称"), max_length=60)
    since = models.DateField(_("从哪天起"))
    until = models.DateField(_("到哪天为止"))
    wishes_until = models.DateField(_("志愿收到哪天"))
    wishes_most = models.PositiveSmallIntegerField(_("每个团队最多填几个志愿"), default=3)
    slots_most = models.PositiveSmallIntegerField(_("每个团队最多分到几个时段"), default=2)
    note = models.CharField(_("说明"), max_length=300, blank=True)
    seed = models.CharField(max_length=64, editable=False)
    seed_digest = models.CharField(max_length=64, editable=False)
    called = models.CharField(_("当众报的数"), max_length=20, blank=True)
    last_number = models.PositiveIntegerField(default=0, editable=False)
    allocated_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(SEASON, "season_state"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="season_order"),
            models.CheckConstraint(
                condition=Q(wishes_until__lt=F("since")), name="season_wishes_before"
            ),
            models.CheckConstraint(
                condition=Q(wishes_most__gte=1, wishes_most__lte=10, slots_most__gte=1),
                name="season_numbers",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "-since"], name="season_list")]

    def __str__(self) -> str:
        return self.title


class SeasonStep(StepRow):
    """One step of a season."""

    case = models.ForeignKey(Season, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("seasonstep_version")]


class SeasonSlot(CommunityRow):
    """A slot of every week: which facility, which weekday, from when to when. `number` is how it
    is called on the printed sheet. `holds` and `step_free` are the facility's as they were when
    the rule was published: by them the lot is reckoned, and can be again."""

    season = models.ForeignKey(Season, models.CASCADE, related_name="slots")
    facility = models.ForeignKey(Facility, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    weekday = models.PositiveSmallIntegerField(_("星期几"), choices=WEEKDAYS)
    starts = models.TimeField(_("几点开始"))
    ends = models.TimeField(_("几点结束"))
    holds = models.PositiveIntegerField(null=True, editable=False)
    step_free = models.BooleanField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "season", "number"], name="seasonslot_number"
            ),
            models.UniqueConstraint(
                fields=["community", "season", "facility", "weekday", "starts"],
                name="seasonslot_once",
            ),
            models.CheckConstraint(
                condition=Q(weekday__gte=0, weekday__lte=6), name="seasonslot_weekday"
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="seasonslot_order"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.weekday} {self.starts}"

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return (self.ends.hour - self.starts.hour) * 60 + self.ends.minute - self.starts.minute


class SeasonWish(CommunityRow):
    """What a group wishes for: slots in the order of preference (`slots`, their ids). `number` is
    the order of coming and counts for nothing but as its name in the lot. `named`: the group
    agreed to be read by its name. `slip` is the code of whoever has no account."""

    season = models.ForeignKey(Season, models.CASCADE, related_name="wishes")
    number = models.PositiveIntegerField()
    group_name = models.CharField(_("团队名称"), max_length=60)
    named = models.BooleanField(_("公开团队名称"), default=False)
    purpose = models.CharField(_("做什么用"), max_length=80)
    for_whom = models.CharField(_("给谁"), max_length=10, choices=FOR_WHOM, default="everybody")
    size = models.PositiveIntegerField(_("大约多少人"))
    step_free = models.BooleanField(_("要无台阶"), default=False)
    slots = models.JSONField(default=list)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("联系人"), blank=True, default="")
    phone = SealedTextField(_("联系电话"), blank=True, default="")
    slip = models.CharField(max_length=14, editable=False)
    wished_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "season", "number"], name="seasonwish_number"
            ),
            models.UniqueConstraint(fields=["community", "slip"], name="seasonwish_slip"),
            models.UniqueConstraint(
                fields=["community", "season", "group_name"],
                condition=Q(withdrawn_at__isnull=True),
                name="seasonwish_group_once",
            ),
            models.UniqueConstraint(
                fields=["community", "season", "account"],
                condition=Q(withdrawn_at__isnull=True, account__isnull=False),
                name="seasonwish_account_once",
            ),
            models.CheckConstraint(condition=Q(size__gte=1), name="seasonwish_size"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "account", "-wished_at"], name="seasonwish_account")
        ]

    def __str__(self) -> str:
        return f"{self.season_id} {self.number}"


class SeasonTurn(CommunityRow):
    """That a wish has a slot, or is offered one that was given back. `round` and `turn` say when
    in the lot, `rank` which of its wishes it is; both are 0 of one offered later. `series` are its
    bookings; where they could not be made, `blocked` says by what finding."""

    HELD, OFFERED, GIVEN_BACK, DECLINED, LAPSED = (
        "held", "offered", "given_back", "declined", "lapsed",
    )  # fmt: skip
    STATES: ClassVar = [
        (HELD, _("分到了")),
        (OFFERED, _("问过，等回话")),
        (GIVEN_BACK, _("还回了")),
        (DECLINED, _("不要")),
        (LAPSED, _("没有回话")),
    ]
    STANDING: ClassVar = (HELD, OFFERED)

    season = models.ForeignKey(Season, models.CASCADE, related_name="turns")
    slot = models.ForeignKey(SeasonSlot, models.CASCADE, related_name="turns")
    wish = models.ForeignKey(SeasonWish, models.CASCADE, related_name="turns")
    state = models.CharField(max_length=10, choices=STATES)
    round = models.PositiveSmallIntegerField()
    turn = models.PositiveSmallIntegerField()
    rank = models.PositiveSmallIntegerField()
    series = models.UUIDField(null=True, editable=False)
    dates = models.PositiveSmallIntegerField(default=0, editable=False)
    blocked = models.JSONField(default=dict, blank=True, editable=False)
    since = models.DateTimeField()
    answer_by = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["round", "turn", "since"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "slot"],
                condition=Q(state__in=("held", "offered")),
                name="seasonturn_slot_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("held", "offered", "given_back", "declined", "lapsed")),
                name="seasonturn_state",
            ),
            models.CheckConstraint(
                condition=~Q(state="offered") | Q(answer_by__isnull=False),
                name="seasonturn_answer_by",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "answer_by"], name="seasonturn_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.slot_id} {self.state}"
