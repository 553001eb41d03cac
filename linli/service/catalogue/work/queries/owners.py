"""Which rows of the roster are one person: two of them may have been made one since."""

from uuid import UUID

from linli.core.audit.actor import Actor
from linli.core.people.models import Person
from linli.core.people.queries import own_record


def kept_of(person: Person) -> UUID:
    """The id of the row this one leads on to in the end, which may be itself."""
    rows = Person.objects.filter(community=person.community_id)
    top, passed = person, {person.pk}
    while top.merged_into_id is not None and top.merged_into_id not in passed:
        top = rows.get(pk=top.merged_into_id)
        passed.add(top.pk)
    return top.pk


def records_of(person: Person) -> set[UUID]:
    """The ids of the row that was kept, and of all that lead on to it."""
    rows = Person.objects.filter(community=person.community_id)
    seen = below = {kept_of(person)}
    while below:
        below = set(rows.filter(merged_into__in=below).values_list("pk", flat=True)) - seen
        seen = seen | below
    return seen


def own_records(actor: Actor) -> set[UUID]:
    """The same of who acts; none where they are on no roster."""
    person = own_record(actor)
    return records_of(person) if person is not None else set()
