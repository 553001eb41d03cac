"""People of a test who live in their community, by its register."""

from datetime import date
from typing import Any
from uuid import UUID

from linli.core.people.models import Tie
from linli.core.places.models import Place

SINCE = date(2020, 1, 1)


def live_here(community: Any, *persons: UUID) -> Place:
    """Makes usual residents of them, behind one door, which is given back."""
    home = Place.objects.filter(community=community, kind="dwelling").order_by("pk").first()
    assert home is not None
    for person in persons:
        Tie.objects.create(
            community=community, person_id=person, dwelling=home, kind=Tie.RESIDENT, since=SINCE,
            source="desk",
        )  # fmt: skip
    return home
