"""A survey is prepared, taken and published. What is asked, handed out and answered is the
questionnaire's (`mechanisms/questionnaire`); these are the room's own names for it in the book."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.questionnaire import actions as questionnaires
from linli.stewardship.planning.flows import SURVEY
from linli.stewardship.planning.models import Survey
from linli.stewardship.planning.questionnaires import KIND


@action("planning.draft_survey", needs="planning.survey")
def draft_survey(
    act: Act,
    community: Place,
    *,
    title: str,
    per: str,
    opens_on: date,
    closes_on: date,
    questions: Sequence[Mapping[str, Any]] = (),
) -> Survey:
    """Prepares a round with its questions: `kind`, `situation`, `text`, `options`."""
    questionnaire = questionnaires.draft(
        act,
        community,
        KIND,
        title=title,
        per=per,
        opens_on=opens_on,
        closes_on=closes_on,
        questions=questions,
    )
    survey = Survey(
        community=community,
        year=opens_on.year,
        title=questionnaire.title,
        questionnaire=questionnaire,
    )
    try:
        with transaction.atomic():
            begin(act, SURVEY, survey, "draft")
    except IntegrityError:
        finding = Finding(False, "planning.survey_title", numbers={"title": survey.title})
        raise Refused(finding) from None
    act.note(title=survey.title)
    return survey


@action("planning.write_questions", needs="planning.survey")
def write_questions(act: Act, survey: Survey, *, questions: Sequence[Mapping[str, Any]]) -> Survey:
    """Writes the questions anew, while nobody has answered yet."""
    require(Finding(survey.state == "draft", "planning.survey_in_draft"))
    questionnaires.write(act, survey.questionnaire, questions=questions)
    return survey


@action("planning.open_survey", needs="planning.survey")
def open_survey(act: Act, survey: Survey, *, seen: int | None = None) -> Survey:
    """From now on it is answered; its questions stand. One at a time."""
    others = Survey.objects.filter(community=survey.community_id, state="open").exists()
    require(Finding(not others, "planning.may_open_survey"))
    act.note(title=survey.title)
    taken = take(act, SURVEY, survey, "open", seen=seen)
    questionnaires.open_up(act, survey.questionnaire)
    return taken


@action("planning.print_slips", needs="planning.survey")
def print_slips(act: Act, survey: Survey, *, count: int) -> list[str]:
    """Makes so many slips and gives their codes, this once: only a digest is kept."""
    codes = questionnaires.make_slips(act, survey.questionnaire, count=count)
    act.note(count=count)
    return codes


@action("planning.take_slip", needs="planning.answer")
def take_slip(act: Act, survey: Survey) -> str:
    """A household or a person takes a slip on the page; a second is refused. The book says on
    which day a slip was taken, not by whom."""
    return questionnaires.take_one(act, survey.questionnaire)


@action("planning.answer_survey", needs="planning.answer")
def answer_survey(act: Act, survey: Survey, *, code: str, answers: Mapping[str, Any]) -> Survey:
    """One answer for one slip. The book says on which day somebody answered, and no more."""
    asked = survey.questionnaire
    questionnaires.put_in(act, asked, code=code, answers=answers, channel="web")
    return survey


@action("planning.type_in_answer", needs="planning.type_in")
def type_in_answer(act: Act, survey: Survey, *, code: str, answers: Mapping[str, Any]) -> Survey:
    """A worker types in an answer on paper, with the code of the slip that came with it."""
    asked = survey.questionnaire
    questionnaires.put_in(act, asked, code=code, answers=answers, channel="paper")
    return survey


@action("planning.close_survey", needs="planning.close_survey")
def close_survey(act: Act, survey: Survey, *, seen: int | None = None) -> Survey:
    """It is over: slips that were not used, and who took one, are forgotten."""
    act.note(title=survey.title)
    taken = take(act, SURVEY, survey, "close", seen=seen)
    questionnaires.close(act, survey.questionnaire)
    return taken


@action("planning.publish_results", needs="planning.publish_results")
def publish_results(act: Act, survey: Survey, *, seen: int | None = None) -> Survey:
    """Everybody may read the counts, small ones hidden; never what somebody wrote."""
    act.note(title=survey.title)
    return take(act, SURVEY, survey, "publish", seen=seen)
