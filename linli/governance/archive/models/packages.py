"""What was taken out of the archive as one package."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from linli.core.places.scope import CommunityRow


class Package(CommunityRow):
    """The archive of one year as a package that opens without this house (BagIt in a ZIP). The
    line stays; its file is taken away again after a while, so that nothing destroyed lives on in
    it. `sha256` is that of the ZIP: whoever has it can tell that it is this one."""

    STATES: ClassVar = ["making", "made", "gone"]

    year = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=6, default="making")
    items = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    bytes = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(state="making", made_at__isnull=True)
                | Q(state__in=["made", "gone"], made_at__isnull=False) & ~Q(sha256=""),
                name="archive_package_state",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-asked_at", "-id"], name="archive_packages")
        ]

    def __str__(self) -> str:
        return f"{self.year}"
