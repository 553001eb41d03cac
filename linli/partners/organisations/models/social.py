"""A community social organisation, what it did, its yearly summaries, its stories."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.partners.organisations.flows_social import ON_RECORD, SOCIAL
from linli.partners.organisations.models.organisation import Organisation

CATEGORIES = [
    ("service", _("生活服务类")),
    ("charity", _("公益慈善类")),
    ("mutual_aid", _("居民互助类")),
    ("culture_sport", _("文体活动类")),
    ("consultation", _("议事协商类")),
]

NATURES = [
    ("group", _("居民或单位自愿组成，不为赚钱")),
    ("committee_body", _("居委会的下属委员会或居民小组")),
    ("owners_body", _("业主委员会或物业管理委员会")),
    ("business", _("为了赚钱、分利润")),
]

FILED_WITH = [("street", _("街道办事处（乡镇）")), ("committee", _("按本地规定由居委会"))]


class SocialOrganisation(FlowRow):
    """One from the first draft on. `members`, `units`, `initiators` are counts: no list of members
    is kept here. `leader` and `phone` lie sealed; `contact` is what the leader agreed to make
    public, and is empty where they did not. `organisation`: its place in the register of bodies,
    made when it is filed or registered. `remedy`: what to do after a refusal. `handed_in_by`: whose
    group it is; None where the desk typed it for a group."""

    flow = SOCIAL

    name = models.CharField(_("名称"), max_length=60)
    category = models.CharField(_("类别"), max_length=16, choices=CATEGORIES)
    nature = models.CharField(_("性质"), max_length=16, choices=NATURES, default="group")
    about = models.CharField(_("做什么"), max_length=300)
    initiators = models.PositiveSmallIntegerField(_("发起人数"), default=0)
    members = models.PositiveIntegerField(_("个人成员数"), default=0)
    units = models.PositiveIntegerField(_("单位成员数"), default=0)
    has_means = models.BooleanField(_("住所、专职人员、活动资金都有"), default=False)
    leader = SealedTextField(_("负责人"), blank=True)
    phone = SealedTextField(_("负责人电话"), blank=True)
    contact_public = models.BooleanField(_("同意公开联系方式"), default=False)
    contact = SealedTextField(_("公开的联系人和联系方式"), blank=True)
    venue = models.CharField(_("活动地点"), max_length=120, blank=True)
    charter = models.TextField(_("活动规则"), max_length=2000, blank=True)
    plan = models.TextField(_("活动计划"), max_length=1200, blank=True)
    supplemented = models.BooleanField(default=False, editable=False)
    remedy = models.CharField(max_length=300, blank=True, editable=False)
    handed_in_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    filed_with = models.CharField(_("向谁备案"), max_length=10, choices=FILED_WITH, blank=True)
    given_number = models.CharField(_("街道给的备案号"), max_length=40, blank=True, editable=False)
    year = models.PositiveSmallIntegerField(null=True, editable=False)
    serial = models.PositiveIntegerField(null=True, editable=False)
    filed_on = models.DateField(null=True, editable=False)
    ended_on = models.DateField(null=True, editable=False)
    organisation = models.OneToOneField(
        Organisation, models.PROTECT, null=True, editable=False, related_name="social"
    )

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(SOCIAL, "organisations_social_state"),
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="organisations_social_number"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ON_RECORD) | Q(organisation__isnull=False),
                name="organisations_social_on_record",
            ),
            models.CheckConstraint(
                condition=Q(contact_public=True) | Q(contact=""), name="organisations_social_agreed"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state"], name="organisations_social_list")
        ]
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def number(self) -> str:
        """Under which it is filed: the street's own, or the next of this place; empty before."""
        return self.given_number or (f"备{self.year}-{self.serial:03}" if self.serial else "")

    @property
    def on_record(self) -> bool:
        """Whether it is filed or registered now."""
        return self.state in ON_RECORD


class SocialOrganisationStep(StepRow):
    """One step of it."""

    case = models.ForeignKey(SocialOrganisation, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("organisations_socialstep_version")]


class Deed(CommunityRow):
    """What an organisation did on a day; how many took part, never who."""

    social = models.ForeignKey(SocialOrganisation, models.PROTECT, related_name="deeds")
    on = models.DateField(_("哪天"))
    what = models.CharField(_("做了什么"), max_length=120)
    people = models.PositiveIntegerField(_("多少人次"), null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "social", "-on"], name="organisations_deed_days")
        ]
        ordering: ClassVar = ["-on", "-id"]

    def __str__(self) -> str:
        return self.what


class YearSummary(CommunityRow):
    """What an organisation says of a year. Everybody reads it, so it names nobody."""

    social = models.ForeignKey(SocialOrganisation, models.PROTECT, related_name="summaries")
    year = models.PositiveSmallIntegerField(_("年度"))
    words = models.TextField(_("做了什么"), max_length=1200)
    times = models.PositiveIntegerField(_("活动几次"))
    people = models.PositiveIntegerField(_("多少人次"))
    members = models.PositiveIntegerField(_("年底成员数"))
    received_fen = models.PositiveBigIntegerField(_("收入"), default=0)
    spent_fen = models.PositiveBigIntegerField(_("支出"), default=0)
    handed_in_on = models.DateField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "social", "year"], name="organisations_summary_once"
            )
        ]
        ordering: ClassVar = ["-year"]

    def __str__(self) -> str:
        return str(self.year)


class Merit(CommunityRow):
    """A story of what an organisation did well, told with its leader's consent; it names nobody,
    and goes at a word."""

    social = models.ForeignKey(SocialOrganisation, models.PROTECT, related_name="merits")
    title = models.CharField(_("标题"), max_length=60)
    words = models.TextField(_("故事"), max_length=1200)
    agreed_on = models.DateField(_("负责人哪天同意的"))
    told_on = models.DateField()
    taken_down_on = models.DateField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "-told_on"], name="organisations_merit_days")
        ]
        ordering: ClassVar = ["-told_on", "-id"]

    def __str__(self) -> str:
        return self.title
