"""Who is meant by a question to the register, as it stood on a day; always one query."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from linli.core.people.asked import (
    BY_DWELLING,
    BY_HOUSEHOLD,
    HUKOU_ONLY,
    LIVES_HERE,
    LIVING_ONLY,
    TWO_HOMES,
    Asked,
)
from linli.core.people.models import Person, Tie
from linli.core.people.queries.dwellings import in_term
from linli.core.people.queries.persons import persons_in
from linli.core.people.rules.ages import born_after, born_by
from linli.core.places.models import AreaDwelling, Place
from linli.core.places.models.fields import within

LIVING = (Tie.RESIDENT, Tie.TENANT)
"""Who lives in a dwelling, the nearer tie first. An owner, or whoever is only registered there, may
live elsewhere."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How many, and of how many more it is not known because no birth date is held."""

    count: int
    undated: int


def persons_asked(community: Place, on: date, asked: Asked) -> QuerySet[Person]:
    """The people meant, each once. Whoever has been forgotten since is not among them; places are
    taken as they lie today, residents' groups as they were that day."""
    return _of_age(_otherwise(community, on, asked), on, asked)


def answer_asked(community: Place, on: date, asked: Asked) -> Answer:
    """How many people are meant, in two queries at most."""
    count = persons_asked(community, on, asked).count()
    if asked.age_from is None and asked.age_to is None:
        return Answer(count, 0)
    undated = _otherwise(community, on, asked).filter(birth_date__isnull=True)
    return Answer(count, undated.count())


def ties_asked(community: Place, on: date, asked: Asked) -> QuerySet[Tie]:
    """The ties by which a question finds people: of that kind, at that place, on that day."""
    ties = ties_in_force(community, on)
    if asked.tie == LIVES_HERE:
        ties = ties.filter(kind__in=LIVING)
    elif asked.tie:
        ties = ties.filter(kind=asked.tie)
    inside = _dwellings_inside(community, asked)
    if inside is not None:
        ties = ties.filter(dwelling__in=inside)
    if asked.group is not None:
        group = AreaDwelling.objects.filter(
            in_term(on), community=community, kind="residents_group", area=asked.group
        )
        ties = ties.filter(dwelling__in=group.values("dwelling"))
    if asked.alone == BY_DWELLING:
        ties = ties.filter(kind__in=LIVING, dwelling__in=_lived_in_by_one(community, on, inside))
    elif asked.alone == BY_HOUSEHOLD:
        ties = ties.filter(household__in=_of_one_member(community, on))
    return ties


def _otherwise(community: Place, on: date, asked: Asked) -> QuerySet[Person]:
    """Everything asked but the age."""
    persons = persons_in(community).filter(pk__in=ties_asked(community, on, asked).values("person"))
    if asked.sex:
        persons = persons.filter(sex=asked.sex)
    mine = ties_in_force(community, on).filter(person=OuterRef("pk"))
    living, hukou = mine.filter(kind__in=LIVING), mine.filter(kind=Tie.HUKOU)
    if asked.apart == HUKOU_ONLY:
        persons = persons.filter(Exists(hukou), ~Exists(living))
    elif asked.apart == LIVING_ONLY:
        persons = persons.filter(Exists(living), ~Exists(hukou))
    elif asked.apart == TWO_HOMES:
        at_home = ties_in_force(community, on).filter(
            person=OuterRef("person"), kind__in=LIVING, dwelling=OuterRef("dwelling")
        )
        persons = persons.filter(Exists(living), Exists(hukou.filter(~Exists(at_home))))
    return persons


def _of_age(persons: QuerySet[Person], on: date, asked: Asked) -> QuerySet[Person]:
    if asked.age_from is not None:
        persons = persons.filter(birth_date__lte=born_by(asked.age_from, on))
    if asked.age_to is not None:
        persons = persons.filter(birth_date__gte=born_after(asked.age_to, on), birth_date__lte=on)
    return persons


def ties_in_force(community: Any, on: date) -> QuerySet[Tie]:
    """Everybody's ties that hold on a day, of the living and of nobody who has been merged away."""
    return Tie.objects.filter(
        in_term(on),
        Q(person__died_on__isnull=True) | Q(person__died_on__gte=on),
        community=community,
        person__merged_into__isnull=True,
        person__forgotten_at__isnull=True,
    )


def _dwellings_inside(community: Place, asked: Asked) -> Any:
    """The dwellings of the place that is asked of, by their ids, so that the ties of one staircase
    are found without reading those of the whole community; None where it is all of it."""
    if asked.place is None or asked.place == community.pk:
        return None
    mine = Place.objects.filter(community=community)
    place = mine.filter(pk=asked.place).first()
    return mine.filter(within(place.path)).values("pk") if place else mine.none().values("pk")


def _lived_in_by_one(community: Any, on: date, inside: Any) -> Any:
    ties = ties_in_force(community, on).filter(kind__in=LIVING)
    lived = (ties if inside is None else ties.filter(dwelling__in=inside)).values("dwelling")
    return lived.annotate(people=Count("person", distinct=True)).filter(people=1).values("dwelling")


def _of_one_member(community: Any, on: date) -> Any:
    joined = ties_in_force(community, on).filter(household__isnull=False).values("household")
    counted = joined.annotate(people=Count("person", distinct=True)).filter(people=1)
    return counted.values("household")
