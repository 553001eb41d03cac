"""A room, a ground or a thing: what it is, when it is open, when it is not."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow

KINDS = [
    ("room", _("房间")),
    ("hall", _("大厅、礼堂")),
    ("ground", _("室外场地")),
    ("fitness_site", _("健身点")),
    ("thing", _("可以借的器材")),
]
FUNCTIONS = [
    ("culture", _("文化")),
    ("sport", _("体育健身")),
    ("learning", _("学习")),
    ("elder_care", _("养老")),
    ("toddlers", _("托育")),
    ("after_school", _("课后托管")),
    ("meals", _("助餐")),
    ("housekeeping", _("家政便民")),
    ("repair", _("便民修理")),
    ("health", _("健康")),
    ("meeting", _("议事开会")),
    ("volunteer_station", _("志愿服务站")),
    ("party", _("党群服务")),
    ("office", _("办公")),
]
OWNERS = [
    ("community", _("社区")),
    ("street", _("街道")),
    ("unit", _("驻区单位")),
    ("school", _("学校")),
    ("owners", _("小区业主")),
]


class Facility(CommunityRow):
    """One thing people can use. A hall that can be used in halves has them as its `parts`: who
    takes the hall takes both. `place` is where it stands in the tree (a building, a compound, the
    community), `lon`, `lat` where on the map. Areas are in hundredths of a square metre, so that
    sums are exact. `step_free`, `hearing` and `toilet` say how it is, not how it should be; None is
    not looked at yet. `out_since`: out of service from then on, `out_until` until when (nobody
    knows yet, where empty), `out_for` why. `tag`: the code on its door, which the phone reads."""

    PRICES: ClassVar = [("free", _("无偿")), ("low", _("低偿")), ("paid", _("有偿"))]

    name = models.CharField(_("名称"), max_length=60)
    kind = models.CharField(_("类别"), max_length=12, choices=KINDS)
    functions = models.JSONField(_("用途"), default=list)
    whole = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    where = models.CharField(_("在哪里"), max_length=120, blank=True)
    lon = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    lat = models.DecimalField(max_digits=8, decimal_places=6, null=True, blank=True)
    owner = models.CharField(_("谁的"), max_length=10, choices=OWNERS, default="community")
    body = models.ForeignKey("access.Body", models.PROTECT, null=True, blank=True, related_name="+")
    area = models.PositiveIntegerField(_("建筑面积"), null=True, blank=True)
    residents_area = models.PositiveIntegerField(_("居民活动面积"), null=True, blank=True)
    elder_area = models.PositiveIntegerField(_("养老服务面积"), null=True, blank=True)
    people_most = models.PositiveIntegerField(_("最多多少人"), null=True, blank=True)
    quantity = models.PositiveSmallIntegerField(_("有几件"), default=1)
    step_free = models.BooleanField(_("无台阶"), null=True, blank=True)
    hearing = models.BooleanField(_("有助听设备"), null=True, blank=True)
    toilet = models.BooleanField(_("有无障碍卫生间"), null=True, blank=True)
    access_note = models.CharField(_("怎么进去"), max_length=200, blank=True)
    conditions = models.TextField(_("使用规定"), max_length=2000, blank=True)
    quiet_from = models.TimeField(_("几点以后要安静"), null=True, blank=True)
    price = models.CharField(_("收费"), max_length=4, choices=PRICES, default="free")
    fen_hour = models.PositiveIntegerField(_("每小时（分）"), null=True, blank=True)
    bookable = models.BooleanField(_("可以预订"), default=True)
    by_residents = models.BooleanField(_("居民自己可以订"), default=True)
    needs_approval = models.BooleanField(_("要批准"), default=False)
    days_ahead = models.PositiveSmallIntegerField(_("最多提前多少天"), default=60)
    minutes_most = models.PositiveSmallIntegerField(_("一次最长多少分钟"), default=240)
    with_key = models.BooleanField(_("要交接钥匙"), default=False)
    set_up = models.PositiveSmallIntegerField(_("前后要留的准备时间（分钟）"), default=0)
    through_holidays = models.BooleanField(_("节假日照常"), default=True)
    listed = models.BooleanField(_("公开"), default=True)
    out_since = models.DateTimeField(null=True, editable=False)
    out_until = models.DateTimeField(null=True, editable=False)
    out_for = models.CharField(_("停用的原因"), max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    tag = models.CharField(max_length=16, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "tag"], name="facility_tag"),
            models.UniqueConstraint(
                fields=["community", "name"],
                condition=Q(withdrawn_at__isnull=True),
                name="facility_name",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[code for code, _words in KINDS]), name="facility_of_a_kind"
            ),
            models.CheckConstraint(condition=~Q(whole=F("pk")), name="facility_part_of_another"),
            models.CheckConstraint(
                condition=Q(residents_area__isnull=True)
                | Q(area__isnull=True)
                | Q(residents_area__lte=F("area")),
                name="facility_areas",
            ),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="facility_quantity"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "kind", "name"], name="facility_list")
        ]

    def __str__(self) -> str:
        return self.name

    def is_out_at(self, at: datetime) -> bool:
        """Whether it is out of service at that moment, or no more used at all."""
        if self.withdrawn_at is not None and self.withdrawn_at <= at:
            return True
        since, until = self.out_since, self.out_until
        return since is not None and since <= at and (until is None or at < until)


class OpenHours(CommunityRow):
    """On which weekday it is open from when until when, in minutes of that day; what is open past
    midnight closes after minute 1440. Several spans a day are several rows."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.PositiveSmallIntegerField(_("开门"))
    closes = models.PositiveSmallIntegerField(_("关门"))

    class Meta:
        ordering: ClassVar = ["weekday", "opens"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "facility", "weekday", "opens"], name="openhours_once"
            ),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="openhours_weekday"),
            models.CheckConstraint(
                condition=Q(opens__lt=1440, closes__gt=F("opens"), closes__lte=2880),
                name="openhours_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens}–{self.closes}"


class Closure(CommunityRow):
    """Days on which it is closed (holidays, works), or open at other hours: `opens` and `closes`
    both given, in minutes of the day. `until` is the last such day."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="closures")
    since = models.DateField(_("从"))
    until = models.DateField(_("到"))
    opens = models.PositiveSmallIntegerField(_("这几天几点开门"), null=True, blank=True)
    closes = models.PositiveSmallIntegerField(_("几点关门"), null=True, blank=True)
    reason = models.CharField(_("原因"), max_length=200)

    class Meta:
        ordering: ClassVar = ["since"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="closure_order"),
            models.CheckConstraint(
                condition=Q(opens__isnull=True, closes__isnull=True)
                | Q(opens__lt=1440, closes__gt=F("opens"), closes__lte=2880),
                name="closure_hours",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until}"
