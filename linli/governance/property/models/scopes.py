"""A question put to the owners of one building or entrance: a lift, or a home used for business.
What a household answered is for that household; the desk sees counts."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow
from linli.governance.property.models.estate import Estate, Owner, Unit
from linli.governance.property.words import ANSWERS


class ScopeCase(CommunityRow):
    """Who is asked is settled when it begins (`households`), and by which day's law it is judged
    (`law_on`). `costs`: how the cost is shared, one line to a floor; everybody reads it. `asked`:
    how many units; the households themselves go a year after it is over."""

    KINDS: ClassVar = [("lift", _("加装电梯")), ("business", _("住宅改为经营用房"))]
    STAGES: ClassVar = [
        ("consulting", _("征求意见")),
        ("posted", _("方案公示")),
        ("agreed", _("达成一致")),
        ("approved", _("审批通过")),
        ("building", _("施工")),
        ("accepted", _("验收使用")),
        ("dropped", _("不做了")),
    ]

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="scope_cases")
    kind = models.CharField(pgettext_lazy("scope", "类别"), max_length=8, choices=KINDS)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    title = models.CharField(_("名称"), max_length=80)
    about = models.TextField(_("方案"), max_length=1500)
    costs = models.TextField(_("费用分摊"), max_length=1000, blank=True)
    asked = models.PositiveIntegerField(default=0)
    law_on = models.DateField()
    stage = models.CharField(max_length=10, choices=STAGES, default="consulting")
    stage_since = models.DateField()
    post_until = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "place", "kind"],
                condition=~Q(stage__in=("accepted", "dropped")) & Q(kind="lift"),
                name="property_lift_one",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "kind", "-stage_since"], name="property_scope_kind")
        ]

    def __str__(self) -> str:
        return self.title


class ScopeHousehold(CommunityRow):
    """One unit that is asked: its area and its owner on that day. `answer` is
    seen by that household alone."""

    case = models.ForeignKey(ScopeCase, models.CASCADE, related_name="households")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    owner = models.ForeignKey(Owner, models.PROTECT, related_name="+")
    area = models.PositiveBigIntegerField()
    answer = models.CharField(_("答复"), max_length=6, choices=ANSWERS, blank=True)
    on_paper = models.BooleanField(_("纸上答复"), default=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "case", "unit"], name="property_asked_once"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="property_answered_at",
            ),
        ]

    def __str__(self) -> str:
        return f"household {self.pk}"


class ScopeEvent(CommunityRow):
    """A step of the case on its day: a stage reached, or a talk with those who object. `words`
    are read by everybody and tell of no household."""

    KINDS: ClassVar = [
        ("stage", _("进到下一步")),
        ("talk", _("协商")),
        ("mediation", _("调解")),
    ]

    case = models.ForeignKey(ScopeCase, models.CASCADE, related_name="events")
    kind = models.CharField(pgettext_lazy("scope event", "类别"), max_length=10, choices=KINDS)
    stage = models.CharField(max_length=10, choices=ScopeCase.STAGES, blank=True)
    on = models.DateField(_("哪天"))
    words = models.CharField(_("说明"), max_length=400, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "case", "on"], name="property_scope_event")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
