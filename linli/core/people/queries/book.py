"""What was done with, and who opened, the records of one person, for that person to read."""

from django.db.models import QuerySet

from linli.core.audit.models import Entry
from linli.core.people.models import Person

LOOKS = ("people.open", "people.list")
"""The acts by which somebody only looked."""


def book_of(person: Person, *, looks_only: bool = False) -> QuerySet[Entry]:
    """The entries about a person, the latest first, with those about rows merged into theirs:
    who looked at a row that turned out to be this person looked at this person."""
    rows = Person.objects.filter(community=person.community_id, merged_into=person)
    about = [person.pk, *rows.values_list("pk", flat=True)]
    entries = Entry.objects.filter(about__in=about)
    if looks_only:
        entries = entries.filter(action__in=LOOKS)
    return entries.order_by("-at", "-id")
