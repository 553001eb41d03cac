"""What was done with, and who opened, the records of one person, for that person to read.

What concerns one person is an entry about them. What concerns a whole staircase, or a file of three
thousand, is one entry; whose record was in it is known from who lived there on the day that was
looked at (`Tie`), and from whom the file changed (`Change`).
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.core.audit.models import Entry
from linli.core.people.models import Change, Person, Tie
from linli.core.places.models import Place

AT_A_PLACE = ("people.look_at_stairs", "people.look_at_home")
"""Looking at everybody of a place, as they stood on the day `on` of the note."""

LOOKS = ("people.open", "people.list", *AT_A_PLACE)
"""The acts by which somebody only looked."""

OF_A_ROSTER = ("people.commit_roster", "people.undo_roster")


def book_of(person: Person, *, looks_only: bool = False) -> QuerySet[Entry]:
    """The entries about a person, the latest first, with those about rows merged into theirs:
    who looked at a row that turned out to be this person looked at this person."""
    rows = rows_of(person)
    theirs = Q(about__in=rows) | _where_they_lived(person.community_id, rows)
    if looks_only:
        entries = Entry.objects.filter(theirs, action__in=LOOKS)
    else:
        batches = Change.objects.filter(community=person.community_id, person__in=rows)
        in_rosters = Q(action__in=OF_A_ROSTER, subject__in=list(_ids(batches, "batch")))
        entries = Entry.objects.filter(theirs | in_rosters)
    return entries.order_by("-at", "-id")


def rows_of(person: Person) -> list[UUID]:
    """The ids under which a person stood in the register: theirs, and those merged into it."""
    merged = Person.objects.filter(community=person.community_id, merged_into=person)
    return [person.pk, *merged.values_list("pk", flat=True)]


def _where_they_lived(community: Any, rows: Iterable[UUID]) -> Q:
    """Looks at a home, a staircase or a building of theirs, on a day on which it was theirs."""
    ties = Tie.objects.filter(community=community, person__in=list(rows))
    ties = ties.select_related("dwelling")
    paths = {path for tie in ties for path in _upwards(tie.dwelling.path)}
    places = dict(
        Place.objects.filter(community=community, path__in=paths).values_list("path", "pk")
    )
    found = Q(pk__in=[])
    for tie in ties:
        around = [places[path] for path in _upwards(tie.dwelling.path) if path in places]
        term = Q(note__on__gte=tie.since.isoformat())
        if tie.until is not None:
            term &= Q(note__on__lt=tie.until.isoformat())
        found |= Q(term, action__in=AT_A_PLACE, subject__in=around)
    return found


def _upwards(path: str) -> Iterable[str]:
    """A path and those of what it lies in."""
    parts = path.split("/")
    return ["/".join(parts[:length]) for length in range(len(parts), 0, -1)]


def _ids(rows: Any, name: str) -> Any:
    return rows.values_list(f"{name}_id", flat=True).distinct()
