"""Steps of a room's acts: a questionnaire is drafted, its sample set, opened and closed.

@action("planning.open_survey", needs="planning.survey")
def open_survey(act: Act, survey: Survey, *, seen: int | None = None) -> Survey:
    questionnaires.open_up(act, survey.questionnaire)
    return take(act, SURVEY, survey, "open", seen=seen)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from linli.core.audit.door import Act
from linli.core.places.models import Place
from linli.core.places.unordered import erase_thoroughly, write_anew
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.questionnaire import rules
from linli.mechanisms.questionnaire.kinds import kind_named
from linli.mechanisms.questionnaire.models import (
    AnswerSheet,
    PaperEntry,
    Question,
    Questionnaire,
    Slip,
    SlipTaken,
    Stratum,
)
from linli.mechanisms.questionnaire.queries.asking import questions_of, waiting

QuestionGiven = Mapping[str, Any]
"""A question as a room gives it: `text`, and of `kind` ("one"), `situation` ("all"), `options`,
`text_en`, `options_en`, `item`, `dont_know`, `edges`, `asked_if` what is not as usual. Its key is
its place in the list, from 1: `asked_if={"question": "3", "options": [0, 1]}`."""


@dataclass(frozen=True, slots=True)
class StratumGiven:
    """A group of the frame: how many there are in it, and how many were drawn."""

    code: str
    title: str
    population: int
    drawn: int
    title_en: str = ""


def draft(
    act: Act,
    community: Place,
    kind: str,
    *,
    title: str,
    opens_on: date,
    closes_on: date,
    per: str = "household",
    questions: Sequence[QuestionGiven] = (),
    title_en: str = "",
    typed_twice: bool | None = None,
) -> Questionnaire:
    """Prepares a questionnaire of a registered kind, with its questions. `typed_twice`: as the
    kind says, where None. Refused where the days do not fit or a question cannot be answered."""
    require(rules.runs_forward(opens_on, closes_on, local_day(act.at)))
    sort = kind_named(kind)
    questionnaire = Questionnaire.objects.create(
        community=community,
        kind=kind,
        title=title.strip(),
        title_en=title_en.strip(),
        per=per,
        opens_on=opens_on,
        closes_on=closes_on,
        typed_twice=sort.typed_twice if typed_twice is None else typed_twice,
    )
    _write(questionnaire, questions)
    return questionnaire


def write(act: Act, questionnaire: Questionnaire, *, questions: Sequence[QuestionGiven]) -> None:
    """Writes the questions anew, while nobody can have answered yet. Refused otherwise, and
    where one cannot be answered or a condition does not look back."""
    _move(questionnaire, "draft")
    here = {"community": questionnaire.community_id, "questionnaire": questionnaire}
    Question.objects.filter(**here).delete()
    _write(questionnaire, questions)


def amend(
    act: Act,
    questionnaire: Questionnaire,
    *,
    title: str,
    title_en: str,
    per: str,
    opens_on: date,
    closes_on: date,
) -> None:
    """Its title, whom it asks and its days anew, while it is in draft. Where it asks others than
    before, the sample that was drawn is forgotten. Refused where the days do not fit."""
    require(rules.runs_forward(opens_on, closes_on, local_day(act.at)))
    if per != questionnaire.per:
        unset_sample(act, questionnaire)
    _move(
        questionnaire,
        "draft",
        title=title.strip(),
        title_en=title_en.strip(),
        per=per,
        opens_on=opens_on,
        closes_on=closes_on,
    )


def unset_sample(act: Act, questionnaire: Questionnaire) -> None:
    """Forgets the sample that was drawn, while it is in draft."""
    _move(questionnaire, "draft", drawn=None)
    here = {"community": questionnaire.community_id, "questionnaire": questionnaire}
    Stratum.objects.filter(**here).delete()


def set_sample(act: Act, questionnaire: Questionnaire, strata: Sequence[StratumGiven]) -> None:
    """Says that a sample was drawn, from which groups and how many of each, while it is in
    draft. From then on slips are handed out and not taken on the page, and the rate is a share
    of those drawn."""
    wrong = [each for each in strata if not 0 <= each.drawn <= each.population]
    codes = [each.code for each in strata]
    fits = bool(strata) and not wrong and len(codes) == len(set(codes)) and all(codes)
    require(Finding(fits, "questionnaire.sample_fits"))
    _move(questionnaire, "draft", drawn=sum(each.drawn for each in strata))
    here = {"community_id": questionnaire.community_id, "questionnaire": questionnaire}
    Stratum.objects.filter(
        community=questionnaire.community_id, questionnaire=questionnaire
    ).delete()
    Stratum.objects.bulk_create(
        Stratum(
            **here,
            code=each.code,
            title=each.title,
            title_en=each.title_en,
            population=each.population,
            drawn=each.drawn,
        )
        for each in strata
    )


def open_up(act: Act, questionnaire: Questionnaire) -> Questionnaire:
    """From its first day on it is answered; its questions stand. Refused where it asks nothing, or
    its days are over or do not run forward."""
    days = (questionnaire.opens_on, questionnaire.closes_on)
    require(rules.runs_forward(*days, local_day(act.at)))
    require(Finding(bool(questions_of(questionnaire)), "questionnaire.asks_something"))
    return _move(questionnaire, "draft", state="open")


def close(act: Act, questionnaire: Questionnaire, *, leaving: int = 0) -> Questionnaire:
    """It is over. Slips, who took one, and paper that was not typed twice (counted as
    `unsettled`) are forgotten without a trace; what was answered stays, and lies as if it had come
    in one moment. Refused while more paper waits than the `leaving` sheets that are left out
    knowingly."""
    here = {"community": questionnaire.community_id, "questionnaire": questionnaire}
    require(rules.stands(questionnaire.state, "open"))
    require(rules.paper_counted(waiting(questionnaire), leaving))
    erase_thoroughly()
    # Counted as they go: one that is settled this very moment is in, and not left out.
    left, _each = PaperEntry.objects.filter(**here).delete()
    require(rules.paper_counted(left, leaving))
    _move(questionnaire, "open", state="closed", unsettled=left)
    for model in (SlipTaken, Slip):
        model.objects.filter(**here).delete()
    write_anew(AnswerSheet, community=questionnaire.community_id, questionnaire=questionnaire.pk)
    return questionnaire


def drop(act: Act, questionnaire: Questionnaire) -> None:
    """A draft that is not to be: it goes, with its questions and its sample."""
    _move(questionnaire, "draft")
    Questionnaire.objects.filter(community=questionnaire.community_id, pk=questionnaire.pk).delete()


def _move(questionnaire: Questionnaire, from_: str, **values: Any) -> Questionnaire:
    """Sets `values` if it still stands in `from_` and nobody has changed it since it was read."""
    require(rules.stands(questionnaire.state, from_))
    changed = Questionnaire.objects.filter(
        community=questionnaire.community_id,
        pk=questionnaire.pk,
        state=from_,
        version=questionnaire.version,
    ).update(version=F("version") + 1, **values)
    if not changed:
        raise Refused(Finding(False, "questionnaire.unchanged"))
    questionnaire.version += 1
    for name, value in values.items():
        setattr(questionnaire, name, value)
    return questionnaire


def _write(questionnaire: Questionnaire, questions: Sequence[QuestionGiven]) -> None:
    rows = [_question(questionnaire, order, each) for order, each in enumerate(questions, 1)]
    asked = [row.as_asked() for row in rows]
    require(rules.well_formed(asked))
    require(rules.asked_in_order(asked))
    for row in rows:
        said = (row.text, row.text_en, *row.options, *row.options_en)
        fit = all(redact(words).text == words for words in said)
        require(Finding(fit, "questionnaire.public_words"))
    Question.objects.bulk_create(rows)


def _question(questionnaire: Questionnaire, order: int, given: QuestionGiven) -> Question:
    kind = given.get("kind", "one")
    chosen = kind != "words"
    return Question(
        community_id=questionnaire.community_id,
        questionnaire=questionnaire,
        order=order,
        kind=kind,
        situation=given.get("situation", "all"),
        item=given.get("item", ""),
        text=given["text"],
        text_en=given.get("text_en", ""),
        options=list(given.get("options", ())) if chosen else [],
        options_en=list(given.get("options_en", ())) if chosen else [],
        dont_know=bool(given.get("dont_know", kind == "scale")) and chosen,
        edges=list(given.get("edges", ())) if kind == "number" else [],
        asked_if=given.get("asked_if") or None,
    )
