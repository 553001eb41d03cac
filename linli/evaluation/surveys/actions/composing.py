"""A wave is composed of sets of the bank and a few questions of its own."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.core.places.unordered import erase_thoroughly
from linli.evaluation.surveys.bank import OWN_MOST, BankQuestion, bank
from linli.evaluation.surveys.models import FrameCell, Invitation, Survey
from linli.lib.law import Finding, require
from linli.mechanisms.questionnaire import actions as questionnaires

KIND = "surveys"
"""What the mechanism calls such questionnaires."""

Own = Mapping[str, Any]
"""A question of the community's own: `text` and `options`."""


@action("evaluation.compose_survey", needs="evaluation.survey")
def compose_survey(
    act: Act,
    community: Place,
    *,
    title: str,
    purpose: str,
    sets: Sequence[str],
    opens_on: date,
    closes_on: date,
    title_en: str = "",
    per: str = "household",
    how: str = "sample",
    strata: str = "compound",
    own: Sequence[Own] = (),
) -> Survey:
    """Prepares a wave. `own`: at most five further questions, which feed no figure. Refused where
    nothing is chosen, or a title or day does not do."""
    questions = _questions(sets, own)
    made = questionnaires.draft(
        act,
        community,
        KIND,
        title=title,
        title_en=title_en,
        per=per,
        opens_on=opens_on,
        closes_on=closes_on,
        questions=questions,
    )
    survey = Survey.objects.create(
        community=community,
        questionnaire=made,
        purpose=purpose.strip(),
        sets=_known(sets),
        how=how,
        strata=strata,
    )
    act.note(title=made.title)
    return survey


@action("evaluation.recompose_survey", needs="evaluation.survey")
def recompose_survey(
    act: Act,
    survey: Survey,
    *,
    sets: Sequence[str],
    own: Sequence[Own] = (),
    title: str | None = None,
    title_en: str | None = None,
    purpose: str | None = None,
    per: str = "",
    how: str = "",
    strata: str = "",
    opens_on: date | None = None,
    closes_on: date | None = None,
) -> Survey:
    """Composes it anew, while nobody is asked yet; what is not given stays. Where others are asked
    than before, or otherwise, the frame is to be counted again."""
    made = survey.questionnaire
    before = (made.per, survey.how, survey.strata)
    questionnaires.write(act, made, questions=_questions(sets, own))
    questionnaires.amend(
        act,
        made,
        title=made.title if title is None else title,
        title_en=made.title_en if title_en is None else title_en,
        per=per or made.per,
        opens_on=opens_on or made.opens_on,
        closes_on=closes_on or made.closes_on,
    )
    survey.sets, survey.how, survey.strata = (
        _known(sets), how or survey.how, strata or survey.strata,
    )  # fmt: skip
    survey.purpose = survey.purpose if purpose is None else purpose.strip()
    if before != (made.per, survey.how, survey.strata):
        _forget_frame(act, survey)
    survey.save(
        update_fields=["sets", "purpose", "how", "strata", "seed", "frame_on", "frame_units"]
    )
    act.note(title=made.title)
    return survey


@action("evaluation.drop_survey", needs="evaluation.survey")
def drop_survey(act: Act, survey: Survey) -> None:
    """A draft that is not to be: it goes with its questions, its frame and its doors."""
    act.note(title=survey.questionnaire.title)
    erase_thoroughly()
    questionnaires.drop(act, survey.questionnaire)


def _forget_frame(act: Act, survey: Survey) -> None:
    erase_thoroughly()
    questionnaires.unset_sample(act, survey.questionnaire)
    here = {"community": survey.community_id, "survey": survey}
    FrameCell.objects.filter(**here).delete()
    Invitation.objects.filter(**here).delete()
    survey.seed, survey.frame_on, survey.frame_units = "", None, 0


def _known(sets: Iterable[str]) -> list[str]:
    chosen = set(sets)
    return [code for code in bank().sets if code in chosen]


def _questions(sets: Sequence[str], own: Sequence[Own]) -> list[dict[str, Any]]:
    found = bank().composed_of(_known(sets))
    require(Finding(bool(found), "evaluation.survey_asks"))
    require(
        Finding(len(own) <= OWN_MOST, "evaluation.own_questions_few", numbers={"most": OWN_MOST})
    )
    place = {question.key: number for number, question in enumerate(found, 1)}
    return [*(_as_given(each, place) for each in found), *(_own(each) for each in own)]


def _as_given(question: BankQuestion, place: Mapping[str, int]) -> dict[str, Any]:
    given: dict[str, Any] = {
        "item": question.key,
        "kind": question.kind,
        "situation": question.who,
        "text": question.text.zh,
        "text_en": question.text.en,
        "options": [answer.text.zh for answer in question.answers],
        "options_en": [answer.text.en for answer in question.answers],
    }
    if question.after in place:
        given["asked_if"] = {"question": str(place[question.after]), "options": list(question.on)}
    return given


def _own(given: Own) -> dict[str, Any]:
    options = [text for text in given["options"] if text]
    return {"text": given["text"], "kind": "one" if options else "words", "options": options}
