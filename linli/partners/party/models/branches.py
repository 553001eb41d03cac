"""A branch, a group, a service team: its name, where it works, how its office is reached."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.partners.party.words import BRANCH_KINDS, TOTALS


class Branch(CommunityRow):
    """One unit of the Party organisation. `place`, `area`: the compound or building, or the grid it
    covers (neither: the whole community). `office`: the post and where it is met, never a person's
    own number. `counted_from`: from which day its meetings are looked for. `has_committee`: it has
    a committee of its own, which then meets. Who belongs to it is kept by the Party itself."""

    kind = models.CharField(_("类别"), max_length=10, choices=BRANCH_KINDS)
    name = models.CharField(_("名称"), max_length=60)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    place = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, blank=True, related_name="+"
    )
    area = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    has_committee = models.BooleanField(_("设支部委员会"), default=False)
    duties = models.TextField(_("职责"), max_length=1000, blank=True)
    office = models.CharField(_("在哪里找得到"), max_length=120, blank=True)
    phone = models.CharField(_("办公电话"), max_length=30, blank=True)
    counted_from = models.DateField(_("从哪天起按期开会"))
    until = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "name"],
                condition=Q(until__isnull=True),
                name="party_branch_name",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("counted_from")),
                name="party_branch_term",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "kind"], name="party_branch_kind")]

    def __str__(self) -> str:
        return self.name


class Total(CommunityRow):
    """One whole number as the Party organisation told it on a day. Nobody's row stands behind it;
    it is shown as told by the Party organisation."""

    kind = models.CharField(_("哪个数"), max_length=16, choices=TOTALS)
    on = models.DateField(_("截至哪天"))
    value = models.PositiveIntegerField(_("数"))
    told_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "kind", "on"], name="party_total_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class MonthTold(CommunityRow):
    """What was told of check-ins at the end of a month, written down once that month was over: in
    fives, and nothing where few came or few were missing. Rows behind it may go; what was told
    stays as it was."""

    on = models.DateField()
    reported = models.PositiveIntegerField(null=True)
    expected = models.PositiveIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "on"], name="party_month_once"),
            models.CheckConstraint(
                condition=Q(reported__isnull=True, expected__isnull=True)
                | Q(reported__isnull=False, expected__gte=F("reported")),
                name="party_month_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}"
