"""The waves of a community. Loading is the permission check."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404

from linli.evaluation.surveys.models import Breakdown, Estimate, Invitation, Survey
from linli.lib.law import Finding, Refused
from linli.mechanisms.questionnaire.queries.answers import rate_of


def waves_of(community: Any) -> "QuerySet[Survey]":
    """All of them, the latest first."""
    rows = Survey.objects.filter(community=community)
    return rows.select_related("questionnaire__community", "community", "job").order_by(
        "-questionnaire__opens_on", "-pk"
    )


def wave_in(community: Any, questionnaire: UUID) -> Survey:
    """One wave at the desk, by its questionnaire (Http404)."""
    found = waves_of(community).filter(questionnaire=questionnaire).first()
    if found is None:
        raise Http404
    return found


def wave_with_id(community: Any, key: Any) -> Survey:
    """One wave by its own id (Http404)."""
    found = waves_of(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def published_waves(community: Any) -> "QuerySet[Survey]":
    """Those whose results everybody may read, the latest first."""
    return (
        waves_of(community)
        .filter(published_on__isnull=False)
        .order_by("-questionnaire__closes_on", "-pk")
    )


def published_wave(community: Any, questionnaire: UUID) -> Survey:
    """One of these (Http404)."""
    found = published_waves(community).filter(questionnaire=questionnaire).first()
    if found is None:
        raise Http404
    return found


def wave_before(survey: Survey) -> Survey | None:
    """The published wave before this one."""
    rows = published_waves(survey.community_id).exclude(pk=survey.pk)
    return rows.filter(questionnaire__closes_on__lt=survey.questionnaire.closes_on).first()


def open_waves(community: Any, on: date) -> list[Survey]:
    """Those that are being taken on that day, or will be: opened, and their last day not over."""
    rows = waves_of(community).filter(questionnaire__state="open")
    return list(rows.filter(questionnaire__closes_on__gte=on))


def estimates_in(survey: Survey) -> list[Estimate]:
    """What was reckoned of a wave, with the ratings of services."""
    return list(Estimate.objects.filter(community=survey.community_id, survey=survey))


def heard_in(survey: Survey, floor: int) -> tuple[int, int]:
    """How many sheets count, and of how many asked: in every wave, whether anything could be
    estimated or not."""
    made = survey.questionnaire
    rate = rate_of(made, floor)
    return rate.valid, survey.frame_units if rate.drawn is None else rate.drawn


def last_in(community: Any, since: date, until: date) -> Survey | None:
    """The latest published wave that ended between two days."""
    rows = published_waves(community).filter(questionnaire__closes_on__range=(since, until))
    return rows.first()


def breakdowns_in(survey: Survey) -> list[Breakdown]:
    """Its tables, as they may be shown."""
    rows = Breakdown.objects.filter(community=survey.community_id, survey=survey)
    return list(rows.order_by("item", "by"))


def doors_of(survey: Survey, stratum: str = "") -> "QuerySet[Invitation]":
    """The doors still to be asked at, in the order one walks, of one stratum or all."""
    rows = Invitation.objects.filter(community=survey.community_id, survey=survey)
    if stratum:
        rows = rows.filter(stratum=stratum)
    return rows.select_related("dwelling", "survey__questionnaire").order_by(
        "dwelling__position", "whom", "pk"
    )


def door_in(survey: Survey, key: UUID) -> Invitation:
    """One of these. Refused where somebody has left it, perhaps with the click before."""
    found = doors_of(survey).filter(pk=key).first()
    if found is None:
        raise Refused(Finding(False, "evaluation.door_open"))
    return found


def count_doors(survey: Survey) -> dict[str, int]:
    """How many doors are still open, by stratum."""
    rows = Invitation.objects.filter(community=survey.community_id, survey=survey)
    return dict(rows.values_list("stratum").annotate(n=Count("pk")).order_by())
