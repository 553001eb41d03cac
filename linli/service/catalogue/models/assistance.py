"""For which office the committee posted a notice about help. No word about anybody."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow

SCHEMES = [
    ("minimum_living", _("最低生活保障")),
    ("marginal_household", _("最低生活保障边缘家庭")),
    ("extreme_poverty", _("特困人员救助供养")),
    ("necessary_spending", _("刚性支出困难家庭救助")),
    ("temporary_relief", _("临时救助")),
]


class AssistanceNotice(CommunityRow):
    """The paper by which the deciding office asked, and the notice that came of it. Who is named
    stands in the notice alone, and is gone with it."""

    office = models.CharField(_("审核确认单位"), max_length=60)
    paper = models.CharField(_("来文"), max_length=80)
    received_on = models.DateField(_("收到日期"))
    scheme = models.CharField(_("救助种类"), max_length=20, choices=SCHEMES)
    posting = models.OneToOneField(
        "publication.Posting", models.CASCADE, null=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(scheme__in=[key for key, _title in SCHEMES]),
                name="assistance_scheme",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-id"], name="assistance_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.received_on:%F}"
