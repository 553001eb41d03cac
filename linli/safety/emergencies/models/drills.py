"""Drills, and what was learned: in a drill or on the day itself."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow

DRILL_KINDS = [
    ("fire", _("消防疏散")),
    ("flood", _("防汛转移")),
    ("quake", _("地震避险")),
    ("calls", _("电话通知")),
    ("network", _("断网运行")),
    ("other", pgettext_lazy("drill", "其他")),
]


class Drill(CommunityRow):
    """One drill: planned for a day, then held (how many came, how long it took) or called off.
    Counts only."""

    kind = models.CharField(_("演练内容"), max_length=8, choices=DRILL_KINDS)
    title = models.CharField(_("名称"), max_length=80)
    on = models.DateField(_("哪一天"))
    where = models.CharField(_("在哪里"), max_length=120)
    plan = models.TextField(_("怎么演练"), max_length=1000, blank=True)
    state = models.CharField(max_length=7, default="planned")
    held_on = models.DateField(_("实际哪天"), null=True)
    present = models.PositiveIntegerField(_("到场人数"), null=True)
    homes = models.PositiveIntegerField(_("参加户数"), null=True)
    minutes = models.PositiveSmallIntegerField(_("用了几分钟"), null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["-on", "-id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(state__in=["planned", "off"], held_on__isnull=True)
                | Q(
                    state="held",
                    held_on__isnull=False,
                    present__isnull=False,
                    minutes__isnull=False,
                ),
                name="emergency_drill_state",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["community", "-on"], name="emergency_drill_on")]

    def __str__(self) -> str:
        return self.title


class Lesson(CommunityRow):
    """One lesson, and what follows from it. `planned`: the id of the plan item it became,
    which is altered in the plan."""

    drill = models.ForeignKey(Drill, models.PROTECT, null=True, related_name="lessons")
    incident = models.ForeignKey(
        "emergencies.Incident", models.PROTECT, null=True, related_name="lessons"
    )
    found = models.CharField(_("发现什么"), max_length=200)
    change = models.CharField(_("要改什么"), max_length=100)
    due_on = models.DateField(_("什么时候以前"))
    at = models.DateTimeField()
    planned = models.UUIDField(null=True, editable=False)
    done_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["due_on", "id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(drill__isnull=False, incident__isnull=True)
                | Q(drill__isnull=True, incident__isnull=False),
                name="emergency_lesson_of_one",
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "due_on"],
                condition=Q(done_at__isnull=True, withdrawn_at__isnull=True),
                name="emergency_lesson_open",
            )
        ]

    def __str__(self) -> str:
        return self.change
