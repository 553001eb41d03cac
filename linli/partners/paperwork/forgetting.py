"""When a person is forgotten, their rows in forms go as well, also from kept copies."""

from datetime import datetime

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.partners.paperwork.models import HandedRow, Line


@when_forgotten
def drop_rows(person: Person, at: datetime) -> None:
    """The record of the hand-over keeps its counts and named nobody."""
    for model in (Line, HandedRow):
        rows = model._default_manager.filter(community=person.community_id, person=person)
        rows.delete()
