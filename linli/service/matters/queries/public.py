"""What everybody may read: postings, found through the matters they are of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.core.places.models import Place
from linli.mechanisms.publication.models import Posting
from linli.service.matters.flows import ANSWERED, OPEN
from linli.service.matters.models import Matter
from linli.service.matters.postings import MATTERS

PAGE = 20


@dataclass(frozen=True)
class PublicPage:
    """Some postings, newest first, and from where the next page goes on."""

    postings: list[Posting]
    next: tuple[datetime, UUID] | None


def public_page(
    community: Place,
    at: datetime,
    *,
    kind: str = "",
    show: str = "",
    after: tuple[datetime, UUID] | None = None,
) -> PublicPage:
    """One page. The filters look at the matter; what is shown is the posting and nothing else."""
    matters = Matter.objects.filter(community=community, published_at__lte=at)
    if kind:
        matters = matters.filter(kind__code=kind, kind__community=community)
    if show == "open":
        matters = matters.filter(state__in=OPEN)
    elif show == "done":
        matters = matters.filter(state__in=ANSWERED)
    if after:
        moment, key = after
        matters = matters.filter(published_at__lte=moment).filter(
            Q(published_at__lt=moment) | Q(pk__gt=key)
        )
    found = list(
        matters.order_by("-published_at", "id").values_list("pk", "published_at")[: PAGE + 1]
    )
    listed, last = found[:PAGE], found[PAGE - 1] if len(found) > PAGE else None
    postings = {
        posting.owner: posting for posting in _up(community, [key for key, _at in listed], at)
    }
    return PublicPage(
        [postings[key] for key, _at in listed if key in postings],
        (last[1], last[0]) if last and last[1] else None,
    )


def postings_by_owner(community: Place, owners: list[Any], at: datetime) -> dict[UUID, Posting]:
    """The postings that are up for these matters, by matter."""
    return {posting.owner: posting for posting in _up(community, owners, at)}


def public_posting(community: Place, posting_id: UUID, at: datetime) -> Posting | None:
    """One posting of a matter, while it is up."""
    return (
        Posting.objects.filter(
            Q(comes_down_at__isnull=True) | Q(comes_down_at__gt=at),
            community=community,
            category=MATTERS.name,
            pk=posting_id,
            listed_at__lte=at,
        )
        .defer("snapshot")
        .first()
    )


def kind_code_of(posting: Posting) -> str:
    """The code of the kind a posting is of."""
    owner = Matter.objects.filter(community=posting.community_id, pk=posting.owner)
    return owner.values_list("kind__code", flat=True).first() or ""


def public_between(
    community: Place, start: datetime, end: datetime, at: datetime, *, codes: list[str], most: int
) -> list[tuple[Posting, str]]:
    """The postings of matters raised in a span, with the code of their kind, newest first."""
    matters = Matter.objects.filter(
        community=community, published_at__isnull=False, raised_at__gte=start, raised_at__lte=end
    )
    if codes:
        matters = matters.filter(kind__code__in=codes, kind__community=community)
    found = list(matters.order_by("-raised_at", "id").values_list("pk", "kind__code")[:most])
    postings = postings_by_owner(community, [key for key, _code in found], at)
    return [(postings[key], code) for key, code in found if key in postings]


def _up(community: Place, owners: list[Any], at: datetime) -> list[Posting]:
    # A matter has few postings: asked for more than its key, SQLite rather walks all that is up.
    of_these = Posting.objects.filter(community=community, owner__in=owners).defer("snapshot")
    return [each for each in of_these if each.category == MATTERS.name and each.is_up(at)]
