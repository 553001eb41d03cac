"""From a scanned tag to its place."""

from django.db.models import QuerySet

from linli.core.places.models import Place, PlaceTag


def place_of_tag(code: str) -> Place | None:
    """The place a tag stands for; None for one that is unknown or revoked, or whose place ended."""
    tag = (
        PlaceTag.objects.filter(code=code, revoked_at__isnull=True, place__until__isnull=True)
        .select_related("place__community")
        .first()
    )
    return tag.place if tag else None


def tags_of(community: Place) -> "QuerySet[PlaceTag]":
    """The tags that lead somewhere in a community, in the order of their places."""
    return (
        PlaceTag.objects.filter(
            place__community=community, place__until__isnull=True, revoked_at__isnull=True
        )
        .select_related("place")
        .order_by("place__position", "issued_at")
    )
