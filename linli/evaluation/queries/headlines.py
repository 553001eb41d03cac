"""The few figures that other pages show of a community."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from linli.evaluation.models import Figure
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.periods import period_of
from linli.evaluation.presentation import show_figure


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure as the public may see it, ready for `{% tally %}`."""

    title: str
    value: str | None
    unit: Any
    note: str
    suppressed: bool
    url: str


def headline(community: Any, on: date) -> list[Headline]:
    """The present year's headline figures; one query."""
    rows = [row for row in catalogue_of(community).all_in_force(on) if row.headline]
    figures = Figure.objects.filter(
        community=community,
        period_kind="year",
        starts=period_of("year", on).starts,
        indicator__in=[row.id for row in rows],
    )
    found = {figure.indicator: figure for figure in figures}
    shown = [show_figure(row, found.get(row.id), sees_all=False) for row in rows]
    return [
        Headline(
            str(each.indicator.title),
            each.words,
            each.unit,
            each.note,
            each.hidden,
            reverse("evaluation:indicator", args=[community.code, each.indicator.id]),
        )
        for each in shown
    ]
