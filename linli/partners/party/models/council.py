"""The joint building council: the meetings, letters back to units, wishes that branches take on."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.partners.party.models.branches import Branch
from linli.partners.party.models.serving import UnitCheckIn


class Council(CommunityRow):
    """One meeting of the joint council: the mechanism keeps its door and its minutes."""

    gathering = models.OneToOneField("gathering.Gathering", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.pk}"


class Letter(CommunityRow):
    """What the community tells a unit of a time, in counts that were so on the day it was written:
    needs taken on, met, met in time. Of members nothing."""

    unit = models.ForeignKey(UnitCheckIn, models.PROTECT, related_name="letters")
    starts = models.DateField()
    ends = models.DateField()
    written_on = models.DateField()
    taken = models.PositiveIntegerField()
    met = models.PositiveIntegerField()
    in_time = models.PositiveIntegerField()
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
