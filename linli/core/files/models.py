"""What is known of an upload; its bytes lie beside the database, see `store`."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.core.audit.closed import kind_is_closed
from linli.core.places.scope import CommunityRow


class StoredFile(CommunityRow):
    """One file of one row (`owner_kind`, `owner`). `bytes` and `sha256` are those of what is
    kept; `content_type` is what was found in it.

    Who sees it grows from `staff` (those who work on the owner) over `owner` (also whoever the
    row belongs to) to `public`. Forgotten, a file keeps its digest, its size and the reason.
    """

    KINDS = [("photo", _("照片")), ("document", _("文件")), ("table", _("表格"))]
    VISIBLE = [("staff", _("工作人员")), ("owner", _("工作人员与本人")), ("public", _("公开"))]

    owner_kind = models.CharField(max_length=60)
    owner = models.UUIDField()
    kind = models.CharField(max_length=8, choices=KINDS)
    name = models.CharField(max_length=160, blank=True)
    content_type = models.CharField(max_length=100)
    bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    stored_name = models.CharField(max_length=120, blank=True)
    visibility = models.CharField(max_length=6, choices=VISIBLE)
    created_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["community", "owner", "created_at"], name="file_of_owner"),
            models.Index(
                fields=["deleted_at"],
                condition=Q(deleted_at__isnull=False) & ~Q(stored_name=""),
                name="file_to_remove",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["photo", "document", "table"]), name="file_kind"
            ),
            models.CheckConstraint(
                condition=Q(visibility__in=["staff", "owner", "public"]), name="file_visibility"
            ),
            models.CheckConstraint(
                condition=(Q(deleted_at__isnull=True) & Q(reason="") & ~Q(stored_name=""))
                | (Q(deleted_at__isnull=False) & ~Q(reason="") & Q(name="")),
                name="file_kept_or_forgotten",
            ),
            models.UniqueConstraint(
                fields=["community", "stored_name"],
                condition=~Q(stored_name=""),
                name="file_stored_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_closed(self) -> bool:
        """Whether it belongs to a closed row: then it is as closed as that."""
        return kind_is_closed(self.owner_kind)

    @property
    def shown_name(self) -> str:
        """The name in its address: a photo's own name may name a person, so it has none."""
        if self.kind == "photo" or not self.name:
            return f"{self.pk.hex[-8:]}.{self.stored_name.rpartition('.')[2] or 'bin'}"
        return self.name

    @property
    def address(self) -> str:
        """Where it is served to those who may see it."""
        return reverse("files:show", args=[self.pk, self.shown_name])

    @property
    def small_address(self) -> str:
        """Where a photo is served small."""
        return reverse("files:show_small", args=[self.pk, self.shown_name])
