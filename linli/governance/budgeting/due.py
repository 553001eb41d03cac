"""What time does here: a year after a round is over, who sent what and who accepted goes. Safe to
run twice."""

from datetime import datetime, timedelta

from django.db.models import Q

from linli.core.audit.actor import the_clock
from linli.governance.budgeting.actions import forget_authors
from linli.governance.budgeting.models import Round

KEPT = timedelta(days=365)
AT_ONCE = 100


def run(at: datetime) -> int:
    """Forgets; says how many rounds."""
    rows = Round.objects.across_communities("time runs everywhere").filter(
        Q(ideas__person__isnull=False)
        | Q(ideas__account__isnull=False)
        | Q(projects__acceptors__person__isnull=False),
        state__in=("ended", "cancelled"),
        state_since__lt=at - KEPT,
    )
    over = rows.select_related("community").order_by("state_since", "pk").distinct()[:AT_ONCE]
    for round_ in over:
        forget_authors(round_, by=the_clock(), at=at)
    return len(over)
