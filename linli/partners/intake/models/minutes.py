"""How long the committee worked for whom."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.partners.intake.rules import LONGEST_ENTRY
from linli.partners.intake.words import KINDS


class Minutes(CommunityRow):
    """Minutes spent on what an office asked for. It says for whom and on what, never who worked:
    the log measures the asking office, not the worker. An entry is struck out, never changed."""

    body = models.ForeignKey("access.Body", models.PROTECT, related_name="+")
    request = models.ForeignKey(
        "intake.Request", models.PROTECT, null=True, blank=True, related_name="minutes"
    )
    kind = models.CharField(_("用在什么上"), max_length=12, choices=KINDS, default="form")
    what = models.CharField(_("做了什么"), max_length=80)
    on = models.DateField(_("哪一天"))
    minutes = models.PositiveIntegerField(_("分钟"))
    struck_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=LONGEST_ENTRY),
                name="intake_minutes_possible",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "on", "body"], name="intake_minutes_on"),
            models.Index(fields=["community", "request"], name="intake_minutes_request"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} {self.on}"
