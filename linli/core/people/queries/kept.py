"""Until when each thing about a person is kept, and what takes it out."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from linli.core.people.grounds import GROUNDS, Ground
from linli.core.people.models import Agency, Declaration, Person, Tie
from linli.core.people.rules import DAYS_KEPT_AFTER_LEAVING
from linli.lib.calendar.periods import local_day


@dataclass(frozen=True, slots=True, repr=False)
class Kept:
    """One field: what it is called, its ground, whether something is held in it, and the day on
    which the clock takes it out (none while nothing has ended)."""

    label: Any
    ground: Ground
    held: bool
    until: date | None
    count: int = 0


def leaves_on(person: Person) -> date | None:
    """The day from which nothing ties a person here any more; None while something does. Of
    whoever was never tied here, the day they were registered."""
    mine = {"community": person.community_id}
    ties = list(Tie.objects.filter(person=person, **mine).values_list("until", flat=True))
    agencies = Agency.objects.filter(Q(agent=person) | Q(principal=person), **mine)
    ends = [*ties, *agencies.values_list("until", flat=True)]
    if None in ends:
        return None
    known = [until for until in ends if until is not None]
    return max(known) if known else local_day(person.registered_at)


def kept_of(person: Person) -> list[Kept]:
    """Every field of the register about this person, with its clock."""
    left = leaves_on(person)
    gone = left + _KEPT if left else None
    found = [
        Kept(field.verbose_name, ground, bool(getattr(person, field.name)), gone)
        for field in Person._meta.concrete_fields
        if field.name != "name_keys"
        and (ground := GROUNDS.get(f"{Person._meta.label}.{field.name}")) is not None
    ]
    mine = {"community": person.community_id}
    of_ties = Tie.objects.filter(person=person, **mine).count()
    agencies = Agency.objects.filter(Q(agent=person) | Q(principal=person), **mine)
    told = Declaration.objects.filter(Q(about=person) | Q(declared_by=person), **mine)
    rows = (
        ("people.Tie.since", of_ties, gone),
        ("people.Agency.kind", agencies.count(), _last(agencies, "until")),
        ("people.Consent.purpose", person.consents.filter(**mine).count(), gone),
        ("people.RightsRequest.words", person.requests.filter(**mine).count(), gone),
        ("people.Declaration.said", told.count(), _last(told, "decided_at")),
    )
    for name, count, until in rows:
        found.append(Kept(GROUNDS[name].title, GROUNDS[name], count > 0, until, count))
    return found


_KEPT = timedelta(days=DAYS_KEPT_AFTER_LEAVING)


def _last(rows: Any, ended: str) -> date | None:
    """The day on which the last of these rows goes, once all have ended."""
    ends = list(rows.values_list(ended, flat=True))
    if not ends or None in ends:
        return None
    last = max(ends)
    return (last if type(last) is date else local_day(last)) + _KEPT
