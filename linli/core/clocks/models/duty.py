"""Recurring duties of a community: what it changed in the declared ones, and each time round."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.access.posts import posts_to_choose
from linli.core.places.scope import CommunityRow
from linli.lib.identity.ids import new_id

RHYTHMS = [
    ("day", _("每个工作日")),
    ("week", _("每周")),
    ("month", _("每月")),
    ("quarter", _("每季度")),
    ("half_year", _("每半年")),
    ("year", _("每年")),
]


class Turn(CommunityRow):
    """One time round of a duty, known by its key. Its clock says until when; `kept` says how it
    was done: by an act in the book, or by somebody's word, with a note.
    """

    KEPT: ClassVar = [("record", _("有记录")), ("word", _("有人确认"))]

    key = models.CharField(max_length=80)
    opens = models.DateField()
    due_on = models.DateField()
    closes = models.DateField()
    kept = models.CharField(max_length=6, choices=KEPT, blank=True)
    entry = models.UUIDField(null=True)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "key", "opens"], name="turn_once"),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="turn_period"),
            models.CheckConstraint(condition=Q(kept__in=["", "record", "word"]), name="turn_kept"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.opens}"


class DutyChange(CommunityRow):
    """What a community keeps of a declared duty, or a duty of its own (`own`), and why.

    `day`, `month` and `weekday` stand in the place of the declared ones where they are given.
    """

    key = models.CharField(max_length=80)
    own = models.BooleanField(default=False)
    off = models.BooleanField(default=False)
    title = models.CharField(_("要做的事"), max_length=80, blank=True)
    title_en = models.CharField(max_length=120, blank=True)
    every = models.CharField(_("多久一次"), max_length=10, choices=RHYTHMS, blank=True)
    day = models.PositiveSmallIntegerField(default=0)
    month = models.PositiveSmallIntegerField(default=0)
    weekday = models.PositiveSmallIntegerField(default=0)
    post = models.CharField(_("由谁负责"), max_length=40, choices=posts_to_choose, blank=True)
    reason = models.CharField(_("原因"), max_length=400)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "key"], name="duty_change_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="duty_change_reason"),
            models.CheckConstraint(
                condition=Q(own=False) | (~Q(title="") & ~Q(every="") & ~Q(post="")),
                name="duty_change_own",
            ),
            models.CheckConstraint(
                condition=Q(day__lte=31, month__lte=12, weekday__lte=7), name="duty_change_day"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class DutyWatch(CommunityRow):
    """Up to which day a community's turns were made, and from which declarations."""

    made_on = models.DateField()
    declared = models.CharField(max_length=16)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community"], name="duty_watch_once")
        ]

    def __str__(self) -> str:
        return str(self.made_on)


class BookLook(models.Model):
    """Up to when the book was looked through for acts that keep a duty."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.until:%F %T}"
