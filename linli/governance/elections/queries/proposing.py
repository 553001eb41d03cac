"""Whom the roster suggests for registration, and whom a worker means by what they typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from linli.core.people.models import Person, Tie
from linli.core.people.presentation import MaskedPerson, Sight
from linli.core.people.queries import dwellings_of, persons_in, search_persons
from linli.core.people.rules import age_on
from linli.governance.elections.models import Election, Registration
from linli.governance.elections.models.roll import GROUNDS
from linli.governance.elections.yardsticks import law_of
from linli.lib.calendar import corresponding_day
from linli.mechanisms.ballot.models import Elector

MOST_FOUND = 12
LIVING = (Tie.HUKOU, Tie.RESIDENT, Tie.TENANT)


@dataclass(frozen=True, slots=True)
class Hit:
    """One person as those see them who prepare an election: name, stair and age, no number."""

    who: MaskedPerson
    age: int | None
    note: str = ""


def found_people(community: Any, text: str, on: date) -> list[Hit]:
    """Those a worker may mean, the first dozen."""
    return shown(community, list(search_persons(community, text)[:MOST_FOUND]), on)


def shown(community: Any, persons: Sequence[Person], on: date) -> list[Hit]:
    """People as the pages of an election show them."""
    homes = dwellings_of(community, [person.pk for person in persons], on)
    return [
        Hit(
            MaskedPerson(
                Sight.MASKED,
                person.pk,
                person.name,
                address=homes[person.pk].stairs_name if person.pk in homes else "",
            ),
            age_on(person.birth_date, on) if person.birth_date else None,
        )
        for person in persons
    ]


def by_id(hits: Iterable[Hit]) -> dict[UUID | None, Hit]:
    """The same by the person's id."""
    return {hit.who.person: hit for hit in hits}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One whom the roster bears out and nobody has registered yet."""

    hit: Hit
    ground: str


def proposals(election: Election, *, after: str = "", limit: int = 40) -> list[Proposal]:
    """Adults on election day with hukou here, or living here, whom nobody has registered: whom a
    worker may ask next. By name, a page at a time (`after`: the last name_keys and id)."""
    day = election.day
    holds = Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))
    ties = Tie.objects.filter(
        holds, community=election.community_id, person=OuterRef("pk"), kind__in=LIVING
    )
    taken = Registration.objects.filter(
        community=election.community_id,
        election=election,
        person=OuterRef("pk"),
        state__in=("applied", "registered", "refused", "withdrawn"),
    )
    rows = persons_in(election.community_id).filter(
        Exists(ties),
        ~Exists(taken),
        died_on__isnull=True,
        birth_date__lte=corresponding_day(day, -12 * law_of(election, day).age),
    )
    if election.mode == "households":
        rows = rows.filter(Exists(_speaking_for_a_household(election)))
    name, _, last = after.rpartition("_")
    if last:
        rows = rows.filter(Q(name__gt=name) | Q(name=name, pk__gt=_uuid(last)))
    persons = list(rows.order_by("name", "pk")[:limit])
    hukou = set(
        Tie.objects.filter(
            holds,
            community=election.community_id,
            person__in=[person.pk for person in persons],
            kind=Tie.HUKOU,
        ).values_list("person_id", flat=True)
    )
    words = dict(GROUNDS)
    return [
        Proposal(hit, str(words["hukou" if hit.who.person in hukou else "resident"]))
        for hit in shown(election.community_id, persons, day)
    ]


def _speaking_for_a_household(election: Election) -> Any:
    """The ties of whoever may speak for a household that nobody speaks for yet: whom it has
    named, or any of it while it has named nobody."""
    day = election.day
    spoken = Registration.objects.filter(
        community=election.community_id,
        election=election,
        household=OuterRef("household"),
        state__in=("applied", "registered"),
    )
    return Tie.objects.filter(
        Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day)),
        Q(household__representative__isnull=True) | Q(household__representative=F("person")),
        ~Exists(spoken),
        community=election.community_id,
        person=OuterRef("pk"),
        household__isnull=False,
    )


def found_on_roll(election: Election, text: str) -> list[Elector]:
    """The lines of the posted roll somebody means: by the number printed on it, or the whole
    name. Nothing is found that does not hang on the board."""
    text = "".join(text.split())
    if not text or election.electorate_id is None:
        return []
    rows = Elector.objects.filter(
        community=election.community_id,
        electorate=election.electorate_id,
        struck_at__isnull=True,
        number__isnull=False,
    )
    if text.isdigit():
        return list(rows.filter(number=int(text[:9])))
    return list(rows.filter(name=text).order_by("number")[:MOST_FOUND])


def line_numbered(election: Election, number: int, *, struck: bool = False) -> Elector | None:
    """The line with a number of the posted list: one that stands, or one that was struck."""
    found: Elector | None = Elector.objects.filter(
        community=election.community_id,
        electorate=election.electorate_id,
        number=number,
        struck_at__isnull=not struck,
    ).first()
    return found


def roll_lines(election: Election, *, group: str = "", start: int = 0, limit: int = 100) -> Any:
    """The roll for those who run the election: as drafted (by group and name), or as posted."""
    rows = Elector.objects.filter(
        community=election.community_id, electorate=election.electorate_id
    )
    if group:
        rows = rows.filter(group=group)
    return rows.filter(number__gt=start).order_by("number")[:limit]


def whole_roll(election: Election) -> list[tuple[str, list[Elector]]]:
    """The roll by residents' group, for the printed list."""
    rows = Elector.objects.filter(
        community=election.community_id, electorate=election.electorate_id
    ).order_by("number", "group", "name", "id")
    groups: dict[str, list[Elector]] = {}
    for elector in rows:
        groups.setdefault(elector.group, []).append(elector)
    return sorted(groups.items())


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
