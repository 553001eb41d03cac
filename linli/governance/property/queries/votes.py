"""Owners' votes as pages and sheets ask for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.governance.property.models import Estate, OwnerPaper, OwnersVote, VoteMatter
from linli.mechanisms.ballot.models import Mark, NamedPaper

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
    screen: int = 0

    @property
    def waiting(self) -> int:
        return self.returned - self.entered


def votes_told(community: Any) -> "QuerySet[OwnersVote]":
    """Votes everybody may know of."""
    return OwnersVote.objects.filter(
        Q(state__in=PUBLIC) | Q(state="void", noticed_on__isnull=False), community=community
    ).select_related("estate", "place")


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


def vote_seen(actor: Actor, community: Any, vote: UUID) -> OwnersVote:
    """One at the desk, where this reader watches the votes of just that estate."""
    found = vote_for(community, vote)
    if not may("property.see_votes_desk", actor, found):
        raise Http404
    return found


def votes_at_desk(community: Any, estates: Sequence[Estate]) -> "QuerySet[OwnersVote]":
    """Those of these estates, the newest first."""
    rows = OwnersVote.objects.filter(community=community, estate__in=estates)
    return rows.select_related("estate", "place").order_by("-id")


def votes_of(estate: Estate) -> "QuerySet[OwnersVote]":
    """Votes of one estate everybody may know of, the newest first."""
    told = Q(state__in=PUBLIC) | Q(state="void", noticed_on__isnull=False)
    rows = OwnersVote.objects.filter(told, community=estate.community_id, estate=estate)
    return rows.order_by("-noticed_on", "-id")[:10]


def matters_of(vote: OwnersVote) -> list[VoteMatter]:
    """The questions in order."""
    return list(vote.matters.all())


def matter_for(community: Any, matter: UUID) -> VoteMatter:
    """One question at the desk; 404 otherwise."""
    found: VoteMatter | None = (
        VoteMatter.objects.filter(community=community, pk=matter)
        .select_related("vote__estate", "vote__community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def progress_of(vote: OwnersVote) -> Progress:
    """How many papers are where."""
    found = OwnerPaper.objects.filter(community=vote.community_id, vote=vote).aggregate(
        all=Count("id"),
        delivered=Count("id", filter=Q(delivered_on__isnull=False)),
        returned=Count("id", filter=Q(returned_on__isnull=False)),
        entered=Count("id", filter=Q(entered_at__isnull=False)),
        void=Count("id", filter=~Q(void_for="")),
    )
    screen = 0
    if vote.poll_id is not None:
        cast = Mark.objects.filter(community=vote.community_id, poll=vote.poll_id, how="screen")
        screen = cast.count()
    return Progress(**found, screen=screen)


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


def next_to_type(vote: OwnersVote, account: Any) -> OwnerPaper | None:
    """The next paper that has come back and that this one may type: not one they typed first."""
    rows = OwnerPaper.objects.filter(
        community=vote.community_id, vote=vote, returned_on__isnull=False, entered_at__isnull=True
    ).exclude(first_by=account)
    found: OwnerPaper | None = rows.defer("first").order_by("number").first()
    return found


def own_papers(vote: OwnersVote, actor: Actor) -> "QuerySet[OwnerPaper]":
    """The visitor's own paper on its way, by the roll as it was frozen; nobody's else. Who became
    an owner's person since reads nothing of how the one before voted."""
    if actor.person is None:
        return OwnerPaper.objects.none()
    return OwnerPaper.objects.filter(
        community=vote.community_id, vote=vote, elector__person=actor.person
    ).select_related("elector")


def own_content(paper: OwnerPaper) -> NamedPaper | None:
    """What that paper says, where it lies in the box."""
    found: NamedPaper | None = NamedPaper.objects.filter(
        community=paper.community_id, elector=paper.elector_id, poll=paper.vote.poll_id
    ).first()
    return found


def estate_for(community: Any, estate: UUID) -> Estate:
    """One estate that is open; 404 otherwise."""
    found: Estate | None = (
        Estate.objects.filter(community=community, pk=estate, until__isnull=True)
        .select_related("place", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found
