"""Jobs, and the minutes in which what time does was done."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class Job(CommunityRow):
    """A piece of long work. `params`, `checkpoint`, `result` and `message` hold ids, labels and
    numbers, never personal data. A job of the whole instance has no community.

    `claimed_by` is the token of the worker that has it; each of its transactions checks that the
    claim still stands, so that what two workers believe never reaches the data.
    """

    STATES = [
        ("waiting", _("排队等候")),
        ("running", _("进行中")),
        ("paused", _("已暂停")),
        ("done", _("已完成")),
        ("failed", _("没有完成")),
        ("cancelled", _("已取消")),
    ]
    ACTIVE = ("waiting", "running")

    community = models.ForeignKey(  # type: ignore[assignment]
        "places.Place", models.PROTECT, null=True, related_name="+"
    )
    kind = models.CharField(max_length=80)
    params = models.JSONField(default=dict)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=9, choices=STATES, default="waiting")
    total = models.PositiveIntegerField(null=True)
    done_count = models.PositiveIntegerField(default=0)
    message = models.CharField(max_length=200, blank=True)
    result = models.JSONField(default=dict)
    checkpoint = models.JSONField(default=dict)
    trouble = models.CharField(max_length=200, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    claimed_by = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField()
    enqueued_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="running", heartbeat_at__isnull=False) & ~Q(claimed_by="")
                | ~Q(state="running") & Q(claimed_by=""),
                name="job_claimed_while_running",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["done", "failed", "cancelled"], finished_at__isnull=False)
                | Q(state__in=["waiting", "running", "paused"], finished_at__isnull=True),
                name="job_finished",
            ),
            models.CheckConstraint(
                condition=Q(total__isnull=True) | Q(total__gte=F("done_count")), name="job_within"
            ),
        ]
        indexes = [
            models.Index(fields=["community", "-created_at"], name="job_newest"),
            models.Index(fields=["account", "-created_at"], name="job_own"),
            models.Index(
                fields=["state", "enqueued_at"],
                condition=Q(state__in=["waiting", "running"]),
                name="job_active",
            ),
            models.Index(fields=["finished_at"], name="job_finished"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def is_active(self) -> bool:
        """Whether it goes on by itself."""
        return self.state in self.ACTIVE

    def as_dict(self) -> dict[str, Any]:
        """How it stands, for a terminal or a page."""
        return {
            "id": str(self.pk),
            "kind": self.kind,
            "state": self.state,
            "done": self.done_count,
            "total": self.total,
            "result": self.result,
        }


class Tick(models.Model):
    """One minute in which every app's `due.run` was called, by one worker. `failures` names the
    apps that failed and where in the code, in no one's words."""

    minute = models.DateTimeField(primary_key=True)
    worker = models.CharField(max_length=120)
    finished_at = models.DateTimeField(null=True)
    failures = models.JSONField(default=list)
    failed = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["-minute"], condition=Q(failed__gt=0), name="tick_failed")]

    def __str__(self) -> str:
        return f"{self.minute:%F %H:%M}"
