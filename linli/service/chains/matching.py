"""Which dwelling an entry means, and between which a person has to choose."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from linli.core.people.models import Tie
from linli.core.people.queries.dwellings import in_term
from linli.core.people.roster.addresses import AddressBook, Found
from linli.core.places.models import Place

MOST_OFFERED = 12


class Matcher:
    """The dwellings of a community as the neighbours of one list write them."""

    def __init__(self, community: Place, where: str) -> None:
        self._community = community
        self._book = AddressBook(community)
        self._within = self._book.within(where)

    def find(self, hint: str) -> Found:
        """The dwelling of a hint; an empty hint means none."""
        return self._book.find(hint, self._within) if hint else Found(None)

    def offered(self, hint: str, name: str, on: date) -> Sequence[Place]:
        """Dwellings to choose from: those the hint may mean, and those where somebody of just
        this name lives. A name alone is never taken for an answer."""
        wanted = [*self.find(hint).among, *self._homes_of(name, on)]
        places = Place.objects.filter(community=self._community, pk__in=wanted)
        found = places.in_bulk()
        return [found[pk] for pk in dict.fromkeys(wanted) if pk in found][:MOST_OFFERED]

    def _homes_of(self, name: str, on: date) -> Sequence[UUID]:
        if len(name) < 2:
            return []
        ties = Tie.objects.filter(in_term(on), community=self._community, person__name=name)
        return list(ties.values_list("dwelling", flat=True).distinct()[:MOST_OFFERED])
