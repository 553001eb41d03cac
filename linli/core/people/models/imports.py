"""A roster read from a table: the file until it is decided, and what it changed afterwards."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.models.person import Person
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow


class Batch(CommunityRow):
    """One file. Its content is kept sealed until it is taken in or decided against, at most for a
    day.

    It is written in blocks: `begun_at` is the moment all of it counts from, `written_to` the last
    row (`RosterRow.at`) of the last block, `decisions` what was decided on doubtful rows, by id.
    """

    PREVIEWED, WRITING, COMMITTED = "previewed", "writing", "committed"
    UNDONE, DROPPED = "undone", "dropped"
    STATES = [
        (PREVIEWED, _("待确认")),
        (WRITING, _("写入中")),
        (COMMITTED, _("已导入")),
        (UNDONE, _("已撤销")),
        (DROPPED, _("未导入")),
    ]

    state = models.CharField(max_length=10, choices=STATES, default=PREVIEWED)
    account = models.UUIDField(null=True)
    file_kind = models.CharField(max_length=8)
    digest = models.CharField(max_length=64)
    read_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    written_to = models.BigIntegerField(default=0)
    decisions = models.JSONField(default=dict)
    decided_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    options = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    content = SealedTextField(blank=True, default="")

    class Meta:
        constraints = [
            # Two files written at once could each make the same person.
            models.UniqueConstraint(
                fields=["community"], condition=Q(state="writing"), name="batch_writing_once"
            ),
            models.CheckConstraint(
                condition=~Q(state="writing") | Q(begun_at__isnull=False), name="batch_begun"
            ),
        ]
        indexes = [models.Index(fields=["community", "-read_at"], name="batch_read")]

    @property
    def counts_from(self) -> datetime:
        """The moment that stands on everything it wrote."""
        moment = self.begun_at or self.decided_at
        assert moment
        return moment

    def __str__(self) -> str:
        return f"{self.state} {self.read_at:%F %R}"


class Change(CommunityRow):
    """What a batch did to one person: the values before, sealed, and the ties it closed, until it
    can no longer be undone; that it did something stays, for the person to read."""

    NEW, CHANGED = "new", "changed"
    KINDS = [(NEW, _("新增")), (CHANGED, _("变更"))]

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="changes")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=KINDS)
    before = SealedTextField(blank=True, default="")
    closed = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "batch", "person"], name="change_once")
        ]

    def __str__(self) -> str:
        return self.kind
