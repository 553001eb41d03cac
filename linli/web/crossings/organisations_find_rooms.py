"""Where an organisation may meet, told to it from the register of venues: titles and addresses."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from linli.culture.facilities.models import Facility
from linli.partners.organisations.spaces import Space, tell_spaces

ROOMS = ("room", "hall", "ground")


def rooms_to_book(community: Any) -> Iterator[Space]:
    """What residents can book themselves, by name."""
    rows = Facility.objects.filter(
        community=community, kind__in=ROOMS, bookable=True, by_residents=True, listed=True,
        withdrawn_at__isnull=True,
    )  # fmt: skip
    for room in rows.order_by("name"):
        page = reverse("facilities:show", args=[community.code, room.pk])
        yield Space(room.name, page, room.where)


tell_spaces(rooms_to_book)
