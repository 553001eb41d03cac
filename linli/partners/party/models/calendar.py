"""Meetings of a branch, what it pledged, and what it publishes of its affairs."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.partners.party.models.branches import Branch
from linli.partners.party.words import SORTS


class Meeting(CommunityRow):
    """A meeting of 三会一课, a theme day, an organisation-life meeting: planned for a day, held on
    one. `present` is how many came, never who; `minutes` is the title of a record that is kept in
    the Party's own files."""

    branch = models.ForeignKey(Branch, models.PROTECT, related_name="meetings")
    sort = models.CharField(_("什么会"), max_length=10, choices=SORTS)
    topic = models.CharField(_("主题"), max_length=80)
    venue = models.CharField(_("地点"), max_length=80, blank=True)
    planned_on = models.DateField(_("计划哪天"))
    held_on = models.DateField(_("实际哪天"), null=True)
    present = models.PositiveIntegerField(_("到会人数"), null=True)
    minutes = models.CharField(_("记录的标题"), max_length=80, blank=True)
    dropped_for = models.CharField(_("不开的原因"), max_length=160, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, present__isnull=True, minutes="")
                | Q(held_on__isnull=False, present__gte=1, dropped_for="") & ~Q(minutes=""),
                name="party_meeting_held",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "planned_on"], name="party_meeting_planned"),
            models.Index(fields=["community", "branch", "held_on"], name="party_meeting_held_on"),
        ]

    def __str__(self) -> str:
        return f"{self.sort} {self.planned_on}"

    @property
    def is_planned(self) -> bool:
        return self.held_on is None and not self.dropped_for


class Pledge(CommunityRow):
    """What a branch or a team promised to do by a day, in words for everybody. Of a branch, never
    of a member."""

    branch = models.ForeignKey(Branch, models.PROTECT, related_name="pledges")
    title = models.CharField(_("承诺做什么"), max_length=80)
    promised_on = models.DateField()
    due_on = models.DateField(_("哪天以前"))
    kept_on = models.DateField(_("哪天做到"), null=True)
    told = models.CharField(_("做得怎么样"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(kept_on__isnull=True, told="")
                | (Q(kept_on__gte=F("promised_on")) & ~Q(told="")),
                name="party_pledge_kept",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("promised_on")), name="party_pledge_due"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "due_on"], name="party_pledge_due_on")
        ]

    def __str__(self) -> str:
        return f"{self.due_on}"


class Affair(CommunityRow):
    """One item of the disclosure list for one time, as it was published. `item` is its key in the
    list (`items.toml`); `starts` and `ends` are the time it is about; `due_on` is the last day by
    the list of the day it was published."""

    item = models.CharField(max_length=24)
    starts = models.DateField()
    ends = models.DateField()
    due_on = models.DateField()
    published_on = models.DateField()
    posting = models.ForeignKey("publication.Posting", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "item", "starts"], name="party_affair_once"
            ),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="party_affair_time"),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.starts}"
