"""Fire (消防法 32, 41): the office that keeps fire safety, the covenant, the volunteer force."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class FireKeeper(CommunityRow):
    """Which office keeps fire safety (消防安全管理人), and by which paper it was named. The office
    is told, not the person in it."""

    office = models.CharField(_("由哪个职务担任"), max_length=60)
    office_phone = models.CharField(_("办公电话"), max_length=30, blank=True)
    paper = models.CharField(_("确定的文件"), max_length=120)
    since = models.DateField(_("从哪天起"))
    until = models.DateField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["-since"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community"], condition=Q(until__isnull=True), name="firekeeper_one"
            )
        ]

    def __str__(self) -> str:
        return self.office


class FireCovenant(CommunityRow):
    """The fire covenant (防火安全公约) as it was adopted; a new one takes the place of the old."""

    text = models.TextField(_("公约全文"), max_length=4000)
    adopted_on = models.DateField(_("哪天通过的"))
    adopted_by = models.CharField(_("由谁通过"), max_length=80)
    replaced_on = models.DateField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["-adopted_on"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community"], condition=Q(replaced_on__isnull=True), name="covenant_one"
            )
        ]

    def __str__(self) -> str:
        return f"{self.adopted_on}"


class CovenantCount(CommunityRow):
    """How many households of a building signed the covenant: two numbers, no list."""

    covenant = models.ForeignKey(FireCovenant, models.CASCADE, related_name="counts")
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    signed = models.PositiveIntegerField(_("签了的户数"))
    households = models.PositiveIntegerField(_("全部户数"))
    counted_on = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "covenant", "place"], name="covenantcount_once"
            ),
            models.CheckConstraint(
                condition=Q(signed__lte=F("households")), name="covenantcount_within"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signed}/{self.households}"


class FireForce(CommunityRow):
    """The volunteer fire force (志愿消防队) on a day: how many, with what."""

    people = models.PositiveSmallIntegerField(_("多少人"))
    kit = models.CharField(_("有什么器材"), max_length=200, blank=True)
    on = models.DateField(_("哪天的情况"))

    class Meta:
        ordering: ClassVar = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.on} {self.people}"
