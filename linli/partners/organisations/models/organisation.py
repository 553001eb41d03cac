"""Any body that is here: what it stands on, what it is for, how it is reached."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow

KINDS = [
    ("residents_committee", _("居民委员会")),
    ("subcommittee", _("居委会下属委员会")),
    ("supervisory_committee", _("居务监督委员会")),
    ("residents_group", _("居民小组")),
    ("party_organisation", _("党组织")),
    ("mediation_committee", _("人民调解委员会")),
    ("owners_body", _("业主组织")),
    ("property_provider", _("物业服务人")),
    ("social_organisation", _("社区社会组织")),
    ("resident_unit", _("驻社区单位")),
    ("office", _("政府部门和派出机构")),
    ("utility", _("公用事业单位")),
    ("other", _("其他组织")),
]


SUBJECTS = [
    ("mediation", _("人民调解")),
    ("security", _("治安保卫")),
    ("public_health", _("公共卫生")),
    ("environment", _("环境和物业管理")),
    ("elders_children", _("老年人和妇女儿童工作")),
]
"""What the five subcommittees of the law are for; each may be assigned to a person instead."""


class Organisation(CommunityRow):
    """One body, from `since` until (not with) `until`. `part_of`: the body it belongs to (a
    subcommittee to the committee). `basis`: the article or paper it stands on. `credit_code`: its
    统一社会信用代码, where it has one. `contact` and `phone` are of the office, never a person's own.
    `subject`: of a subcommittee, which of the five lines of work. `kept_apart_from`: the body whose
    members and their near kin may hold no office here. `listed`: everybody may read of it.
    `body`: what matters and accounts know it by, where it takes part here. `place`: where its
    duty lies (None: the whole community). `seed`: of which shipped line it was made."""

    kind = models.CharField(_("类别"), max_length=24, choices=KINDS)
    name = models.CharField(_("名称"), max_length=80)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    body = models.ForeignKey("access.Body", models.PROTECT, null=True, blank=True, related_name="+")
    subject = models.CharField(_("哪一方面的工作"), max_length=16, choices=SUBJECTS, blank=True)
    kept_apart_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+"
    )
    place = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, blank=True, related_name="+"
    )
    basis = models.CharField(_("设立依据"), max_length=200, blank=True)
    duties = models.TextField(_("职责"), max_length=2000, blank=True)
    credit_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    address = models.CharField(_("办公地点"), max_length=120, blank=True)
    contact = models.CharField(_("对外联系"), max_length=60, blank=True)
    phone = models.CharField(_("办公电话"), max_length=30, blank=True)
    hours = models.CharField(_("办公时间"), max_length=120, blank=True)
    term_months = models.PositiveSmallIntegerField(_("一届多少个月"), null=True, blank=True)
    term_ends = models.DateField(_("本届到哪天"), null=True, blank=True)
    since = models.DateField(_("成立日期"))
    until = models.DateField(_("终止日期"), null=True, blank=True)
    ended_for = models.CharField(_("为什么终止"), max_length=200, blank=True)
    listed = models.BooleanField(_("写在公开的名单上"), default=True)
    version = models.PositiveIntegerField(default=0)
    seed = models.CharField(max_length=40, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "name"],
                condition=Q(until__isnull=True),
                name="organisation_name",
            ),
            models.UniqueConstraint(
                fields=["community", "credit_code"],
                condition=Q(until__isnull=True) & ~Q(credit_code=""),
                name="organisation_code",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="organisation_term"
            ),
        ]
        indexes = [models.Index(fields=["community", "kind"], name="organisation_kind")]

    def __str__(self) -> str:
        return self.name
