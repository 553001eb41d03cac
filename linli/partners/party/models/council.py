"""The joint building council: what is needed, what units can give, the meetings, letters back."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.partners.party.models.branches import Branch
from linli.partners.party.models.serving import UnitCheckIn
from linli.partners.party.words import NEED_KINDS


class Resource(CommunityRow):
    """What a unit can give: a hall on Saturdays, a lawyer's afternoon."""

    unit = models.ForeignKey(UnitCheckIn, models.PROTECT, related_name="resources")
    kind = models.CharField(_("哪一类"), max_length=8, choices=NEED_KINDS)
    title = models.CharField(_("能提供什么"), max_length=80)
    about = models.CharField(_("什么条件"), max_length=200, blank=True)
    offered_on = models.DateField()
    until = models.DateField(_("到哪天"), null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("offered_on")),
                name="party_resource_term",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Need(CommunityRow):
    """A need on the council's list, of the community and of nobody: listed, matched with a unit or
    a branch (then it is a project), met. Everybody reads it."""

    kind = models.CharField(_("哪一类"), max_length=8, choices=NEED_KINDS)
    title = models.CharField(_("需要什么"), max_length=80)
    about = models.CharField(_("说明"), max_length=300, blank=True)
    listed_on = models.DateField()
    due_on = models.DateField(_("希望哪天以前"))
    unit = models.ForeignKey(UnitCheckIn, models.PROTECT, null=True, related_name="needs")
    branch = models.ForeignKey(Branch, models.PROTECT, null=True, related_name="needs")
    resource = models.ForeignKey(Resource, models.PROTECT, null=True, related_name="needs")
    matched_on = models.DateField(null=True)
    met_on = models.DateField(_("哪天办成"), null=True)
    told = models.CharField(_("办成了什么"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(due_on__gte=F("listed_on")), name="party_need_due"),
            models.CheckConstraint(
                condition=Q(matched_on__isnull=True, unit__isnull=True, branch__isnull=True)
                | Q(matched_on__isnull=False, unit__isnull=False, branch__isnull=True)
                | Q(matched_on__isnull=False, unit__isnull=True, branch__isnull=False),
                name="party_need_matched",
            ),
            models.CheckConstraint(
                condition=Q(met_on__isnull=True, told="")
                | (Q(matched_on__isnull=False, met_on__gte=F("matched_on")) & ~Q(told="")),
                name="party_need_met",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "due_on"], name="party_need_due_on")]

    def __str__(self) -> str:
        return f"{self.title}"

    @property
    def taken_by(self) -> Any:
        """The unit or the branch that took it on."""
        return self.unit or self.branch


class Council(CommunityRow):
    """One meeting of the joint council: the mechanism keeps its door and its minutes."""

    gathering = models.OneToOneField("gathering.Gathering", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.pk}"


class Letter(CommunityRow):
    """What the community tells a unit of a time, in counts that were so on the day it was written:
    needs taken on, met, met in time. `members`: how many who checked in named the unit, where ten
    or more did."""

    unit = models.ForeignKey(UnitCheckIn, models.PROTECT, related_name="letters")
    starts = models.DateField()
    ends = models.DateField()
    written_on = models.DateField()
    taken = models.PositiveIntegerField()
    met = models.PositiveIntegerField()
    in_time = models.PositiveIntegerField()
    members = models.PositiveIntegerField(null=True)
    words = models.CharField(_("想对单位说的话"), max_length=300, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "unit", "starts", "ends"], name="party_letter_once"
            ),
            models.CheckConstraint(
                condition=Q(ends__gte=F("starts"), met__lte=F("taken"), in_time__lte=F("met")),
                name="party_letter_counts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts} {self.ends}"


class WishTaken(CommunityRow):
    """A micro-wish a branch promised to meet. The wish lives in its own room, with whose it is;
    here stands the sentence everybody reads. `wish`: its id there."""

    branch = models.ForeignKey(Branch, models.PROTECT, related_name="wishes")
    wish = models.UUIDField()
    number = models.CharField(max_length=16)
    title = models.CharField(max_length=60)
    taken_on = models.DateField()
    let_go_on = models.DateField(null=True)
    met_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "wish"],
                condition=Q(let_go_on__isnull=True),
                name="party_wish_once",
            ),
            models.CheckConstraint(
                condition=Q(let_go_on__isnull=True) | Q(met_on__isnull=True),
                name="party_wish_ended_once",
            ),
        ]

    def __str__(self) -> str:
        return self.number
