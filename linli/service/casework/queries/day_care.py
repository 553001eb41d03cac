"""The sheet of a day-care centre's register one has loaded."""

from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404

from linli.service.casework.models.cases import Case
from linli.service.casework.models.day_care import DayCount, DaySheetLine


def lines_of(case: Case, on: date) -> list[DaySheetLine]:
    """Who came on a day, in the order they came."""
    rows = DaySheetLine.objects.filter(community=case.community_id, case=case, on=on)
    found = list(rows)
    for row in found:
        row.case = case
    return found


def line_of(case: Case, line: UUID) -> DaySheetLine:
    """One of the lines still kept."""
    rows = DaySheetLine.objects.filter(community=case.community_id, case=case)
    found = rows.filter(pk=line).first()
    if found is None:
        raise Http404
    found.case = case
    return found


def names_before(case: Case, on: date, most: int = 60) -> list[str]:
    """Names of the days still kept, so that nobody is typed twice: not of today, and none that is
    erased."""
    rows = DaySheetLine.objects.filter(community=case.community_id, case=case, on__lt=on)
    known: dict[str, None] = {}
    for row in rows.order_by("-on", "-came_at")[:400]:
        row.case = case
        known.setdefault(row.name)
    return list(known)[:most]


def counts_of(case: Case, most: int = 60) -> list[tuple[date, int]]:
    """How many came each day, the latest first: of the erased days, and of those still kept."""
    rows = {"community": case.community_id, "case": case}
    counted = _by_day(DaySheetLine.objects.filter(**rows), DayCount.objects.filter(**rows))
    return sorted(counted.items(), reverse=True)[:most]


def counts_here(community: Any, since: date, until: date) -> dict[date, int]:
    """How many came each day to the centres of a community: counts, and no name."""
    rows = {"community": community, "on__gte": since, "on__lte": until}
    return _by_day(DaySheetLine.objects.filter(**rows), DayCount.objects.filter(**rows))


def _by_day(lines: Any, counts: Any) -> dict[date, int]:
    found: Counter[date] = Counter(lines.values_list("on", flat=True))
    for on, came in counts.values_list("on", "came"):
        found[on] += came
    return dict(found)
