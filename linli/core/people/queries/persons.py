"""Finding persons: by number through the blind index, by name or its sound, by likeness."""

import re
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.people.models import Person
from linli.core.people.models.person import ID_PURPOSE, PHONE_PURPOSE
from linli.core.people.sealed import blind_index
from linli.lib.identity.pinyin import normal_query

_DIGITS = re.compile(r"[\d+\-\s()]{7,}")
_ID_NUMBER = re.compile(r"\d{17}[\dXx]|\d{15}")


def persons_in(community: Any) -> QuerySet[Person]:
    """Everybody known to the community: without rows merged away and without tombstones."""
    return Person.objects.filter(
        community=community, merged_into__isnull=True, forgotten_at__isnull=True
    )


def load_person(community: Any, pk: UUID) -> Person:
    """The person of that id in the community, or the one it turned out to be. Raises Http404."""
    person = Person.objects.filter(community=community, pk=pk).first()
    while person is not None and person.merged_into_id is not None:
        person = Person.objects.filter(community=community, pk=person.merged_into_id).first()
    if person is None:
        raise Http404
    return person


def own_record(actor: Actor) -> Person | None:
    """The record of the person who acts, in whichever community, if their account is tied to one
    and it has not been forgotten."""
    everywhere = Person.objects.across_communities("one's own record, by its id")
    person = everywhere.filter(pk=actor.person).first() if actor.person else None
    while person is not None and person.merged_into_id is not None:
        person = everywhere.filter(pk=person.merged_into_id).first()
    return None if person is None or person.is_forgotten else person


def person_called(community: Any, id_number: str) -> Person | None:
    """The one person with exactly this ID number."""
    try:
        index = blind_index(id_number, ID_PURPOSE)
    except ValueError:
        return None
    return persons_in(community).filter(id_index=index).first()


def persons_by_phone(community: Any, phone: str) -> QuerySet[Person]:
    """Those who can be reached at exactly this number; a family may share one."""
    try:
        index = blind_index(phone, PHONE_PURPOSE)
    except ValueError:
        return Person.objects.none()
    return persons_in(community).filter(phone_index=index).order_by("name", "pk")


def search_persons(community: Any, text: str) -> QuerySet[Person]:
    """Who may be meant by what a worker typed: a whole number, a name, or its pinyin or initials.

    Part of a number finds nobody: numbers are sealed, and are no list to page through.
    """
    text = " ".join(text.split())
    if not text:
        return Person.objects.none()
    if _ID_NUMBER.fullmatch(text):
        found = person_called(community, text)
        return persons_in(community).filter(pk__in=[found.pk] if found else [])
    if _DIGITS.fullmatch(text):
        return persons_by_phone(community, text)
    typed = normal_query(text)
    if not typed:
        return Person.objects.none()
    # Letters are the beginning of a sound; part of a Chinese name may stand anywhere in it.
    matched = Q(name_keys__startswith=typed) | Q(name_keys__contains=f" {typed}")
    if not typed.isascii():
        matched = Q(name_keys__contains=typed)
    return persons_in(community).filter(matched).order_by("name", "birth_date", "pk")
