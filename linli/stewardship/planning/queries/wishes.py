"""The standing wish list: what everybody sees of it, and the desk's queue."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from linli.core.pages import cursors
from linli.core.pages.shapes import Entry
from linli.mechanisms.flow.queries import timeline
from linli.stewardship.planning.flows import WISH
from linli.stewardship.planning.models import Wish

PAGE = 40
OPEN = ("received", "listed")


@dataclass(frozen=True, slots=True)
class WishPage:
    """Some wishes, the latest first, and the cursor for older ones."""

    rows: list[Wish]
    after: str = ""


def public_wishes(community: Any, state: str = "") -> "QuerySet[Wish]":
    """Wishes a worker has put on the list, merged ones under the other; the most voices first."""
    rows = Wish.objects.filter(community=community).exclude(public_title="")
    rows = rows.filter(state=state) if state else rows.exclude(state="merged")
    return rows.order_by("-voices", "-sent_at", "id")


def public_counts(community: Any) -> dict[str, int]:
    """How many wishes on the list stand how."""
    rows = Wish.objects.filter(community=community).exclude(public_title="")
    return dict(rows.values_list("state").annotate(Count("id")).order_by())


def wish_in(community: Any, key: UUID) -> Wish:
    """One wish: its own page tells what became of it, and shows its words only where they are on
    the list (Http404)."""
    rows = Wish.objects.filter(community=community, pk=key)
    found = rows.select_related("community", "merged_into", "place", "about_plan").first()
    if found is None:
        raise Http404
    return found


def wish_queue(community: Any, show: str, after: str = "") -> WishPage:
    """The desk's list by view."""
    views = {
        "new": Q(state="received"),
        "listed": Q(state="listed"),
        "comments": Q(about_plan__isnull=False),
        "settled": ~Q(state__in=OPEN),
    }
    rows = Wish.objects.filter(views.get(show, Q()), community=community)
    position = cursors.read(after)
    if position:
        moment, last = position
        rows = rows.filter(sent_at__lte=moment).exclude(sent_at=moment, id__gte=last)
    found = list(rows.select_related("merged_into").order_by("-sent_at", "-id")[: PAGE + 1])
    page = found[:PAGE]
    more = cursors.write((page[-1].sent_at, page[-1].pk)) if len(found) > PAGE else ""
    return WishPage(page, more)


def queue_counts(community: Any) -> dict[str, int]:
    """How many wait, are listed, are comments."""
    counted: dict[str, int] = Wish.objects.filter(community=community).aggregate(
        new=Count("id", filter=Q(state="received")),
        listed=Count("id", filter=Q(state="listed")),
    )
    return counted


def mergeable(community: Any, wish: Wish) -> "QuerySet[Wish]":
    """The wishes another can be merged into: on the list, and not itself."""
    rows = Wish.objects.filter(community=community, state__in=("listed", "taken_up"))
    return rows.exclude(pk=wish.pk).order_by("-sent_at")


def story_of(wish: Wish, *, public: bool) -> list[Entry]:
    """What became of it, step by step."""
    return timeline(WISH, wish, public=public)


def wishes_between(community: Any, since: datetime, until: datetime) -> "QuerySet[Wish]":
    """Those sent in a time, both ends included."""
    return Wish.objects.filter(community=community, sent_at__gte=since, sent_at__lte=until)
