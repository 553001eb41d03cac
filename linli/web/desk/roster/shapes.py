"""What the pages of the register lay out: persons masked, with their home and their age."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from linli.core.access.posts import POSTS
from linli.core.audit.actor import Actor
from linli.core.audit.models import ClosedEntry, Entry as OpenEntry
from linli.core.audit.sentences import sentence_of
from linli.core.pages.shapes import Entry
from linli.core.pages.wording import tell_day
from linli.core.people.models import Person
from linli.core.people.presentation import MaskedPerson, masked
from linli.core.people.queries import dwellings_of
from linli.core.people.queries.book import AT_A_PLACE
from linli.core.people.rules import age_on
from linli.core.people.sentences import TO_WHOM_IT_CONCERNS


@dataclass(frozen=True, repr=False)
class Line:
    """One person in a list."""

    person: Person
    who: MaskedPerson
    age: int | None


def lines(persons: Iterable[Person], viewer: Actor, on: date) -> list[Line]:
    """Persons as lines of a list, with where they live, in one more query."""
    found = list(persons)
    if not found:
        return []
    homes = dwellings_of(found[0].community_id, [person.pk for person in found], on)
    return [
        Line(person, masked(person, viewer, dwelling=homes.get(person.pk)), age_of(person, on))
        for person in found
    ]


def age_of(person: Person, on: date) -> int | None:
    """Full years, until death."""
    if person.birth_date is None:
        return None
    return age_on(person.birth_date, min(on, person.died_on or on))


BookEntry = OpenEntry | ClosedEntry


def book(entries: Iterable[BookEntry]) -> list[Entry]:
    """What a person's book says, as a timeline: what was done and from which post, never by
    name."""
    return [Entry(at=entry.at, what=_said(entry), who=_post(entry)) for entry in entries]


def _said(entry: BookEntry) -> str:
    to_them = TO_WHOM_IT_CONCERNS.get(entry.action)
    if to_them:
        return str(to_them)
    note = dict(entry.note)
    if entry.action in AT_A_PLACE:
        note["on"] = tell_day(date.fromisoformat(note["on"]))
    return sentence_of(entry.action, note)


def _post(entry: BookEntry) -> Any:
    if entry.post in POSTS:
        return POSTS[entry.post].title
    return {"clock": _("系统按期"), "command": _("系统管理员")}.get(entry.channel, _("本人"))
