"""A roster read from a table: the file until it is decided, and what it changed afterwards."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.core.people.models.person import Person
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow


class Batch(CommunityRow):
    """One file. Its content is kept sealed between preview and decision, at most for a day."""

    PREVIEWED, COMMITTED, UNDONE, DROPPED = "previewed", "committed", "undone", "dropped"
    STATES = [
        (PREVIEWED, _("待确认")),
        (COMMITTED, _("已导入")),
        (UNDONE, _("已撤销")),
        (DROPPED, _("未导入")),
    ]

    state = models.CharField(max_length=10, choices=STATES, default=PREVIEWED)
    account = models.UUIDField(null=True)
    file_kind = models.CharField(max_length=8)
    digest = models.CharField(max_length=64)
    read_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    options = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    content = SealedTextField(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["community", "-read_at"], name="batch_read")]

    def __str__(self) -> str:
        return f"{self.state} {self.read_at:%F %R}"


class Change(CommunityRow):
    """What a batch did to one person: the values before, sealed; and the ties it closed."""

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
