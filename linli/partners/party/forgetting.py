"""When a person is forgotten, what they claimed and that they checked in is deleted."""

from datetime import datetime

from linli.core.access.models import Account
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.partners.party.models import CheckIn, PostClaim


@when_forgotten
def delete_party_rows(person: Person, at: datetime) -> None:
    """Their rows go with all that stands in them; nothing is kept of who it was."""
    for account in Account.objects.filter(person=person):
        theirs = {"community": person.community_id, "account": account}
        CheckIn.objects.filter(**theirs).delete()
        PostClaim.objects.filter(**theirs).delete()
