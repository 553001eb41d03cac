"""What the house holds about the subjects of a form: loaded for all of them at once, told for
each with where it comes from and since when it is so."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.people.models import Household, Person, Tie
from linli.core.people.presentation import shown_phone
from linli.core.people.queries.dwellings import in_term
from linli.core.people.rules import age_on
from linli.core.places.models import AreaDwelling, Place
from linli.core.places.models.history import in_force
from linli.core.places.queries import ancestors_of
from linli.lib.calendar import local_day
from linli.lib.identity.national_id import NationalId, read_national_id
from linli.partners.paperwork.models import Line
from linli.partners.paperwork.slots import Content

ROSTER, FROM_ID, TIE, PLACE, HOUSEHOLD_BOOK, COUNTED = (
    "roster",
    "from_id",
    "tie",
    "place",
    "household",
    "counted",
)


@dataclass(frozen=True, slots=True, repr=False)
class Known:
    """One thing held: its content, the register it comes from, and since when it is so."""

    content: Content
    origin: str
    as_of: date | None = None


@dataclass(slots=True, repr=False)
class Subject:
    """Whom one row is about, with what is tied to them on the day."""

    line: Any
    person: Person
    household: Household | None
    home: Place | None
    ties: list[Tie]
    book: "Book"

    def tie(self, *kinds: str) -> Tie | None:
        """The first tie of the first of these kinds that there is."""
        for kind in kinds:
            for tie in self.ties:
                if tie.kind == kind:
                    return tie
        return None

    @property
    def members(self) -> list[Tie]:
        household = self.household
        return self.book.members.get(household.pk, []) if household else []

    @property
    def head(self) -> Person | None:
        """Who speaks for the household: whom it named, else whom its row is about."""
        if self.household is not None and self.household.representative is not None:
            return self.household.representative
        return self.person if self.line.household_id else None


@dataclass(repr=False)
class Book:
    """Everything the rows of one form need, in a handful of queries whatever their number."""

    on: date
    community: Place
    names: Mapping[str, str] = field(default_factory=dict)
    subjects: list[Subject] = field(default_factory=list)
    members: dict[UUID, list[Tie]] = field(default_factory=dict)
    areas: dict[tuple[str, UUID], tuple[str, date]] = field(default_factory=dict)
    told: dict[UUID, NationalId | None] = field(default_factory=dict)


NEAREST = (Tie.RESIDENT, Tie.TENANT, Tie.HUKOU, Tie.OWNER)


def open_book(community: Place, lines: Iterable[Any], on: date) -> Book:
    """Loads what is held about the subjects of these lines, as it is on the day `on`. The lines
    come with their persons, households and dwellings."""
    found = list(lines)
    book = Book(on=on, community=community, names=_names_above(community))
    persons = {line.person_id for line in found}
    households = {line.household_id for line in found if line.household_id}
    ties = _ties_of(community, persons, on)
    for each in ties.values():
        households.update(tie.household_id for tie in each if tie.household_id)
    book.members = _members_of(community, households, on)
    book.areas = _areas_in(community, on)
    for line in found:
        mine = ties.get(line.person_id, [])
        household = line.household or next((tie.household for tie in mine if tie.household), None)
        home = line.dwelling or _home(mine)
        book.subjects.append(Subject(line, line.person, household, home, mine, book))
    return book


def known(subject: Subject, fact: str) -> Known | None:
    """What is held of that name about the subject; None where nothing is."""
    tell = FACTS.get(fact)
    told = tell(subject) if tell else None
    return told if told is not None and told.content not in (None, "") else None


def _names_above(community: Place) -> dict[str, str]:
    return {place.kind: place.name for place in (*ancestors_of(community), community)}


def _ties_of(community: Place, persons: set[UUID], on: date) -> dict[UUID, list[Tie]]:
    rows = (
        Tie.objects.filter(in_term(on), community=community)
        .select_related("dwelling", "household__representative")
        .order_by("since", "pk")
    )
    if len(persons) < 500:
        rows = rows.filter(person__in=persons)
    ties: dict[UUID, list[Tie]] = defaultdict(list)
    for tie in rows:
        if tie.person_id in persons:
            ties[tie.person_id].append(tie)
    for each in ties.values():
        each.sort(key=lambda tie: NEAREST.index(tie.kind))
    return ties


def _members_of(community: Place, households: set[UUID], on: date) -> dict[UUID, list[Tie]]:
    if not households:
        return {}
    rows = Tie.objects.filter(
        in_term(on),
        community=community,
        household__isnull=False,
        person__merged_into__isnull=True,
        person__forgotten_at__isnull=True,
        person__died_on__isnull=True,
    ).only("household_id", "person_id", "kind", "since", "community_id")
    if len(households) < 500:
        rows = rows.filter(household__in=households)
    members: dict[UUID, dict[UUID, Tie]] = defaultdict(dict)
    for tie in rows:
        if tie.household_id in households:
            members[tie.household_id].setdefault(tie.person_id, tie)
    return {household: list(each.values()) for household, each in members.items()}


def _areas_in(community: Place, on: date) -> dict[tuple[str, UUID], tuple[str, date]]:
    rows = AreaDwelling.objects.filter(in_force(on), community=community)
    return {
        (kind, dwelling): (name, since)
        for kind, dwelling, name, since in rows.values_list(
            "kind", "dwelling_id", "area__name", "since"
        )
    }


def _home(ties: list[Tie]) -> Place | None:
    return ties[0].dwelling if ties else None


# What is told, by the name of the fact.


def _own(name: str) -> Callable[[Subject], Known]:
    def tell(subject: Subject) -> Known:
        person = subject.person
        return Known(getattr(person, name), ROSTER, local_day(person.changed_at))

    return tell


def _in_words(name: str) -> Callable[[Subject], Known]:
    def tell(subject: Subject) -> Known:
        person = subject.person
        words = getattr(person, f"get_{name}_display")()
        return Known(str(words), _numbered(subject, name), local_day(person.changed_at))

    return tell


def _numbered(subject: Subject, name: str) -> str:
    """Whether a value is what the identity number says."""
    person, said = subject.person, _said_by_number(subject)
    if said is None:
        return ROSTER
    return FROM_ID if getattr(said, name, None) == getattr(person, name) else ROSTER


def _said_by_number(subject: Subject) -> NationalId | None:
    """What the identity number says; opened once for each person, since opening takes time."""
    person, told = subject.person, subject.book.told
    if person.pk not in told:
        number = person.id_number if person.id_kind == "resident_id" else ""
        said = read_national_id(number, on=local_day(person.changed_at)) if number else None
        told[person.pk] = said if isinstance(said, NationalId) else None
    return told[person.pk]


def _birth_date(subject: Subject) -> Known:
    person = subject.person
    origin = _numbered(subject, "birth_date")
    return Known(person.birth_date, origin, local_day(person.changed_at))


def _age(subject: Subject) -> Known | None:
    born, on = subject.person.birth_date, subject.book.on
    return Known(age_on(born, on), COUNTED, on) if born else None


def _phone(subject: Subject) -> Known:
    person = subject.person
    return Known(shown_phone(person.phone), ROSTER, local_day(person.changed_at))


def _needs(subject: Subject) -> Known:
    person = subject.person
    words = "、".join(str(word) for word in person.readable_needs())
    return Known(words, ROSTER, local_day(person.changed_at))


def _part(kind: str) -> Callable[[Subject], Known | None]:
    """The name of the compound, building, entrance or door one lives in."""

    def tell(subject: Subject) -> Known | None:
        if subject.home is None:
            return None
        names = subject.home.name_inside.split(" › ")
        place = {"compound": 0, "building": 1, "entrance": 2, "dwelling": 3}[kind]
        since = subject.ties[0].since if subject.ties else None
        return Known(names[place], PLACE, since) if place < len(names) else None

    return tell


def _address(subject: Subject) -> Known | None:
    return _at(subject.home, subject.tie(*NEAREST))


def _address_of(*kinds: str) -> Callable[[Subject], Known | None]:
    def tell(subject: Subject) -> Known | None:
        tie = subject.tie(*kinds)
        return _at(tie.dwelling, tie) if tie else None

    return tell


def _at(home: Place | None, tie: Tie | None) -> Known | None:
    if home is None:
        return None
    return Known(home.name_inside.replace(" › ", ""), PLACE, tie.since if tie else None)


def _since(*kinds: str) -> Callable[[Subject], Known | None]:
    def tell(subject: Subject) -> Known | None:
        tie = subject.tie(*kinds)
        return Known(tie.since, TIE, tie.since) if tie else None

    return tell


def _ties_in_words(subject: Subject) -> Known | None:
    if not subject.ties:
        return None
    words = "、".join(dict.fromkeys(str(tie.get_kind_display()) for tie in subject.ties))
    return Known(words, TIE, max(tie.since for tie in subject.ties))


def _area(kind: str) -> Callable[[Subject], Known | None]:
    def tell(subject: Subject) -> Known | None:
        if subject.home is None:
            return None
        found = subject.book.areas.get((kind, subject.home.pk))
        return Known(found[0], PLACE, found[1]) if found else None

    return tell


def _household_number(subject: Subject) -> Known | None:
    household = subject.household
    return Known(household.number, HOUSEHOLD_BOOK, household.since) if household else None


def _household_size(subject: Subject) -> Known | None:
    household = subject.household
    if household is None:
        return None
    return Known(len(subject.members), COUNTED, subject.book.on)


def _of_head(tell: Callable[[Subject], Known | None]) -> Callable[[Subject], Known | None]:
    """The same thing of whoever speaks for the household."""

    def told(subject: Subject) -> Known | None:
        head = subject.head
        if head is None:
            return None
        return tell(Subject(subject.line, head, subject.household, subject.home, [], subject.book))

    return told


def _above(kind: str) -> Callable[[Subject], Known | None]:
    def tell(subject: Subject) -> Known | None:
        name = subject.book.names.get(kind)
        return Known(name, PLACE) if name else None

    return tell


FACTS: dict[str, Callable[[Subject], Known | None]] = {
    "name": _own("name"),
    "sex": _in_words("sex"),
    "birth_date": _birth_date,
    "age": _age,
    "id_kind": _in_words("id_kind"),
    "id_number": _own("id_number"),
    "phone": _phone,
    "language": _own("language"),
    "needs": _needs,
    "address": _address,
    "hukou_address": _address_of(Tie.HUKOU),
    "compound": _part("compound"),
    "building": _part("building"),
    "entrance": _part("entrance"),
    "room": _part("dwelling"),
    "tie": _ties_in_words,
    "since": _since(*NEAREST),
    "residents_group": _area("residents_group"),
    "grid": _area("grid"),
    "died_on": _own("died_on"),
    "household_number": _household_number,
    "household_size": _household_size,
    "head_name": _of_head(_own("name")),
    "head_id_number": _of_head(_own("id_number")),
    "head_phone": _of_head(_phone),
    "community": _above("community"),
    "community_code": lambda subject: Known(subject.book.community.code, PLACE),
    "street": _above("town"),
    "county": _above("county"),
    "city": _above("city"),
    "province": _above("province"),
    "filled_on": lambda subject: Known(subject.book.on, COUNTED, subject.book.on),
    "unit": lambda subject: Known(f"{subject.book.community.name}居民委员会", PLACE),
}
SEALED = frozenset({"id_number", "phone", "head_id_number", "head_phone"})
"""Facts whose showing in full is an opening of the record, written into the book."""


def lines_of(asking: Any) -> Any:
    """The rows of a form being filled, with all that `open_book` looks at."""
    return Line.objects.filter(community=asking.community_id, asking=asking).select_related(
        "person", "household__representative", "dwelling"
    )
