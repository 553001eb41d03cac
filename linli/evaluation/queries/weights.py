"""The weights a year is read by, and the decisions there are."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.evaluation.models import Weighing


def weighing_of(community: Any, year: int) -> Weighing | None:
    """The decision a year is read by; None: all groups weigh the same."""
    found: Weighing | None = adopted_weighings(community).filter(from_year__lte=year).first()
    return found


def adopted_weighings(community: Any) -> "QuerySet[Weighing]":
    """What was decided, for everybody, the latest first."""
    rows: QuerySet[Weighing] = Weighing.objects.filter(community=community, state="adopted")
    return rows.order_by("-from_year")


def weighings_of(community: Any) -> "QuerySet[Weighing]":
    """Drafts too, for the desk: those first."""
    rows: QuerySet[Weighing] = Weighing.objects.filter(community=community)
    return rows.order_by("-state", "-from_year", "-made_at")


def weighing_in(community: Any, key: UUID) -> Weighing:
    """One of this community. Http404 where there is none."""
    found = Weighing.objects.filter(community=community, pk=key).first()
    if found is None:
        raise Http404
    found.community = community
    return found
