"""A table somebody brought: kept with its mapping and counts, so that it can be undone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class ImportBatch(CommunityRow):
    """One file of matters: read, looked at, taken in, perhaps undone."""

    STATES = [
        ("previewed", _("待确认")),
        ("running", _("导入中")),
        ("done", _("已导入")),
        ("failed", _("未导入")),
        ("undone", _("已撤销")),
    ]

    file = models.ForeignKey("files.StoredFile", models.SET_NULL, null=True, related_name="+")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=STATES, default="previewed")
    mapping = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    job = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["community", "-at"], name="import_newest")]

    def __str__(self) -> str:
        return self.file_name


class ImportChange(CommunityRow):
    """What an import changed in a matter that was there before, so that it can be put back."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="changes")
    matter = models.ForeignKey("matters.Matter", models.CASCADE, related_name="+")
    before = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "batch", "matter"], name="import_change_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.matter_id)
