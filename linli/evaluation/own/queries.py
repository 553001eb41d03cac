"""What a community composed itself: drafts and versions."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.evaluation.definitions import catalogue
from linli.evaluation.own.catalogue import kept_of
from linli.evaluation.own.choices import DRAFT
from linli.evaluation.own.models import OwnIndicator
from linli.evaluation.queries.figures import last_reckoning

AT_ONCE = 20_000
"""So many facts are read while somebody waits; of more the trial is a job."""


def drafts_of(community: Any) -> QuerySet[OwnIndicator]:
    """What is being composed, the latest first."""
    rows = OwnIndicator.objects.filter(community=community, state=DRAFT)
    return rows.select_related("drafted_by").order_by("-id")


def own_in(community: Any, key: UUID) -> OwnIndicator:
    """One draft or version of this community. Http404 where there is none."""
    rows = OwnIndicator.objects.filter(community=community, pk=key)
    row = rows.select_related("job", "kept_by", "drafted_by").first()
    if row is None:
        raise Http404
    row.community = community
    return row


def latest_of(community: Any, code: str) -> OwnIndicator | None:
    """The last version of a code."""
    return kept_of(community).filter(code=code).last() if code else None


def versions_of(row: OwnIndicator) -> list[OwnIndicator]:
    """All versions of its code, the latest first."""
    return list(kept_of(row.community_id).filter(code=row.code).reverse()) if row.code else []


def titles_taken(community: Any, *, but: str) -> set[str]:
    """What the indicators in use are called, those of the code `but` left out."""
    own = kept_of(community).filter(until__isnull=True).exclude(code=but or "-")
    return {*own.values_list("title", flat=True), *(row.title.zh for row in catalogue().rows)}


def is_long(community: Any) -> bool:
    """Whether reading a year here takes longer than somebody waits."""
    last = last_reckoning(community)
    return last is not None and last.facts > AT_ONCE
