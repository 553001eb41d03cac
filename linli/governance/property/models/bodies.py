"""Who sits in an owners' body, how it comes about, its assemblies and what they resolve."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.governance.property.models.estate import Estate, Owner, OwnersBody
from linli.governance.property.words import OFFICES, OFFICES_OF, SIDES


class BodyMember(CommunityRow):
    """Somebody in an office of an owners' body. The name is read by everybody while the office is
    held, for they were chosen to it; `contact` only where they agreed (`contact_told`)."""

    owners_body = models.ForeignKey(OwnersBody, models.CASCADE, related_name="members")
    owner = models.ForeignKey(Owner, models.SET_NULL, null=True, blank=True, related_name="offices")
    person = models.ForeignKey(
        "people.Person", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = SealedTextField(_("姓名"))
    office = models.CharField(pgettext_lazy("owners' body", "职务"), max_length=8, choices=OFFICES)
    side = models.CharField(_("代表哪一方"), max_length=10, choices=SIDES, default="owner")
    contact = SealedTextField(_("联系方式"), blank=True, default="")
    contact_told = models.BooleanField(_("本人同意公开联系方式"), default=False)
    since = models.DateField(pgettext_lazy("term", "起"))
    until = models.DateField(pgettext_lazy("term", "止"), null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "owners_body"],
                condition=Q(office="chair", until__isnull=True),
                name="property_one_chair",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="property_member_term",
            ),
        ]

    def __str__(self) -> str:
        return f"member {self.pk}"

    @property
    def office_title(self) -> Any:
        """The office as a body of this kind calls it."""
        return OFFICES_OF.get(self.owners_body.kind, OFFICES_OF[""])[self.office]


class Founding(CommunityRow):
    """The way of one estate to its first assembly, or to a property management committee. `asked`:
    owners who asked, `owners`: of how many; areas in hundredths of a square metre. `planned_on`:
    the day the first assembly is meant for. `ended_for`: why it ended without a body; everybody
    reads it."""

    WAYS: ClassVar = [
        ("assembly", _("首次业主大会、业主委员会")),
        ("management_committee", _("物业管理委员会")),
    ]

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="foundings")
    way = models.CharField(_("成立什么"), max_length=24, choices=WAYS)
    asked_on = models.DateField(_("提出的日期"))
    asked = models.PositiveIntegerField(_("提出的业主"))
    owners = models.PositiveIntegerField(_("业主总数"))
    area_asked = models.PositiveBigIntegerField(_("提出的业主的面积"))
    area_all = models.PositiveBigIntegerField(_("专有部分总面积"))
    area_delivered = models.PositiveBigIntegerField(_("已经交付的面积"))
    by_developer = models.BooleanField(_("建设单位也提出了"), default=False)
    planned_on = models.DateField(_("首次业主大会定在哪天"), null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_for = models.CharField(_("为什么不筹备了"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "estate"],
                condition=Q(ended_on__isnull=True),
                name="property_founding_one",
            ),
            models.CheckConstraint(
                condition=Q(asked__lte=F("owners"), area_asked__lte=F("area_all"))
                & Q(area_delivered__lte=F("area_all")),
                name="property_founding_parts",
            ),
        ]

    def __str__(self) -> str:
        return f"founding {self.asked_on}"


class FoundingStep(CommunityRow):
    """A stage that was reached, on its day. `note` is read by everybody and names nobody."""

    founding = models.ForeignKey(Founding, models.CASCADE, related_name="reached")
    code = models.CharField(max_length=24)
    on = models.DateField(_("哪天"))
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "founding", "code"], name="property_step_once"
            )
        ]

    def __str__(self) -> str:
        return self.code


class OwnersAssembly(CommunityRow):
    """A meeting of the owners that was announced. `told_on`: the day the residents' committee was
    told (residential estates: 15 days before, too). `asked`: owners who asked for an
    extraordinary one, of `owners`."""

    KINDS: ClassVar = [("ordinary", _("定期会议")), ("extraordinary", _("临时会议"))]

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="assemblies")
    kind = models.CharField(pgettext_lazy("assembly", "类别"), max_length=14, choices=KINDS)
    title = models.CharField(_("议题"), max_length=120)
    noticed_on = models.DateField(_("公告的日期"))
    told_on = models.DateField(_("告诉居委会的日期"))
    meets_on = models.DateField(_("开会的日期"))
    asked = models.PositiveIntegerField(_("要求开会的业主"), null=True, blank=True)
    owners = models.PositiveIntegerField(_("业主总数"), null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "estate", "-meets_on"], name="property_assembly_on")
        ]

    def __str__(self) -> str:
        return self.title


class Resolution(CommunityRow):
    """What the owners' assembly, a part of the owners or their committee decided, as the
    residents' committee received it. Owners whose rights it hurts may sue within a year from when
    they knew."""

    BY: ClassVar = [
        ("assembly", _("业主大会")),
        ("committee", _("业主委员会")),
        ("part", _("一栋楼、一个单元或者分摊费用的业主")),
    ]

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="resolutions")
    by = models.CharField(_("谁作的决定"), max_length=10, choices=BY)
    title = models.CharField(_("决定了什么"), max_length=160)
    decided_on = models.DateField(_("作出的日期"))
    posted_on = models.DateField(_("公告业主的日期"), null=True, blank=True)
    received_on = models.DateField(_("居委会收到的日期"))
    received_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(received_on__gte=F("decided_on")), name="property_received_after"
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "estate", "-decided_on"], name="property_resolution_on"
            )
        ]

    def __str__(self) -> str:
        return self.title


class RegimeChange(CommunityRow):
    """Who looks after an estate changed: from what to what, on which decision."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="regimes")
    before = models.CharField(max_length=10, choices=Estate.REGIMES)
    after = models.CharField(_("以后怎么管"), max_length=10, choices=Estate.REGIMES)
    on = models.DateField(_("从哪天起"))
    basis = models.CharField(_("根据什么决定"), max_length=200)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "estate", "-on"], name="property_regime_on")
        ]

    def __str__(self) -> str:
        return f"{self.before} {self.after}"
