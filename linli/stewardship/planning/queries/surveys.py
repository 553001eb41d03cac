"""Surveys of needs, each with its questionnaire."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.stewardship.planning.models import Survey


def surveys_of(community: Any) -> "QuerySet[Survey]":
    """All of them, the latest first."""
    rows = Survey.objects.filter(community=community).select_related("questionnaire__community")
    return rows.order_by("-questionnaire__opens_on", "-id")


def survey_in(community: Any, key: UUID) -> Survey:
    """One survey at the desk (Http404)."""
    found = surveys_of(community).select_related("community").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def open_survey(community: Any) -> Survey | None:
    """The one that is being taken, if any."""
    return surveys_of(community).filter(state="open").select_related("community").first()


def published_surveys(community: Any) -> "QuerySet[Survey]":
    """Those whose results everybody may read."""
    return surveys_of(community).filter(state="published")
