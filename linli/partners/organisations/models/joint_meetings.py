"""The joint meeting: units send a delegate when their matters are discussed."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.partners.organisations.models.units import ResidentUnit


class JointMeeting(CommunityRow):
    """A joint meeting, over the mechanism's gathering that holds its door and its minutes."""

    gathering = models.OneToOneField("gathering.Gathering", models.CASCADE, related_name="+")

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return str(self.gathering_id)


class AskedUnit(CommunityRow):
    """A unit asked to send a delegate, and the matter of its that is discussed (RCL 46): it comes
    for that, and is no member of the committee."""

    meeting = models.ForeignKey(JointMeeting, models.CASCADE, related_name="asked")
    unit = models.ForeignKey(ResidentUnit, models.PROTECT, related_name="+")
    matter = models.CharField(_("因为议到什么"), max_length=120)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "meeting", "unit"], name="askedunit_once")
        ]

    def __str__(self) -> str:
        return self.matter
