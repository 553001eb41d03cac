"""The directory: who offers something near by, and every time somebody made sure of it."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import TitledInBoth
from linli.core.places.scope import CommunityRow
from linli.service.catalogue.models.choices import (
    ACCESS,
    PRICES,
    PROVIDER_KINDS,
    RESULTS,
    STEP_FREE,
)
from linli.service.catalogue.models.located import Located, one_place
from linli.service.catalogue.rules.openings import Hours, read_hours


class Provider(TitledInBoth, Located, CommunityRow):
    """A provider or partner: a home-help firm, a shop, a clinic, a legal aid station, a social
    organisation.

    `where` is a front desk that everybody may know; of one `by_phone_only` neither address nor
    point is kept at all, so that a shelter's cannot get out. `agreed_on`: when the person whose
    mobile it is agreed to be listed. `verified_on`: the last day on which somebody asked whether
    all this is still so. `gone_on`: it has stopped. There is no place in a row for money, so the
    order of a list cannot be bought.
    """

    CALLED = ("phone", "where", "offers", "price_fen", "price_unit", "step_free")
    """What is gone through on the telephone, besides the hours."""

    title = models.CharField(_("名称"), max_length=60)
    title_en = models.CharField(_("英文名称"), max_length=80, blank=True)
    kind = models.CharField(_("类别"), max_length=12, choices=PROVIDER_KINDS)
    body = models.ForeignKey("access.Body", models.SET_NULL, null=True, related_name="+")
    credit_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    offers = models.CharField(_("提供什么"), max_length=200)
    where = models.CharField(_("门面地址"), max_length=120, blank=True)
    by_phone_only = models.BooleanField(_("只留电话，不留地址"), default=False)
    phone = models.CharField(_("电话"), max_length=30)
    agreed_on = models.DateField(_("本人同意公开手机号的日期"), null=True)
    hours = models.JSONField(_("什么时候开门"), default=dict)
    price_class = models.CharField(_("收费"), max_length=4, choices=PRICES)
    price_fen = models.PositiveIntegerField(_("价格"), null=True)
    price_unit = models.CharField(_("按什么算"), max_length=20, blank=True)
    price_basis = models.CharField(_("价格依据"), max_length=200, blank=True)
    step_free = models.CharField(_("进门"), max_length=7, choices=STEP_FREE, default="unknown")
    access = models.JSONField(_("无障碍情况"), default=list)
    verified_on = models.DateField(_("核实于"))
    verified_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    gone_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "title"],
                condition=Q(gone_on__isnull=True),
                name="provider_title",
            ),
            models.CheckConstraint(
                condition=Q(by_phone_only=False)
                | Q(where="", spot__isnull=True, lon__isnull=True, lat__isnull=True),
                name="provider_address_hidden",
            ),
            one_place("provider_one_place"),
            models.CheckConstraint(
                condition=Q(price_class="free")
                | (Q(price_fen__gt=0) & ~Q(price_unit="") & ~Q(price_basis="")),
                name="provider_price_known",
            ),
        ]
        indexes = [
            models.Index(fields=["community", "gone_on", "verified_on"], name="provider_stale")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def opening(self) -> Hours:
        """Its hours as the rules read them."""
        return read_hours(self.hours)

    @property
    def access_titles(self) -> list[Any]:
        """What is known of getting in and about, in words."""
        return [title for key, title in ACCESS if key in self.access]


class ProviderCheck(CommunityRow):
    """One call (or visit): what it came to, and of each field that changed the old and the new.
    An old mobile number
    is kept masked."""

    provider = models.ForeignKey(Provider, models.CASCADE, related_name="checks")
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    result = models.CharField(max_length=11, choices=RESULTS)
    changes = models.JSONField(default=list)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["community", "provider", "-at"], name="provider_checks")]

    def __str__(self) -> str:
        return f"{self.result} {self.at:%F}"
