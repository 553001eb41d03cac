"""Rounds: for everybody once ideas are called for, before that at the desk alone."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.budgeting.models import Round, Ruling, Vetter
from linli.governance.budgeting.rules.rounds import BudgetingPromises, promises
from linli.mechanisms.ballot.models import ElectorateVersion

BEFORE_RULES = ("drafted", "ideas", "vetting")


def promises_of(community: Place, on: Any) -> BudgetingPromises:
    """What is promised here on that day."""
    return promises(on, jurisdictions_of(community))


def rounds_of(community: Any) -> "QuerySet[Round]":
    """All rounds, the latest first."""
    return (
        Round.objects.filter(community=community)
        .select_related("community", "area", "poll__electorate")
        .order_by("-drafted_at", "-id")
    )


def public_rounds(community: Any) -> "QuerySet[Round]":
    """Those whose ideas have been called for."""
    return rounds_of(community).exclude(state="drafted").filter(steps__move="open_ideas")


def public_round(community: Any, round_id: UUID) -> Round:
    """One that everybody may see (Http404)."""
    return _found(public_rounds(community), round_id)


def round_in(community: Any, round_id: UUID) -> Round:
    """One at the desk, whose gate has asked who comes (Http404)."""
    return _found(rounds_of(community), round_id)


def ruling_of(round_: Round) -> Ruling | None:
    """The rules as they were last published."""
    rows = Ruling.objects.filter(community=round_.community_id, round=round_)
    return rows.select_related("posting", "round__area").order_by("-number").first()


def public_ruling(round_: Round) -> Ruling | None:
    """The rules that hold; None while ideas are being vetted (again)."""
    return None if round_.state in BEFORE_RULES else ruling_of(round_)


def roll_at_opening(round_: Round) -> str:
    """The hash of the roll as it was frozen when the vote opened; nothing before."""
    if round_.poll is None:
        return ""
    versions = ElectorateVersion.objects.filter(
        community=round_.community_id, electorate=round_.poll.electorate_id, version=1
    )
    return versions.values_list("sha256", flat=True).first() or ""


def vetters_of(round_: Round) -> dict[str, Vetter]:
    """Who vets what."""
    rows = Vetter.objects.filter(community=round_.community_id, round=round_)
    return {each.aspect: each for each in rows.select_related("account")}


def _found(rows: "QuerySet[Round]", round_id: UUID) -> Round:
    found = rows.filter(pk=round_id).first()
    if found is None:
        raise Http404
    return found
