"""The reports of a community."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.evaluation.models import Report


def reports_of(community: Any) -> QuerySet[Report]:
    """All reports of a community, the latest period first; without what they hold."""
    rows = Report.objects.filter(community=community).defer("content", "words")
    return rows.select_related("job").order_by("-starts", "period_kind", "-edition")


def report_in(community: Any, key: UUID) -> Report:
    """One report of this community. Http404 where there is none."""
    report = Report.objects.filter(community=community, pk=key).select_related("job").first()
    if report is None:
        raise Http404
    report.community = community
    return report
