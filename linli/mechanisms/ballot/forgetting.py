"""What rolls do when a person is forgotten."""

from datetime import datetime

from linli.core.people.models import Person
from linli.mechanisms.ballot.models import Elector, Option, Poll

GONE = "—"


def forget_on_rolls(person: Person, at: datetime) -> None:
    """Blanks the person's line on every roll whose votes are over, and unties their options.
    Number and weight stay; the hash remains that of the list as it was posted."""
    running = Poll.objects.filter(
        community=person.community_id, state__in=["preparing", "open", "closed"]
    ).values("electorate")
    Elector.objects.filter(community=person.community_id, person=person).exclude(
        electorate__in=running
    ).update(name=GONE, group="", ground="", person=None, household=None)
    Option.objects.filter(community=person.community_id, person=person).update(person=None)
