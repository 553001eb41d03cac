"""Notices about help, for the desk; the register says for which office and when, never who."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from linli.service.catalogue.models.assistance import AssistanceNotice


def assistance_notices(community: Any, limit: int = 60) -> "QuerySet[AssistanceNotice]":
    """The latest first."""
    rows: QuerySet[AssistanceNotice] = AssistanceNotice.objects.filter(
        community=community, posting__isnull=False
    )
    return rows.select_related("posting", "posting__prepared_by").order_by("-id")[:limit]


def assistance_notice(community: Any, posting: UUID) -> AssistanceNotice | None:
    """One, by its notice."""
    rows = AssistanceNotice.objects.filter(community=community, posting=posting)
    found: AssistanceNotice | None = rows.select_related("posting", "posting__prepared_by").first()
    return found
