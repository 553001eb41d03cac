"""When a person is forgotten, what was said at their door goes; the door stays as a count."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models.functions import Now

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.mechanisms.rounds.models import Answer, Arrival, Conflict, Stop
from linli.mechanisms.rounds.models.coming_in import DROPPED, LATE


@when_forgotten
def empty_doors(person: Person, at: datetime) -> None:
    """The doors that were about this person keep their number and their outcome."""
    its = {"community": person.community_id, "person": person}
    doors = Stop.objects.filter(**its)
    empty(person.community_id, doors.values("pk"), at=at)
    doors.update(person=None, ref=None, called="")


def empty_stops_for(community: UUID, refs: Iterable[UUID], at: datetime) -> None:
    """The doors that were gone to for these rows of a room keep their number and their outcome;
    where they were and what was said there goes with the row."""
    doors = Stop.objects.filter(community=community, ref__in=list(refs))
    empty(community, doors.values("pk"), at=at)
    doors.update(place=None, person=None, ref=None, called="")


def empty(community: object, stops: object, *, at: datetime | None = None) -> None:
    """Takes what was said at these doors out of everything that holds it. A round may still be
    under way: its answers stay as blank ones, and nothing is left to be decided."""
    there = {"community": community, "stop__in": stops}
    Answer.objects.filter(**there).update(
        value="", last="", entries=[], said_at=None, said_by=None, device=""
    )
    Conflict.objects.filter(**there, decided_at__isnull=True).delete()
    Conflict.objects.filter(**there).update(kept_value="", other_value="")
    arrivals = Arrival.objects.filter(**there)
    arrivals.filter(fate=LATE).update(fate=DROPPED, decided_at=at or Now())
    arrivals.update(content="")
