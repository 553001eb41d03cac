"""Films and performances brought here, and days of sport for everybody."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.culture.activities.words_learning import DELIVERY_KINDS, SPORT_DAY_KINDS


class Delivery(CommunityRow):
    """Culture asked for and brought to the door: what was wished, who came with it, how many
    watched, and what is told to the authority for culture."""

    kind = models.CharField(_("送什么来"), max_length=11, choices=DELIVERY_KINDS)
    wished = models.CharField(_("想看什么、为什么"), max_length=200)
    asked_of = models.CharField(_("向哪个部门提"), max_length=80)
    asked_on = models.DateField(_("哪天提的"))
    place = models.CharField(_("放在哪里"), max_length=80)
    shown = models.CharField(_("实际送了什么"), max_length=80, blank=True)
    deliverer = models.CharField(_("哪个单位送的"), max_length=80, blank=True)
    delivered_on = models.DateField(_("哪天送到的"), null=True)
    came = models.PositiveIntegerField(_("来了多少人"), null=True)
    feedback = models.CharField(_("居民说好不好、下次想要什么"), max_length=400, blank=True)
    sent_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(delivered_on__isnull=True, came__isnull=True, shown="")
                | (Q(delivered_on__gte=F("asked_on"), came__isnull=False) & ~Q(shown="")),
                name="delivery_came",
            ),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True)
                | (Q(delivered_on__isnull=False) & ~Q(feedback="")),
                name="delivery_told_of",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "-asked_on"], name="deliveries")]

    def __str__(self) -> str:
        return self.wished


class SportDay(CommunityRow):
    """A day of fitness tests, or the open day of 8 August. There is no field for what was
    measured: a result belongs to the person and is handed to them on the spot."""

    kind = models.CharField(_("是什么日子"), max_length=12, choices=SPORT_DAY_KINDS)
    title = models.CharField(_("名称"), max_length=60)
    starts_at = models.DateTimeField(_("开始"))
    ends_at = models.DateTimeField(_("结束"))
    place = models.CharField(_("地点"), max_length=80)
    held_with = models.CharField(_("谁来测、谁开放场地"), max_length=80)
    bring = models.CharField(_("带什么、注意什么"), max_length=200, blank=True)
    came = models.PositiveIntegerField(_("来了多少人"), null=True)
    called_off_for = models.CharField(_("取消的原因"), max_length=200, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="sport_day_order"),
            models.CheckConstraint(
                condition=Q(called_off_for="") | Q(came__isnull=True), name="sport_day_off_or_held"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "starts_at"], name="sport_days")]

    def __str__(self) -> str:
        return self.title
