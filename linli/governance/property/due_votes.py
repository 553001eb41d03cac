"""What time does to owners' votes and the roster: a vote opens at its announced moment; what is
settled, come down or ended is forgotten. Safe to run twice."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q

from linli.governance.property.actions import roster_tables, vote_results, votes
from linli.governance.property.due_rows import communities_of, do, each_due, rows_of
from linli.governance.property.models import (
    Owner,
    OwnerPaper,
    OwnersVote,
    RosterObjection,
    RosterTable,
    VoteMatter,
)
from linli.governance.property.vote_named import names_kept
from linli.governance.property.vote_shown import challenge_until
from linli.lib.calendar import local_day

YEAR = roster_tables.YEAR


def run(at: datetime) -> dict[str, int]:
    """Does what is due; says how much of what."""
    return {
        "opened": _open(at),
        "forgotten_papers": _forget_papers(at),
        "forgotten_candidates": _forget_candidates(at),
        "forgotten_roster": _forget_roster(at),
    }


def _open(at: datetime) -> int:
    rows = rows_of(OwnersVote).filter(state="noticed", method="here", opens_at__lte=at)
    return each_due(votes.open_vote, rows.order_by("opens_at", "pk"), at, "poll")


def _forget_papers(at: datetime) -> int:
    today = local_day(at)
    over = rows_of(OwnersVote).filter(
        Q(state="published") | Q(state="void", voided_on__isnull=False),
        Exists(OwnerPaper.objects.across_communities("the vote says which").filter(
            vote=OuterRef("pk")
        )),
    ).order_by("published_on", "voided_on", "pk")  # fmt: skip
    due = [row.pk for row in over.select_related("community") if _kept_until(row) < today]
    return each_due(vote_results.forget_papers, over.filter(pk__in=due), at, "poll", "electorate")


def _kept_until(vote: OwnersVote) -> date:
    """The last day on which how each voted is kept."""
    if vote.state == "void":
        assert vote.voided_on is not None
        return vote.voided_on + YEAR
    return challenge_until(vote) or date.max


def _forget_candidates(at: datetime) -> int:
    named = rows_of(VoteMatter).filter(
        kind="committee", agreed_on__isnull=False, vote=OuterRef("pk")
    )
    over = rows_of(OwnersVote).filter(Exists(named)).order_by("published_on", "voided_on", "pk")
    due = [row.pk for row in over.select_related("community") if not names_kept(row, at)]
    return each_due(vote_results.forget_candidates, over.filter(pk__in=due), at, "poll")


def _forget_roster(at: datetime) -> int:
    before = local_day(at) - YEAR
    here = communities_of(
        rows_of(RosterTable).filter(state="read", read_at__lt=at - roster_tables.KEPT),
        rows_of(Owner).filter(ended_on__lt=before, forgotten_on__isnull=True),
        rows_of(RosterObjection).filter(
            Q(answered_at__lt=at - YEAR) | Q(owner__ended_on__lt=before)
        ),
    )
    return sum(do(roster_tables.forget_roster, community, at) for community in here)
