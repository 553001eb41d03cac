"""Forgetting a person: content goes, a blank row stays so that counts and links still stand."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.audit.models import ClosedEntry, Entry
from linli.core.audit.sentences import ACT_SENTENCES
from linli.core.people import rules
from linli.core.people.models import (
    Agency,
    Change,
    Consent,
    Declaration,
    Household,
    Merge,
    NotSamePerson,
    Person,
    Resemblance,
    RightsRequest,
    Tie,
)
from linli.core.people.queries.dwellings import in_term
from linli.lib.calendar.periods import local_day
from linli.lib.law import require

Forget = Callable[[Person, datetime], None]
_elsewhere: list[Forget] = []


def when_forgotten(forget: Forget) -> Forget:
    """Registers what an app above has to blank of its own when a person is forgotten; called
    inside the act. Use it as a decorator, in a module the app loads at start."""
    if forget not in _elsewhere:
        _elsewhere.append(forget)
    return forget


@action("people.forget", needs="people.forget")
def forget_person(act: Act, person: Person) -> Person:
    """Deletes what is held about a person (PIPL 47). Refused while they live, own or are
    registered here, or act for somebody who does. The book of acts stays; its notes are blanked
    where they hold something personal. Rows that had been merged into this one go the same way.
    """
    on = local_day(act.at)
    ties = Tie.objects.filter(in_term(on), community=person.community_id, person=person)
    agencies = Agency.objects.filter(in_term(on), community=person.community_id, agent=person)
    require(rules.may_be_forgotten(ties.count(), agencies.count()))
    absorbed = Person.objects.filter(community=person.community_id, merged_into=person)
    for row in (*absorbed, person):
        _blank(row, act.at)
        _blank_notes(row)
        for forget in _elsewhere:
            forget(row, act.at)
    return person


def _blank(person: Person, at: datetime) -> None:
    mine = {"community": person.community_id}
    for model in (Tie, Consent, Change, RightsRequest):
        model._default_manager.filter(person=person, **mine).delete()
    Agency.objects.filter(Q(principal=person) | Q(agent=person), **mine).delete()
    Declaration.objects.filter(Q(declared_by=person) | Q(about=person), **mine).delete()
    for pairs in (NotSamePerson, Resemblance):
        pairs._default_manager.filter(Q(first=person) | Q(second=person), **mine).delete()
    Merge.objects.filter(Q(kept=person) | Q(absorbed=person), **mine).delete()
    Household.objects.filter(representative=person, **mine).update(representative=None)
    blank = Person(
        id=person.pk,
        community_id=person.community_id,
        registered_at=person.registered_at,
        changed_at=at,
        forgotten_at=at,
        merged_into_id=person.merged_into_id,
    )
    blank.save(force_update=True)
    person.refresh_from_db()


def _blank_notes(person: Person) -> None:
    """Takes out of the book's notes what each act's sentence names as personal."""
    theirs = Q(about=person.pk) | Q(subject=person.pk)
    entries: list[Entry | ClosedEntry] = [
        *Entry.objects.filter(theirs),
        *ClosedEntry.objects.filter(theirs),
    ]
    for entry in entries:
        known = ACT_SENTENCES.get(entry.action)
        personal = [key for key in (known.forget if known else ()) if key in entry.note]
        if personal:
            entry.note = {key: value for key, value in entry.note.items() if key not in personal}
            entry.save(update_fields=["note"])
