"""Surveys, their slips, and their results with small counts hidden."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.pages.shapes import Chart
from linli.core.people.keys import blind_index
from linli.lib.numbers import FLOOR
from linli.stewardship.planning import rules
from linli.stewardship.planning.models import AnswerSheet, Question, Slip, Survey

THIN = Fraction(1, 20)
"""Of the slips handed out, the share that must be exceeded for a result to stand without a
warning (row B29)."""


def surveys_of(community: Any) -> "QuerySet[Survey]":
    """All of them, the latest first."""
    return Survey.objects.filter(community=community).order_by("-opens_on", "-id")


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


def questions_of(survey: Survey) -> list[Question]:
    """Its questions in their order."""
    return list(Question.objects.filter(community=survey.community_id, survey=survey))


def digest_of(code: str) -> bytes:
    """What is kept of a slip's code."""
    return hashlib.sha256(code.encode()).digest()


def slip_open(survey: Survey, code: str) -> bool:
    """Whether a code (in its one form) is a slip of this survey that was not used."""
    slips = Slip.objects.filter(community=survey.community_id, survey=survey, used=False)
    return slips.filter(digest=digest_of(code)).exists()


def taker_of(survey: Survey, account: UUID, dwellings: tuple[UUID, ...]) -> bytes | None:
    """What stands for whoever takes a slip on the page: the household's dwelling or the account,
    keyed, so that the row names neither. None where a survey is by household and this account
    belongs to no dwelling."""
    if survey.per == "person":
        return blind_index(f"{survey.pk}/{account}", "planning.taker")
    if not dwellings:
        return None
    return blind_index(f"{survey.pk}/{min(dwellings)}", "planning.taker")


@dataclass(frozen=True, slots=True)
class Result:
    """One question with its counts as they may be shown, and as a chart (none for words)."""

    question: Question
    shown: rules.Shown
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class Results:
    """A survey's outcome. `answered`: sheets, None where too few to be told."""

    survey: Survey
    answered: int
    handed_out: int
    results: list[Result]

    @property
    def answered_told(self) -> int | None:
        """How many answered, where that may be told."""
        return None if 0 < self.answered < FLOOR else self.answered


def results_of(survey: Survey, *, titles: dict[str, Any]) -> Results:
    """Counts every sheet once, in two queries. `titles`: the words of the chart's columns."""
    sheets = AnswerSheet.objects.filter(community=survey.community_id, survey=survey)
    said = list(sheets.values_list("answers", flat=True))
    results = [_result(question, said, titles) for question in questions_of(survey)]
    return Results(survey, len(said), survey.handed_out, results)


def _result(question: Question, said: list[dict[str, Any]], titles: dict[str, Any]) -> Result:
    answers = [sheet[question.key] for sheet in said if sheet.get(question.key)]
    if question.kind == "words":
        few = 0 < len(answers) < FLOOR
        return Result(question, rules.Shown(None if few else len(answers), ()), None)
    counted = Counter(choice for chosen in answers for choice in chosen)
    counts = [counted[str(number)] for number, _text in enumerate(question.options)]
    shown = rules.show_counts(len(answers), counts, FLOOR, one=question.kind == "one")
    chart = Chart(
        kind="bar",
        title=question.text,
        heading=titles["option"],
        columns=[titles["answers"]],
        rows=[(text, n) for text, n in zip(question.options, shown.counts, strict=True)],
        unit=titles["unit"],
        note=titles["few"] if None in shown.counts else "",
    )
    return Result(question, shown, chart)


def words_said(survey: Survey) -> list[tuple[Question, list[str]]]:
    """What was written in one's own words, for the desk alone, in no order that tells anything."""
    sheets = AnswerSheet.objects.filter(community=survey.community_id, survey=survey)
    said = list(sheets.values_list("answers", flat=True))
    found = []
    for question in questions_of(survey):
        if question.kind == "words":
            words = sorted(sheet[question.key] for sheet in said if sheet.get(question.key))
            found.append((question, words))
    return found
