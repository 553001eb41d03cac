"""When a person is forgotten, what this room holds by their account goes as well."""

from datetime import datetime

from linli.core.access.models import Account
from linli.core.audit.actor import the_clock
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.partners.organisations.actions.proposals import forget_proposal
from linli.partners.organisations.models import PledgeRating, Proposal, Seconding

# Resident units, pledges, proposals.


@when_forgotten
def blank_proposals(person: Person, at: datetime) -> None:
    """How they said their suggestions is deleted; what they rated and seconded is nobody's."""
    here = person.community_id
    for account in Account.objects.filter(person=person):
        theirs = {"community": here, "account": account}
        for row in Proposal.objects.filter(**theirs).select_related("community"):
            forget_proposal(row, by=the_clock(), at=at)
        PledgeRating.objects.filter(**theirs).delete()
        Seconding.objects.filter(**theirs).delete()
