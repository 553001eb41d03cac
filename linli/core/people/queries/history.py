"""What happened to a person here, by day, and how it stood on any day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from linli.core.people.models import Agency, Merge, Person, Tie
from linli.core.people.queries.agreements import agents_of, principals_of
from linli.core.people.queries.asked import LIVING
from linli.core.people.queries.dwellings import ties_of
from linli.core.places.models import Place
from linli.lib.calendar.periods import local_day


@dataclass(frozen=True, slots=True, repr=False)
class Happening:
    """One thing on one day. `what`: `registered`; `moved_in`, `moved_out` (a tie of `kind` began
    or ended at `dwelling`); `agency_began`, `agency_ended` (`other` may act for them);
    `acting_began`, `acting_ended` (they may act for `other`); `merged`, `unmerged`; `died`."""

    on: date
    what: str
    kind: str = ""
    dwelling: Place | None = None
    other: Person | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Stood:
    """A person as they stood on a day."""

    on: date
    ties: list[Tie]
    agents: list[Agency]
    principals: list[Agency]

    @property
    def registered_elsewhere(self) -> bool:
        """人户分离: lives at one dwelling here and is registered at another, or not here."""
        living = {tie.dwelling_id for tie in self.ties if tie.kind in LIVING}
        hukou = {tie.dwelling_id for tie in self.ties if tie.kind == Tie.HUKOU}
        return bool(living) and not living & hukou

    @property
    def lives_elsewhere(self) -> bool:
        """人户分离 the other way: registered here and not known to live here."""
        kinds = {tie.kind for tie in self.ties}
        return Tie.HUKOU in kinds and not kinds & set(LIVING)


def life_of(person: Person) -> list[Happening]:
    """Everything that happened, the latest first."""
    found = [*_ties(person), *_agencies(person), *_merges(person)]
    found.append(Happening(local_day(person.registered_at), "registered"))
    if person.died_on:
        found.append(Happening(person.died_on, "died"))
    return sorted(found, key=lambda each: (each.on, each.what), reverse=True)


def stood_on(person: Person, on: date) -> Stood:
    """How it stood on a day."""
    return Stood(
        on,
        list(ties_of(person, on)),
        list(agents_of(person, on)),
        list(principals_of(person, on)),
    )


def _ties(person: Person) -> Iterator[Happening]:
    for tie in ties_of(person):
        kind = tie.get_kind_display()
        yield Happening(tie.since, "moved_in", kind, tie.dwelling)
        if tie.until is not None:
            yield Happening(tie.until, "moved_out", kind, tie.dwelling)


def _agencies(person: Person) -> Iterator[Happening]:
    rows = Agency.objects.filter(
        Q(principal=person) | Q(agent=person), community=person.community_id
    ).select_related("principal", "agent")
    for row in rows:
        other = row.agent if row.principal_id == person.pk else row.principal
        code = "agency" if row.principal_id == person.pk else "acting"
        yield Happening(row.since, f"{code}_began", row.get_kind_display(), other=other)
        if row.until is not None:
            yield Happening(row.until, f"{code}_ended", row.get_kind_display(), other=other)


def _merges(person: Person) -> Iterator[Happening]:
    rows = Merge.objects.filter(community=person.community_id, kept=person)
    for row in rows.select_related("absorbed"):
        yield Happening(local_day(row.merged_at), "merged", other=row.absorbed)
        if row.undone_at is not None:
            yield Happening(local_day(row.undone_at), "unmerged", other=row.absorbed)
