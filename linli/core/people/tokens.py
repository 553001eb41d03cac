"""What stands for people and households in facts: one token for one person, from whichever room.

    tokens = Tokens(community)
    tokens.meet(persons)                 # a batch, in two queries
    tokens.of_person(on, person), tokens.of_home(on, person)

A token says that two facts are of one person and nothing else (`lib.facts.token`): it is another
in another community and in another year.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.people.keys import index_key
from linli.core.people.models import Person, Tie
from linli.core.people.queries.asked import LIVING
from linli.lib.facts import token

Term = tuple[date, date | None]


class Tokens:
    """The tokens of one community. What was met before is kept, so that a stream of facts is read
    batch by batch."""

    def __init__(self, community: Any) -> None:
        self._community = community.pk
        self._key = index_key()
        self._became: dict[UUID, UUID] | None = None
        self._lived: dict[UUID, list[tuple[int, Term, UUID]]] = {}

    def meet(self, persons: Iterable[UUID | None]) -> None:
        """Looks up where these people live and lived; in one query for those not met before."""
        known = {self.whom(person) for person in persons if person} - self._lived.keys()
        if not known:
            return
        self._lived.update({person: [] for person in known})
        ties = Tie.objects.filter(
            community=self._community, person__in=list(known), kind__in=LIVING
        ).order_by("-since", "id")
        columns = ("person_id", "kind", "since", "until", "dwelling_id")
        for person, kind, since, until, dwelling in ties.values_list(*columns).iterator(2000):
            self._lived[person].append((LIVING.index(kind), (since, until), dwelling))

    def whom(self, person: UUID) -> UUID:
        """Who a row of the register turned out to be."""
        became = self._mergers()
        while person in became:
            person = became[person]
        return person

    def absorbed(self, persons: Collection[UUID]) -> set[UUID]:
        """The rows of the register that turned out to be one of these people."""
        return {row for row in self._mergers() if self.whom(row) in persons}

    def _mergers(self) -> dict[UUID, UUID]:
        if self._became is None:
            merged = Person.objects.filter(
                community=self._community, merged_into__isnull=False
            ).values_list("pk", "merged_into_id")
            self._became = dict(merged)
        return self._became

    def of_person(self, on: date, person: UUID) -> str:
        """The token of a person of the register, by the year of that day."""
        return token(self._key, self._community, on.year, self.whom(person))

    def of_dwelling(self, on: date, dwelling: UUID) -> str:
        """The token of the household of a dwelling: who lives behind one door is one household,
        as the community counts its households."""
        return token(self._key, self._community, on.year, dwelling)

    def of_home(self, on: date, person: UUID) -> str | None:
        """The token of the household a person one has met belonged to on that day; none where the
        register does not say where they lived."""
        lived = self._lived[self.whom(person)]
        at_home = [(near, dwelling) for near, term, dwelling in lived if holds(term, on)]
        return self.of_dwelling(on, min(at_home, key=_near)[1]) if at_home else None


def holds(term: Term, on: date) -> bool:
    """Whether a term holds on a day; its end is the first day without it."""
    since, until = term
    return since <= on and (until is None or on < until)


def _near(home: tuple[int, UUID]) -> int:
    return home[0]
