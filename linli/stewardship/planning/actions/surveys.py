"""A survey is prepared, taken and published. An answer knows no slip, and the book no answerer."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take
from linli.stewardship.planning import rules
from linli.stewardship.planning.actions.wording import fit_for_everybody
from linli.stewardship.planning.flows import SURVEY
from linli.stewardship.planning.models import AnswerSheet, Question, Slip, SlipTaken, Survey
from linli.stewardship.planning.queries.surveys import digest_of, questions_of, taker_of

MOST_SLIPS = 5000
"""In one printing."""


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
    require(rules.survey_days(opens_on, closes_on, local_day(act.at)))
    survey = Survey(
        community=community,
        year=opens_on.year,
        title=title.strip(),
        per=per,
        opens_on=opens_on,
        closes_on=closes_on,
    )
    try:
        with transaction.atomic():
            begin(act, SURVEY, survey, "draft")
    except IntegrityError:
        finding = Finding(False, "planning.survey_title", numbers={"title": survey.title})
        raise Refused(finding) from None
    _write(survey, questions)
    act.note(title=survey.title)
    return survey


@action("planning.write_questions", needs="planning.survey")
def write_questions(act: Act, survey: Survey, *, questions: Sequence[Mapping[str, Any]]) -> Survey:
    """Writes the questions anew, while nobody has answered yet."""
    require(Finding(survey.state == "draft", "planning.survey_in_draft"))
    Question.objects.filter(community=survey.community_id, survey=survey).delete()
    _write(survey, questions)
    return survey


@action("planning.open_survey", needs="planning.survey")
def open_survey(act: Act, survey: Survey, *, seen: int | None = None) -> Survey:
    """From now on it is answered; its questions stand."""
    asked = bool(questions_of(survey))
    others = Survey.objects.filter(community=survey.community_id, state="open").exists()
    require(Finding(asked and not others, "planning.may_open_survey"))
    act.note(title=survey.title)
    return take(act, SURVEY, survey, "open", seen=seen)


@action("planning.print_slips", needs="planning.survey")
def print_slips(act: Act, survey: Survey, *, count: int) -> list[str]:
    """Makes so many slips and gives their codes, this once: only a digest is kept."""
    require(Finding(1 <= count <= MOST_SLIPS, "planning.slips_possible", numbers={
        "most": MOST_SLIPS}))  # fmt: skip
    require(_taken_now(survey))
    codes = [receipt_from(secrets.token_bytes(16)) for _number in range(count)]
    Slip.objects.bulk_create(
        (Slip(community_id=survey.community_id, survey=survey, digest=digest_of(c)) for c in codes),
        batch_size=500,
    )
    _count(survey, count)
    act.note(count=count)
    return codes


@action("planning.take_slip", needs="planning.answer")
def take_slip(act: Act, survey: Survey) -> str:
    """A household or a person takes a slip on the page; a second is refused. The book says on
    which day a slip was taken, not by whom."""
    act.leave_out_who()
    require(_taken_now(survey))
    require(Finding(act.by.account is not None, "planning.slip_asks_account"))
    assert act.by.account is not None
    taker = taker_of(survey, act.by.account, act.by.dwellings)
    require(Finding(taker is not None, "planning.slip_asks_dwelling"))
    try:
        with transaction.atomic():
            SlipTaken.objects.create(community_id=survey.community_id, survey=survey, taker=taker)
    except IntegrityError:
        raise Refused(Finding(False, "planning.slip_taken_once")) from None
    code = receipt_from(secrets.token_bytes(16))
    Slip.objects.create(community_id=survey.community_id, survey=survey, digest=digest_of(code))
    _count(survey, 1)
    return code


@action("planning.answer_survey", needs="planning.answer")
def answer_survey(act: Act, survey: Survey, *, code: str, answers: Mapping[str, Any]) -> Survey:
    """One answer for one slip. The book says on which day somebody answered, and no more."""
    act.leave_out_who()
    _put_in(survey, code, answers, "web")
    return survey


@action("planning.type_in_answer", needs="planning.type_in")
def type_in_answer(act: Act, survey: Survey, *, code: str, answers: Mapping[str, Any]) -> Survey:
    """A worker types in an answer on paper, with the code of the slip that came with it."""
    act.leave_out_who()
    _put_in(survey, code, answers, "paper")
    return survey


@action("planning.close_survey", needs="planning.close_survey")
def close_survey(act: Act, survey: Survey, *, seen: int | None = None) -> Survey:
    """It is over: slips that were not used, and who took one, are forgotten."""
    act.note(title=survey.title)
    take(act, SURVEY, survey, "close", seen=seen)
    SlipTaken.objects.filter(community=survey.community_id, survey=survey).delete()
    Slip.objects.filter(community=survey.community_id, survey=survey).delete()
    return survey


@action("planning.publish_results", needs="planning.publish_results")
def publish_results(act: Act, survey: Survey, *, seen: int | None = None) -> Survey:
    """Everybody may read the counts, small ones hidden; never what somebody wrote."""
    act.note(title=survey.title)
    return take(act, SURVEY, survey, "publish", seen=seen)


def _put_in(survey: Survey, code: str, answers: Mapping[str, Any], channel: str) -> None:
    require(_taken_now(survey))
    given = {key: said for key, said in answers.items() if said}
    require(rules.answers_fit([each.as_asked() for each in questions_of(survey)], given))
    slips = Slip.objects.filter(community=survey.community_id, survey=survey)
    if not slips.filter(digest=digest_of(code), used=False).update(used=True):
        raise Refused(Finding(False, "planning.slip_good"))
    AnswerSheet.objects.create(
        community_id=survey.community_id,
        survey=survey,
        channel=channel,
        answers={key: _masked(said) for key, said in given.items()},
    )


def _masked(said: Any) -> Any:
    """Words as they are kept: without what would say who wrote them."""
    return redact(said).text.strip() if isinstance(said, str) else said


def _taken_now(survey: Survey) -> Finding:
    return Finding(
        survey.state == "open", "planning.survey_open", numbers={"until": survey.closes_on}
    )


def _count(survey: Survey, count: int) -> None:
    rows = Survey.objects.filter(community=survey.community_id, pk=survey.pk)
    rows.update(handed_out=F("handed_out") + count)


def _write(survey: Survey, questions: Sequence[Mapping[str, Any]]) -> None:
    for each in questions:
        fit_for_everybody(each["text"], *each["options"])
        require(
            Finding(
                each["kind"] == "words" or len(each["options"]) >= 2, "planning.options_to_choose"
            )
        )
    Question.objects.bulk_create(
        Question(
            community_id=survey.community_id,
            survey=survey,
            order=order,
            kind=each["kind"],
            situation=each["situation"],
            text=each["text"],
            options=[] if each["kind"] == "words" else list(each["options"]),
        )
        for order, each in enumerate(questions, 1)
    )
