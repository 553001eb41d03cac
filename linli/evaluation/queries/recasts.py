"""Past years by later definitions: which there are, and their figures."""

from typing import Any

from django.db.models import QuerySet

from linli.evaluation.models import Recast, RecastFigure


def recasts_of(community: Any) -> "QuerySet[Recast]":
    """All there are, the latest year first."""
    rows: QuerySet[Recast] = Recast.objects.filter(community=community)
    return rows.select_related("job").order_by("-year", "-by_year")


def figures_recast(community: Any) -> "QuerySet[RecastFigure]":
    """Those of all that came about, in the order of the indicators."""
    rows: QuerySet[RecastFigure] = RecastFigure.objects.filter(
        community=community, recast__state="done"
    )
    return rows.select_related("recast").order_by("indicator")


def recast_figures(community: Any, indicator: str) -> "QuerySet[RecastFigure]":
    """One indicator's, of those that came about, the latest year first."""
    rows: QuerySet[RecastFigure] = RecastFigure.objects.filter(
        community=community, indicator=indicator, recast__state="done"
    )
    return rows.select_related("recast").order_by("-recast__year", "-recast__by_year")
