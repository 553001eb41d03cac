"""Which households were told of a notice at the door or on the telephone. Who read it on the
board or on a screen is nobody's business and is kept nowhere."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.mechanisms.publication.models.posting import Posting


class Told(CommunityRow):
    """One household told of one notice: `how`, and when. What it confirmed itself has no account.
    The rows go when the notice comes down; how many there were stays with it."""

    WAYS: ClassVar = [
        ("door", _("上门")),
        ("phone", _("电话")),
        ("confirmed", _("本户确认")),
    ]

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="households_told")
    household = models.ForeignKey("people.Household", models.CASCADE, related_name="+")
    how = models.CharField(max_length=10, choices=WAYS)
    at = models.DateTimeField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "posting", "household"], name="told_once")
        ]

    def __str__(self) -> str:
        return f"told {self.how}"
