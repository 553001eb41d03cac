"""When a person is forgotten: the office stays as an office, the contact goes; what they told of a
dispute goes, too."""

from datetime import datetime

from django.db.models import Q

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.governance.property.models import BodyMember, Dispute


@when_forgotten
def blank_offices_and_disputes(person: Person, at: datetime) -> None:
    """Nobody's name or number stays beside an office once held, whichever of the two ties it."""
    theirs = Q(person=person) | Q(owner__person=person)
    for row in BodyMember.objects.filter(theirs, community=person.community_id):
        row.name, row.contact, row.contact_told, row.person, row.owner = "", "", False, None, None
        row.save(update_fields=["name", "contact", "contact_told", "person", "owner"])
    for told in Dispute.objects.filter(community=person.community_id, account__person=person):
        told.words, told.answer, told.account = "", "", None
        told.save(update_fields=["words", "answer", "account"])
