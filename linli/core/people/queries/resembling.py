"""Looking through the register for rows that may be one person.

Every pair would be 200 million pairs of 20,000 people. Compared are those that share a day of
birth, a name by its letters or its sound, a telephone or a home; a pair that shares none of these
is not one person on any evidence held here. ID numbers are opened in memory, only for pairs that
everything else leaves open and that both hold one, and nothing of them is kept but that they
differ by a slip.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.core.people.models import Merge, NotSamePerson, Person, Resemblance, Tie
from linli.core.people.models.identity import in_order
from linli.core.people.queries.persons import persons_in
from linli.core.people.rules.likeness import Known, Resembling, weigh
from linli.core.people.rules.names import NameFeatures, features_of

MOST_OF_A_KIND = 400
"""Larger groups (a dormitory, a name a whole village bears) are not compared within: their pairs
are found by a second thing they share, or not at all."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows, in order, with what speaks for their being one person."""

    first: UUID
    second: UUID
    found: Resembling


def resembling_in(
    community: Any, *, beat: Callable[[int], object] = lambda done: None
) -> list[Pair]:
    """All pairs of the register worth a look, the surest first; those already told apart are left
    out. `beat` is called now and then with how many people have been gone through."""
    persons = {person.pk: person for person in _comparable(persons_in(community))}
    known = _known(community, persons)
    alike = Counter(each.name.loose for each in known.values())
    apart = set(
        NotSamePerson.objects.filter(community=community).values_list("first_id", "second_id")
    )
    found: list[Pair] = []
    for number, (one, other) in enumerate(_pairs(known, beat)):
        if (one, other) not in apart:
            found += _weighed(persons, known, one, other, alike[known[one].name.loose])
        if number % 20_000 == 0:
            beat(0)
    return sorted(found, key=lambda pair: (-pair.found.sureness, pair.first, pair.second))


def doubles_of(person: Person) -> list[Person]:
    """Rows that may be the same person as this one, the likest first; those known to be somebody
    else are left out."""
    nearby = _near(person)
    persons = {each.pk: each for each in [*_comparable(nearby), *_comparable_one(person)]}
    known = _known(person.community_id, persons)
    if person.pk not in known:
        return []
    alike = Counter(each.name.loose for each in known.values())
    apart = others_known_apart(person)
    found = [
        pair
        for other in persons
        if other != person.pk and other not in apart
        for pair in _weighed(
            persons, known, *in_order(person.pk, other), alike[known[person.pk].name.loose]
        )
    ]
    found.sort(key=lambda pair: (-pair.found.sureness, pair.first, pair.second))
    return [persons[pair.second if pair.first == person.pk else pair.first] for pair in found]


def resemblances(community: Any) -> QuerySet[Resemblance]:
    """The pairs that wait for somebody's decision, the surest first."""
    return (
        Resemblance.objects.filter(
            community=community,
            first__merged_into__isnull=True,
            second__merged_into__isnull=True,
            first__forgotten_at__isnull=True,
            second__forgotten_at__isnull=True,
        )
        .select_related("first", "second")
        .order_by("-sureness", "pk")
    )


def merges_in(community: Any) -> QuerySet[Merge]:
    """What was merged and still stands, the latest first."""
    return (
        Merge.objects.filter(community=community, undone_at__isnull=True)
        .select_related("kept", "absorbed")
        .order_by("-merged_at", "-pk")
    )


def others_known_apart(person: Person) -> set[UUID]:
    """Those of whom it was said that they are somebody else."""
    pairs = NotSamePerson.objects.filter(
        Q(first=person) | Q(second=person), community=person.community_id
    ).values_list("first_id", "second_id")
    return {pk for pair in pairs for pk in pair} - {person.pk}


def _comparable(persons: QuerySet[Person]) -> Iterator[Person]:
    return persons.iterator(chunk_size=2000)


def _comparable_one(person: Person) -> QuerySet[Person]:
    return persons_in(person.community_id).filter(pk=person.pk)


def _near(person: Person) -> QuerySet[Person]:
    """Whoever shares a day of birth, the name's sound, a telephone or a home with one person."""
    ties = Tie.objects.filter(community=person.community_id, person=person)
    shared = Q(
        pk__in=Tie.objects.filter(
            community=person.community_id, dwelling__in=ties.values("dwelling")
        ).values("person")
    )
    shared |= Q(name=person.name)
    sounds = person.name_keys.split(" ")[1:2]
    for sound in sounds:
        shared |= Q(name_keys__contains=f" {sound} ")
    if person.birth_date is not None:
        shared |= Q(birth_date=person.birth_date)
    if person.phone_index is not None:
        shared |= Q(phone_index=person.phone_index)
    return persons_in(person.community_id).filter(shared).exclude(pk=person.pk)


def _known(community: Any, persons: dict[UUID, Person]) -> dict[UUID, Known]:
    homes: dict[UUID, set[UUID]] = defaultdict(set)
    ties = Tie.objects.filter(community=community)
    if len(persons) < 500:
        ties = ties.filter(person__in=list(persons))
    for person, dwelling in ties.values_list("person_id", "dwelling_id").iterator():
        homes[person].add(dwelling)
    return {
        key: Known(
            name=features_of(person.name),
            sex=person.sex,
            born=person.birth_date,
            phone=bytes(person.phone_index) if person.phone_index else None,
            homes=frozenset(homes[key]),
            numbered=person.id_index is not None,
        )
        for key, person in persons.items()
    }


def _pairs(known: dict[UUID, Known], beat: Callable[[int], object]) -> Iterator[tuple[UUID, UUID]]:
    """Each pair that shares something, once."""
    groups: dict[Any, list[UUID]] = defaultdict(list)
    for key, each in known.items():
        for shared in _shared_by(each):
            groups[shared].append(key)
    seen: set[tuple[UUID, UUID]] = set()
    gone = 0
    for members in groups.values():
        gone += 1
        if gone % 5_000 == 0:
            beat(min(len(known), gone * len(known) // len(groups)))
        if not 1 < len(members) <= MOST_OF_A_KIND:
            continue
        for pair in _each_two(members):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _shared_by(each: Known) -> Iterator[Any]:
    name: NameFeatures = each.name
    yield "letters", "".join(sorted(name.folded))
    yield "sound", name.loose
    if each.born is not None:
        yield "born", each.born
    if each.phone is not None:
        yield "phone", each.phone
    for home in each.homes:
        yield "home", home


def _each_two(members: list[UUID]) -> Iterable[tuple[UUID, UUID]]:
    members = sorted(members)
    for number, one in enumerate(members):
        for other in members[number + 1 :]:
            yield one, other


def _weighed(
    persons: dict[UUID, Person], known: dict[UUID, Known], one: UUID, other: UUID, alike: int
) -> Iterator[Pair]:
    def opened() -> tuple[str, str]:
        return persons[one].id_number, persons[other].id_number

    found = weigh(known[one], known[other], alike=alike, open_numbers=opened)
    if found is not None:
        yield Pair(one, other, found)
