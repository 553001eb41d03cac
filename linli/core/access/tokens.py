"""The tokens of whoever did something through an account: those of the person of the register the
account is tied to, so that they count once, whether a fact came from their phone or from the desk.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Min, Q

from linli.core.access.models import Account, Residence
from linli.core.people.models import Tie
from linli.core.people.queries.asked import LIVING
from linli.core.people.tokens import Term, Tokens, holds
from linli.lib.facts import token


class Counted(NamedTuple):
    """Who a fact is counted for: the tokens of a person and of a household, where there are."""

    person: str | None = None
    household: str | None = None


class AccountTokens(Tokens):
    """Tokens of people known by an account, by a row of the register, or by both.

    Where there is a register, only those who lived here by it that day have any: whoever is counted
    is then one of the residents it is measured against.
    """

    def __init__(self, community: Any) -> None:
        super().__init__(community)
        self._register: tuple[date | None] | None = None
        self._tied: dict[UUID, UUID | None] = {}
        self._rooms: defaultdict[UUID, list[tuple[Term, UUID]]] = defaultdict(list)

    def meet_accounts(
        self, accounts: Iterable[UUID | None], persons: Iterable[UUID | None] = ()
    ) -> None:
        """Looks up the people of a batch; in five queries at most, however many there are."""
        asked = {account for account in accounts if account} - self._tied.keys()
        whom = {self.whom(person) for person in persons if person} - self._lived.keys()
        if not asked and not whom:
            return
        rows = {*whom, *self.absorbed(whom)}
        tied = Account.objects.filter(Q(pk__in=asked) | Q(person__in=rows))
        columns_of = tied.values_list("pk", "person_id", "person__community_id")
        found: dict[UUID, UUID | None] = {
            account: person if place == self._community else None
            for account, person, place in columns_of
        }
        fresh = found.keys() - self._tied.keys()
        lived = Residence.objects.filter(
            account__in=fresh, dwelling__community=self._community
        ).order_by("-since", "-id")
        columns = ("account_id", "since", "until", "dwelling_id")
        for account, since, until, dwelling in lived.values_list(*columns):
            room = ((since, until), dwelling)
            self._rooms[account].append(room)
            if person := found[account]:
                self._rooms[self.whom(person)].append(room)
        self._tied.update(found)
        self.meet((*whom, *found.values()))

    def of(self, on: date, account: UUID | None = None, person: UUID | None = None) -> Counted:
        """Whom a fact of that day counts for: the person, else whoever the account is tied to,
        else the account itself; nobody where neither is known, or who did not live here by a
        register that holds anybody. The household is where the register says they lived, else the
        dwelling their account belonged to."""
        person = person or (self._tied.get(account) if account else None)
        if self._has_register(on) and not (person and self.of_home(on, person)):
            return Counted()
        if person:
            home = self.of_home(on, person) or self._of_room(on, self.whom(person))
            return Counted(self.of_person(on, person), home)
        if account:
            return Counted(
                token(self._key, self._community, on.year, account), self._of_room(on, account)
            )
        return Counted()

    def _has_register(self, on: date) -> bool:
        """Whether the register held anybody by that day."""
        if self._register is None:
            lived = Tie.objects.filter(community=self._community, kind__in=LIVING)
            self._register = (lived.aggregate(first=Min("since"))["first"],)
        (first,) = self._register
        return first is not None and first <= on

    def _of_room(self, on: date, whose: UUID) -> str | None:
        rooms = [dwelling for term, dwelling in self._rooms[whose] if holds(term, on)]
        return self.of_dwelling(on, rooms[0]) if rooms else None
