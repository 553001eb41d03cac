"""Who does what: the lines of government offices and utilities."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.partners.organisations.models.organisation import Organisation


class OfficeDuty(CommunityRow):
    """A line of the directory: what an office or utility does for residents, and how to ask."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="lines")
    what = models.CharField(_("管什么事"), max_length=120)
    words = models.CharField(_("居民会怎么说（用空格分开）"), max_length=200, blank=True)
    phone = models.CharField(_("这件事打哪个电话"), max_length=30, blank=True)
    basis = models.CharField(_("依据"), max_length=160, blank=True)
    since = models.DateField(_("从哪天"))
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "what"],
                condition=Q(until__isnull=True),
                name="organisation_line_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="organisation_line_span",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "what"], name="organisation_line_named")
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def body(self) -> Organisation:
        """The body whose line it is."""
        return self.organisation
