"""When a person is forgotten, what this room holds by their account goes as well."""

from datetime import datetime

from linli.core.access.models import Account
from linli.core.audit.actor import the_clock
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.partners.organisations.actions.proposals import forget_proposal
from linli.partners.organisations.actions.social import forget_leader
from linli.partners.organisations.flows_social import ON_RECORD
from linli.partners.organisations.models import (
    PledgeRating,
    Proposal,
    Seconding,
    SocialOrganisation,
)

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


@when_forgotten
def let_founding_go(person: Person, at: datetime) -> None:
    """Of an organisation they founded that is not on record nobody is kept who leads it; the desk
    may take back what is left of it."""
    for account in Account.objects.filter(person=person):
        rows = SocialOrganisation.objects.filter(
            community=person.community_id, handed_in_by=account
        )
        for row in rows.exclude(state__in=ON_RECORD):
            forget_leader(row)
            row.handed_in_by = None
            row.save(update_fields=["handed_in_by"])
