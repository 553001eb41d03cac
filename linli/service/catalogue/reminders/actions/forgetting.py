"""Whoever is forgotten is reminded of nothing, and has no card."""

from datetime import datetime

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.service.catalogue.reminders.models import Reminder, ServiceCard


@when_forgotten
def forget_reminders_of(person: Person, at: datetime) -> None:
    """Destroys both; of a person who asked to be forgotten before they moved away."""
    for model in (Reminder, ServiceCard):
        model.objects.filter(community=person.community_id, person=person).delete()
