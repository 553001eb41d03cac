"""Pledges: as everybody reads them, with what became of each; what is overdue; what was said."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404

from linli.core.places.laid_down import floor_laid_down
from linli.partners.organisations.models import Pledge, PledgeRating
from linli.partners.organisations.rules.pledges import told_counts
from linli.partners.organisations.unit_words import SCORES, STANDINGS


@dataclass(frozen=True, slots=True)
class Told:
    """A pledge as it stands on a day."""

    pledge: Pledge
    standing: str
    words: Any
    tone: str


def pledges_of(community: Any) -> QuerySet[Pledge]:
    """All pledges with their units."""
    rows = Pledge.objects.filter(community=community)
    return rows.select_related("unit__organisation", "community", "meeting__gathering")


def pledges_shown(community: Any) -> QuerySet[Pledge]:
    """What everybody may read."""
    return pledges_of(community).filter(shown_on__isnull=False)


def pledge_shown(community: Any, key: UUID) -> Pledge:
    """One of those (Http404)."""
    found = pledges_shown(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def told(rows: Any, on: date) -> list[Told]:
    """Each with how it stands that day."""
    found = []
    for row in rows:
        standing = row.standing(on)
        words, tone = STANDINGS[standing]
        found.append(Told(row, standing, words, tone))
    return found


def counts_by_standing(community: Any, on: date) -> dict[str, int]:
    """How many pledges everybody may read stand how: pledges of units, never of persons."""
    counts = dict.fromkeys(STANDINGS, 0)
    days = ("due_on", "delivered_on", "confirmed_on", "given_back_on")
    rows = Pledge.objects.filter(community=community, shown_on__isnull=False)
    for row in rows.only(*days).iterator(2000):
        counts[row.standing(on)] += 1
    return counts


def overdue(community: Any, on: date) -> QuerySet[Pledge]:
    """What should have been done by now and is not."""
    return pledges_of(community).filter(
        due_on__lt=on, delivered_on__isnull=True, given_back_on__isnull=True
    )


def to_check(community: Any) -> QuerySet[Pledge]:
    """What units say was done and nobody has looked at."""
    return pledges_of(community).filter(
        delivered_on__isnull=False, confirmed_on__isnull=True, given_back_on__isnull=True
    )


def said_of(pledge: Pledge, on: date) -> list[tuple[Any, int]] | None:
    """What residents said of it, as counts, once there are enough of them; else None."""
    rows = PledgeRating.objects.filter(community=pledge.community_id, pledge=pledge)
    counts = dict(rows.values_list("score").annotate(Count("pk")).order_by())
    shown = told_counts(counts, floor_laid_down(pledge.community, on))
    return None if shown is None else [(words, shown.get(code, 0)) for code, words in SCORES]


def has_rated(pledge: Pledge, account: UUID | None) -> bool:
    """Whether somebody has said a word about it."""
    rows = PledgeRating.objects.filter(community=pledge.community_id, pledge=pledge)
    return account is not None and rows.filter(account=account).exists()
