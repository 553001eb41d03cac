"""What time does with pledges and proposals: a pledge whose day is over is told, once; how a
suggestion was said is deleted long after it was answered. Safe to run twice."""

from collections import defaultdict
from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.partners.organisations.actions.pledges import tell_pledge_late
from linli.partners.organisations.actions.proposals import forget_proposal
from linli.partners.organisations.models import Pledge, Proposal

AT_ONCE = 200
WHY = "time runs everywhere"
KEPT_DAYS = "organisations.proposal_kept_days"


def run_units(at: datetime) -> dict[str, int]:
    """Does what is due up to `at`."""
    return {"late": _tell_late(at), "forgotten": _forget(at)}


def _tell_late(at: datetime) -> int:
    rows = Pledge.objects.across_communities(WHY).filter(
        due_on__lt=local_day(at), delivered_on__isnull=True, given_back_on__isnull=True,
        late_told_on__isnull=True,
    )  # fmt: skip
    told = 0
    for row in rows.select_related("unit__organisation", "community").order_by("due_on")[:AT_ONCE]:
        try:
            tell_pledge_late(row, by=the_clock(), at=at)
        except Refused:  # it was delivered or given back meanwhile
            continue
        told += 1
    return told


def _forget(at: datetime) -> int:
    """One query for each number of days that is laid down anywhere."""
    on, forgotten = local_day(at), 0
    answered = Proposal.objects.across_communities(WHY).filter(
        forgotten_on__isnull=True, answered_on__isnull=False
    )
    kept: dict[int, list[Place]] = defaultdict(list)
    for community in Place.objects.filter(pk__in=answered.values("community")):
        kept[number_laid_down(KEPT_DAYS, community, on)].append(community)
    for days, communities in kept.items():
        over = answered.filter(
            community__in=communities, answered_on__lte=on - timedelta(days=days)
        ).select_related("community")
        for row in over.order_by("answered_on")[: AT_ONCE - forgotten]:
            forget_proposal(row, by=the_clock(), at=at)
            forgotten += 1
    return forgotten
