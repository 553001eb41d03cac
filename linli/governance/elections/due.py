"""What time does to elections: what has served is destroyed. Safe to run twice."""

from datetime import datetime, timedelta

from django.db.models import Q

from linli.core.audit.actor import the_clock
from linli.governance.elections.actions.forgetting import (
    forget_kinships,
    forget_nominators,
    forget_signatures,
    forget_who_voted,
)
from linli.governance.elections.models import (
    CommitteeSeat,
    Election,
    Kinship,
    Nominator,
    Recall,
    Round,
)

AT_ONCE = 50
KEPT_MARKS = timedelta(days=30)
"""How long a declared result can be contested by looking at who was handed a paper."""
KEPT_SIGNATURES = timedelta(days=365)


def run(at: datetime) -> int:
    """Says how many elections, rounds and demands it touched."""
    return _over(at) + _marks(at) + _signatures(at)


def _over(at: datetime) -> int:
    """An election that is over forgets who is whose relative, and who joined in a nomination."""
    every = "time runs everywhere"
    over = Election.objects.across_communities(every).filter(state__in=("archived", "cancelled"))
    related = Kinship.objects.across_communities(every).values("election")
    left = CommitteeSeat.objects.across_communities(every).filter(left_for="kin_nominated")
    joined = Nominator.objects.across_communities(every).values("nomination__election")
    kin = over.filter(Q(pk__in=related) | Q(pk__in=left.values("election")))
    done = 0
    for forget, elections in (
        (forget_kinships, kin),
        (forget_nominators, over.filter(pk__in=joined)),
    ):
        for election in elections.order_by("pk")[:AT_ONCE]:
            forget(election, by=the_clock(), at=at)
            done += 1
    return done


def _marks(at: datetime) -> int:
    """A declared round forgets who was handed a paper."""
    rounds = (
        Round.objects.across_communities("time runs everywhere")
        .filter(
            declared_at__lt=at - KEPT_MARKS,
            poll__state__in=("settled", "void"),
            poll__marks_forgotten_at__isnull=True,
        )
        .select_related("poll")
        .order_by("declared_at")
    )
    done = 0
    for round_ in rounds[:AT_ONCE]:
        forget_who_voted(round_, by=the_clock(), at=at)
        done += 1
    return done


def _signatures(at: datetime) -> int:
    """A demand that is settled forgets who signed it."""
    recalls = (
        Recall.objects.across_communities("time runs everywhere")
        .filter(
            state__in=("carried", "failed", "refused", "withdrawn"),
            state_since__lt=at - KEPT_SIGNATURES,
            signatures__isnull=False,
        )
        .distinct()
        .order_by("state_since")
    )
    done = 0
    for recall in recalls[:AT_ONCE]:
        forget_signatures(recall, by=the_clock(), at=at)
        done += 1
    return done
