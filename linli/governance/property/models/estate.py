"""An estate under one management, its units and who owns them, and the bodies of its owners."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.governance.property.rules.heads import square_metres

AREA_SOURCES = [
    ("register", _("不动产登记簿")),
    ("survey", _("测绘成果")),
    ("contract", _("买卖合同")),
]


class Estate(CommunityRow):
    """物业管理区域: what one owners' assembly decides over, usually a compound. Areas of land are in
    hundredths of a square metre; `on_sewer` counts buildings on the city's sewer with no mixed
    pipe. None is not known. `regime`: who looks after it today."""

    REGIMES = [
        ("provider", _("委托物业服务企业")),
        ("developer", _("建设单位选聘的前期物业")),
        ("custody", _("低偿托管、准物业")),
        ("self", _("业主自行管理")),
        ("none", _("没有人管")),
    ]

    name = models.CharField(_("名称"), max_length=80)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    developer = models.CharField(_("建设单位"), max_length=80, blank=True)
    built = models.PositiveSmallIntegerField(_("哪年建成"), null=True, blank=True)
    delivered_on = models.DateField(_("首套交付日期"), null=True, blank=True)
    regime = models.CharField(_("现在怎么管"), max_length=10, choices=REGIMES, default="provider")
    old = models.BooleanField(_("老旧小区"), default=False)
    land = models.PositiveBigIntegerField(_("用地面积"), null=True, blank=True)
    green = models.PositiveBigIntegerField(_("绿地面积"), null=True, blank=True)
    buildings = models.PositiveSmallIntegerField(_("楼栋数"), null=True, blank=True)
    on_sewer = models.PositiveSmallIntegerField(_("接入市政污水管的楼栋"), null=True, blank=True)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    closed_for = models.CharField(_("为什么不再登记"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "name"], condition=Q(until__isnull=True), name="estate_name"
            ),
            models.UniqueConstraint(
                fields=["community", "place"], condition=Q(until__isnull=True), name="estate_place"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Owner(CommunityRow):
    """One owner in one estate: all units of one buyer count as one person (区分所有权解释 art. 9), so
    the same buyer is one row, and a row never becomes somebody else. `kind`: the developer's unsold
    and undelivered units are its own. `person`: whoever it is in the register, where known. `code`:
    the number the table of units gives them. Names and phones are sealed."""

    KINDS = [
        ("person", _("个人")),
        ("firm", _("单位")),
        ("developer", _("建设单位（未出售、未交付）")),
    ]

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="owners")
    kind = models.CharField(_("类别"), max_length=10, choices=KINDS, default="person")
    person = models.ForeignKey(
        "people.Person", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = SealedTextField(_("业主姓名"))
    phone = SealedTextField(_("电话"), blank=True, default="")
    code = models.CharField(_("业主编号"), max_length=40, blank=True, default="")
    added_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    forgotten_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "estate", "person"],
                condition=Q(person__isnull=False) & Q(ended_on__isnull=True),
                name="owner_person_once",
            ),
            models.UniqueConstraint(
                fields=["community", "estate"],
                condition=Q(kind="developer") & Q(ended_on__isnull=True),
                name="owner_developer_once",
            ),
        ]

    def __str__(self) -> str:
        return f"owner {self.pk}"


class Unit(CommunityRow):
    """专有部分: one home, shop or space with a title of its own. `area` in hundredths of a square
    metre, `area_from` where it was read (register before survey before contract). `sharing`: the
    building or entrance whose common parts it bears the cost of. `dwelling`: the home in the tree
    of places, where there is one."""

    USES = [
        ("home", _("住宅")),
        ("shop", _("商铺")),
        ("office", _("办公")),
        ("parking", _("车位、车库")),
        ("other", _("其他")),
    ]

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="units")
    label = models.CharField(_("坐落"), max_length=60)
    use = models.CharField(_("用途"), max_length=8, choices=USES, default="home")
    area = models.PositiveBigIntegerField(_("专有部分面积"))
    area_from = models.CharField(_("面积依据"), max_length=8, choices=AREA_SOURCES)
    dwelling = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, blank=True, related_name="+"
    )
    sharing = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "estate", "label"], name="unit_label"),
            models.CheckConstraint(condition=Q(area__gt=0), name="unit_area"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def metres(self) -> str:
        """The area as it is read."""
        return square_metres(self.area)


class Ownership(CommunityRow):
    """Who owns a unit from when to when; one owner at a time (joint owners name one of them, who
    votes for all: `joint` says how many they are)."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="ownerships")
    owner = models.ForeignKey(Owner, models.PROTECT, related_name="ownerships")
    joint = models.PositiveSmallIntegerField(_("几人共有"), default=1)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "unit"], condition=Q(until__isnull=True), name="ownership_one"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="ownership_term"
            ),
        ]

    def __str__(self) -> str:
        return f"ownership {self.pk}"


class OwnersBody(CommunityRow):
    """业主委员会, 物业管理委员会 or the preparatory group of one estate, for one term. `filed_on`: when it
    was filed with the street (业主委员会 within 30 days). `seats`: how many it should have.
    `ended_for`, `ended_by`: why it ended and by what decision; everybody reads both, they name
    nobody."""

    KINDS = [
        ("preparatory_group", _("首次业主大会筹备组")),
        ("owners_committee", _("业主委员会")),
        ("management_committee", _("物业管理委员会")),
    ]

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="bodies")
    kind = models.CharField(_("类别"), max_length=24, choices=KINDS)
    name = models.CharField(_("名称"), max_length=80)
    seats = models.PositiveSmallIntegerField(_("席位"))
    since = models.DateField(_("产生日期"))
    term_ends = models.DateField(_("任期至"))
    filed_on = models.DateField(_("备案日期"), null=True, blank=True)
    until = models.DateField(_("终止日期"), null=True, blank=True)
    ended_for = models.CharField(_("为什么结束"), max_length=200, blank=True)
    ended_by = models.CharField(_("根据什么决定"), max_length=200, blank=True)
    body = models.ForeignKey("access.Body", models.PROTECT, null=True, blank=True, related_name="+")
    raised_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "estate", "kind"],
                condition=Q(until__isnull=True),
                name="owners_body_one",
            ),
            models.CheckConstraint(condition=Q(term_ends__gt=F("since")), name="owners_body_term"),
        ]

    def __str__(self) -> str:
        return self.name
