"""Tags: short codes printed as a QR code at a place, so that a phone knows where it is."""

from django.db import models

from linli.core.places.models.place import Place
from linli.lib.identity.ids import new_id


class PlaceTag(models.Model):
    """A code that stands for a place. It is unguessable, so that nobody walks through a city by
    counting, and it can be revoked when a sticker is torn off or copied.

    Not a community row: whoever scans it does not know the community yet, the tag tells it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=16, unique=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="tags")
    issued_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.code

    @property
    def community_id(self) -> object:
        """The community of the place, for permission and audit."""
        return self.place.community_id
