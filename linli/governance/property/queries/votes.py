"""Owners' votes as pages and sheets ask for them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.governance.property.models import Estate, OwnerPaper, OwnersVote, VoteMatter
from linli.mechanisms.ballot.models import NamedPaper

PUBLIC = ("noticed", "open", "closed", "counted", "published")
PAPERS = 100


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the papers are; numbers alone."""

    all: int
    delivered: int
    returned: int
    entered: int
    void: int

    @property
    def waiting(self) -> int:
        return self.returned - self.entered


def votes_told(community: Any) -> "QuerySet[OwnersVote]":
    """Votes everybody may know of, the newest first."""
    return (
        OwnersVote.objects.filter(
            Q(state__in=PUBLIC) | Q(state="void", noticed_on__isnull=False), community=community
        )
        .select_related("estate", "place")
        .order_by("-noticed_on", "-id")[:60]
    )


def vote_told(community: Any, vote: UUID) -> OwnersVote:
    """One of them; 404 otherwise."""
    found: OwnersVote | None = _votes(community).filter(
        Q(state__in=PUBLIC) | Q(state="void", noticed_on__isnull=False), pk=vote
    ).first()  # fmt: skip
    if found is None:
        raise Http404
    return found


def vote_for(community: Any, vote: UUID) -> OwnersVote:
    """One at the desk, whatever state it is in; 404 otherwise."""
    found: OwnersVote | None = _votes(community).filter(pk=vote).first()
    if found is None:
        raise Http404
    return found


def _votes(community: Any) -> "QuerySet[OwnersVote]":
    return OwnersVote.objects.filter(community=community).select_related(
        "estate__place", "place", "poll__electorate", "community"
    )


def votes_at_desk(community: Any) -> "QuerySet[OwnersVote]":
    """All of them, the newest first."""
    rows = OwnersVote.objects.filter(community=community)
    return rows.select_related("estate", "place").order_by("-id")[:60]


def matters_of(vote: OwnersVote) -> list[VoteMatter]:
    """The questions in order."""
    return list(vote.matters.all())


def progress_of(vote: OwnersVote) -> Progress:
    """How many papers are where."""
    found = OwnerPaper.objects.filter(community=vote.community_id, vote=vote).aggregate(
        all=Count("id"),
        delivered=Count("id", filter=Q(delivered_on__isnull=False)),
        returned=Count("id", filter=Q(returned_on__isnull=False)),
        entered=Count("id", filter=Q(entered_at__isnull=False)),
        void=Count("id", filter=~Q(void_for="")),
    )
    return Progress(**found)


def papers_of(vote: OwnersVote, show: str, after: int, words: str = "") -> list[OwnerPaper]:
    """A page of papers by number, one more than is shown where there are more. `show`: waiting,
    undelivered, out (delivered, not back)."""
    rows = OwnerPaper.objects.filter(community=vote.community_id, vote=vote, number__gt=after)
    if show == "waiting":
        rows = rows.filter(returned_on__isnull=False, entered_at__isnull=True)
    elif show == "undelivered":
        rows = rows.filter(delivered_on__isnull=True)
    elif show == "out":
        rows = rows.filter(delivered_on__isnull=False, returned_on__isnull=True)
    words = words.strip()
    if words.isascii() and words.isdigit() and len(words) < 9:
        rows = rows.filter(Q(number=int(words)) | Q(label__contains=words))
    elif words:
        rows = rows.filter(label__contains=words)
    return list(rows.select_related("elector").defer("first").order_by("number")[: PAPERS + 1])


def paper_for(community: Any, paper: UUID) -> OwnerPaper:
    """One paper at the desk; 404 otherwise."""
    found: OwnerPaper | None = (
        OwnerPaper.objects.filter(community=community, pk=paper)
        .select_related("vote__poll__electorate", "vote__estate", "elector", "owner")
        .first()
    )
    if found is None:
        raise Http404
    return found


def own_papers(vote: OwnersVote, actor: Actor) -> "QuerySet[OwnerPaper]":
    """The visitor's own paper on its way; nobody's else."""
    if actor.person is None:
        return OwnerPaper.objects.none()
    return OwnerPaper.objects.filter(
        community=vote.community_id, vote=vote, owner__person=actor.person
    ).select_related("elector")


def own_content(paper: OwnerPaper) -> NamedPaper | None:
    """What that paper says, where it lies in the box."""
    found: NamedPaper | None = NamedPaper.objects.filter(
        community=paper.community_id, elector=paper.elector_id, poll=paper.vote.poll_id
    ).first()
    return found


def estate_for(community: Any, estate: UUID) -> Estate:
    """One estate; 404 otherwise."""
    found: Estate | None = (
        Estate.objects.filter(community=community, pk=estate)
        .select_related("place", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found
