"""When a person is forgotten, their card goes, and with it every door of theirs; so does what
they asked for while an incident lasts."""

from datetime import datetime

from django.db.models import Q

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.safety.emergencies.actions.asking import drop_door
from linli.safety.emergencies.actions.cards import drop
from linli.safety.emergencies.models import Door, HelpCard


@when_forgotten
def drop_cards(person: Person, at: datetime) -> None:
    """Theirs, and those they put down for their family."""
    theirs = Q(person=person) | Q(account__person=person)
    for card in HelpCard.objects.filter(theirs, community=person.community_id):
        drop(card)
    for door in Door.objects.filter(account__person=person, community=person.community_id):
        drop_door(door)
