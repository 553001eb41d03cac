"""Who stands in for whom, and who reads their calendar elsewhere."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class StandIn(CommunityRow):
    """For some days somebody else sees what one holds, and does what they may of it."""

    absent = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    stand_in = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    since = models.DateField(_("从哪天起"))
    until = models.DateField(_("到哪天止"))
    reason = models.CharField(_("原因"), max_length=200)
    named_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="stand_in_days"),
            models.CheckConstraint(condition=~Q(absent=F("stand_in")), name="stand_in_other"),
            models.CheckConstraint(condition=~Q(reason=""), name="stand_in_reason"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "until"], name="stand_in_until"),
            models.Index(fields=["community", "stand_in", "until"], name="stand_in_of"),
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until}"


class Feed(CommunityRow):
    """A link by which a person's own calendar program reads what falls due. Only a digest of the
    link is kept; another link or none, and the former no longer opens anything."""

    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    digest = models.BinaryField(max_length=32, unique=True, null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "account"], name="feed_once")
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%F}"

    @property
    def is_open(self) -> bool:
        """Whether its link still opens it."""
        return self.digest is not None
