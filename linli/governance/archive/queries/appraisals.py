"""Appraisals: what is past its term, what was judged, the list of what was destroyed."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.governance.archive.models import Appraisal, Item, Judgement, Present

LONGEST = 1000
"""So many items at most are on one list: what is more waits for the next."""


def past_term(community: Any, on: date) -> "QuerySet[Item]":
    """The items whose term is over on that day, the longest over first."""
    return Item.objects.filter(
        community=community, state="kept", keep_until__isnull=False, keep_until__lte=on
    ).order_by("keep_until", "id")


def count_past_term(community: Any, on: date) -> int:
    """How many there are, up to the longest list and one."""
    return past_term(community, on)[: LONGEST + 1].count()


def appraisals_of(actor: Actor, community: Any) -> list[Appraisal]:
    """All appraisals, the latest first; none for who does not work with the archive."""
    if not may("archive.see", actor, community):
        return []
    rows = Appraisal.objects.filter(community=community).order_by("-opened_on", "-id")
    return list(rows[:100])


def appraisal_for(actor: Actor, community: Any, key: UUID) -> Appraisal:
    """One appraisal, for who works with the archive (Http404)."""
    found = None
    if may("archive.see", actor, community):
        found = (
            Appraisal.objects.filter(community=community, pk=key)
            .select_related("community", "judged_by", "approved_by")
            .first()
        )
    if found is None:
        raise Http404
    return found


def judgements_of(appraisal: Appraisal) -> list[Judgement]:
    """Its lines, in the order of the items' terms."""
    rows = Judgement.objects.filter(community=appraisal.community_id, appraisal=appraisal)
    return list(rows.select_related("item", "item__community").order_by("id"))


def counts_of(appraisal: Appraisal) -> dict[str, int]:
    """How many lines there are, how many are judged, and what became of them."""
    rows = Judgement.objects.filter(community=appraisal.community_id, appraisal=appraisal)
    by = rows.order_by().values("verdict", "outcome").annotate(many=Count("pk"))
    counted = {"items": 0, "destroy": 0, "extend": 0, "destroyed": 0, "extended": 0, "spared": 0}
    for row in by:
        counted["items"] += row["many"]
        for word in (row["verdict"], row["outcome"]):
            if word:
                counted[word] += row["many"]
    return counted


def present_at(appraisal: Appraisal, role: str) -> list[Present]:
    """Who sat in the group (`group`), or watched (`watch`)."""
    rows = Present.objects.filter(community=appraisal.community_id, appraisal=appraisal, role=role)
    return list(rows.order_by("id"))
