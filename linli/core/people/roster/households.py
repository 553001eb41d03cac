"""Which household a tie read from a table belongs to.

By its register number where the table has one. Without numbers, those who live or are registered
at a dwelling are one household, and a second head of household (户主) begins a second one. A head is
not thereby the household's representative: that is whom the household names.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from linli.core.people.models import Batch, Household, Tie
from linli.core.people.roster.comparing import Entry
from linli.core.people.roster.reading import RosterRow
from linli.core.people.roster.register import Register
from linli.lib.identity.ids import id_following

_TOGETHER = (Tie.RESIDENT, Tie.HUKOU, Tie.TENANT)


class Households:
    """The households of one batch, as they are found or made. Their ids follow from the batch and
    the place, so that after an interruption the same ones are found again (`recall`)."""

    def __init__(self, batch: Batch, register: Register) -> None:
        self._batch = batch
        self._register = register
        self._by_number: dict[str, UUID] = {}
        self._by_dwelling: dict[UUID, UUID] = {}
        self._headed: set[UUID] = set()
        self._waiting: list[Household] = []
        self._made: Counter[UUID] = Counter()

    def join(self, entry: Entry, ties: list[Tie]) -> None:
        """Puts each new tie of a person into its household."""
        for tie in ties:
            tie.household_id = self._of(entry, tie.dwelling_id, tie.kind, tie.since)

    def recall(self, entries: Iterable[Entry]) -> None:
        """Goes through those who were written before: their households are there already."""
        for entry in entries:
            for new in entry.ties:
                self._of(entry, new.dwelling, new.kind, new.since)
        self._waiting = []

    def write_new(self) -> None:
        """Writes the households made since the last call; their ties come after."""
        Household.objects.bulk_create(self._waiting)
        self._waiting = []

    def _of(self, entry: Entry, dwelling: UUID, kind: str, since: date) -> UUID | None:
        row = next(row for row in entry.rows if row.dwelling == dwelling)
        if row.household:
            return self._numbered(row, since)
        return self._at(row, since) if kind in _TOGETHER else None

    def _numbered(self, row: RosterRow, since: date) -> UUID:
        known = self._register.household_numbers.get(row.household)
        if known is not None:
            return known[0]
        if row.household not in self._by_number:
            self._by_number[row.household] = self._make(row.dwelling, since, row.household)
        return self._by_number[row.household]

    def _at(self, row: RosterRow, since: date) -> UUID | None:
        known = self._register.households_at.get(row.dwelling, [])
        if known:
            # Of several households nobody here can say which one a newcomer joins.
            return known[0] if len(known) == 1 else None
        household = self._by_dwelling.get(row.dwelling)
        if household is None or (row.is_head and household in self._headed):
            household = self._make(row.dwelling, since, "")
            self._by_dwelling[row.dwelling] = household
        if row.is_head:
            self._headed.add(household)
        return household

    def _make(self, dwelling: UUID, since: date, number: str) -> UUID:
        self._made[dwelling] += 1
        made = Household(
            id=id_following(self._batch.pk, f"{dwelling} {self._made[dwelling]}"),
            community_id=self._batch.community_id,
            dwelling_id=dwelling,
            number=number,
            since=since,
            batch=self._batch,
        )
        self._waiting.append(made)
        return made.pk
