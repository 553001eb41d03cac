"""What is asked, and of which groups."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import permit
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import Finding, parameter
from linli.mechanisms.questionnaire import rules
from linli.mechanisms.questionnaire.models import PaperEntry, Question, Questionnaire, Stratum


def questionnaires_in(community: Any) -> "QuerySet[Questionnaire]":
    """All of a community, the latest first."""
    rows = Questionnaire.objects.filter(community=community).select_related("community")
    return rows.order_by("-opens_on", "-id")


def questionnaire_in(community: Any, key: UUID) -> Questionnaire:
    """One of them (Http404)."""
    found = questionnaires_in(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def kept_by(actor: Actor, community: Any, key: UUID) -> Questionnaire:
    """One that this actor keeps: prints its slips, follows its rate (Http404, Refused)."""
    found = questionnaire_in(community, key)
    permit("questionnaire.keep", actor, found)
    return found


def typed_by(actor: Actor, community: Any, key: UUID) -> Questionnaire:
    """One whose paper this actor may type in (Http404, Refused)."""
    found = questionnaire_in(community, key)
    permit("questionnaire.type_in", actor, found)
    return found


def questions_of(questionnaire: Questionnaire) -> list[Question]:
    """Its questions in their order."""
    here = questionnaire.community_id
    return list(Question.objects.filter(community=here, questionnaire=questionnaire))


def strata_of(questionnaire: Questionnaire) -> list[Stratum]:
    """The groups its sample was drawn from, by code."""
    here = questionnaire.community_id
    return list(Stratum.objects.filter(community=here, questionnaire=questionnaire))


def stratum_floor(questionnaire: Questionnaire, on: date) -> int:
    """From how many drawn on (that number included) a group may stand on an answer sheet."""
    of = jurisdictions_of(questionnaire.community)
    return int(parameter("questionnaire.stratum_floor", on, of).value)


def takes_answers(questionnaire: Questionnaire, on: date, channel: str = "web") -> Finding:
    """Whether an answer that comes this way is taken that day."""
    days = (questionnaire.opens_on, questionnaire.closes_on)
    return rules.takes_answers(questionnaire.state, *days, on, channel)


def is_over(questionnaire: Questionnaire, on: date) -> bool:
    """Whether its room may close it as time goes: the last day is over, and no paper waits for
    the second typing (or has waited for as many days as it may)."""
    if questionnaire.state != "open" or questionnaire.closes_on >= on:
        return False
    of = jurisdictions_of(questionnaire.community)
    grace = int(parameter("questionnaire.paper_grace", on, of).value)
    waited = questionnaire.closes_on + timedelta(days=grace) < on
    return waited or not waiting(questionnaire)


def waiting(questionnaire: Questionnaire) -> int:
    """How many sheets of paper wait for the second typing, or to be settled."""
    here = questionnaire.community_id
    return PaperEntry.objects.filter(community=here, questionnaire=questionnaire).count()
