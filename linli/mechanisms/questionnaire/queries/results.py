"""What was answered, with small counts hidden, and the words for the desk."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from linli.core.pages.shapes import Chart
from linli.lib.law import Finding
from linli.lib.numbers import suppressed
from linli.mechanisms.questionnaire import rules
from linli.mechanisms.questionnaire.models import Question, Questionnaire
from linli.mechanisms.questionnaire.queries.answers import answers_of
from linli.mechanisms.questionnaire.queries.asking import questions_of
from linli.mechanisms.questionnaire.words import DONT_KNOW


@dataclass(frozen=True, slots=True)
class Result:
    """One question with its counts as they may be shown, and as a chart (none for words)."""

    question: Question
    shown: rules.Shown
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class Results:
    """What came of a questionnaire. `answered`: sheets. `floor`: smaller counts are not told."""

    questionnaire: Questionnaire
    answered: int
    handed_out: int
    results: list[Result]
    floor: int

    @property
    def answered_told(self) -> int | None:
        """How many answered, where that may be told."""
        return None if suppressed(self.answered, self.floor) else self.answered

    @property
    def enough(self) -> Finding:
        """Whether so many answered that the result says something: over one in twenty of the
        slips, or of those drawn."""
        drawn = self.questionnaire.drawn
        return rules.enough_answers(self.answered, self.handed_out if drawn is None else drawn)


def results_of(
    questionnaire: Questionnaire,
    floor: int,
    *,
    wanted: Callable[[Question], bool] = lambda _question: True,
) -> Results:
    """Counts every sheet once, in two queries. Where a question hangs on options whose count is
    hidden, its counts are hidden as well: they would tell it. `floor`: what the place hides below
    (`floor_laid_down`); `wanted`: which questions are told."""
    said = answers_of(questionnaire)
    results: dict[str, Result] = {}
    for question in questions_of(questionnaire):
        earlier = results.get(question.as_asked().after)
        results[question.key] = _result(question, said, earlier, floor)
    told = [each for each in results.values() if wanted(each.question)]
    return Results(questionnaire, len(said), questionnaire.handed_out, told, floor)


def _result(
    question: Question, said: list[dict[str, Any]], earlier: Result | None, floor: int
) -> Result:
    answers = [sheet[question.key] for sheet in said if sheet.get(question.key)]
    if question.kind == "words":
        few = suppressed(len(answers), floor) or _tells(question, earlier)
        return Result(question, rules.Shown(None if few else len(answers), ()), None)
    counted = Counter(choice for chosen in answers for choice in chosen)
    counts = [counted[str(number)] for number, _text in enumerate(question.options)]
    shown = rules.show_counts(
        len(answers),
        counts,
        floor,
        one=question.kind != "several",
        dont_know=counted[rules.DONT_KNOW],
    )
    if _tells(question, earlier):
        shown = rules.Shown(None, tuple(None for _count in counts), None)
    return Result(question, shown, _chart(question, shown, floor))


def _tells(question: Question, earlier: Result | None) -> bool:
    """Whether how many were asked would tell a count that is hidden."""
    if earlier is None or not question.asked_if:
        return False
    counts = earlier.shown.counts
    return any(counts[int(number)] is None for number in question.as_asked().on)


def _chart(question: Question, shown: rules.Shown, floor: int) -> Chart:
    rows = [(text, n) for (_code, text), n in zip(question.choices, shown.counts, strict=True)]
    if question.dont_know:
        rows.append((str(DONT_KNOW), shown.dont_know))
    hidden = None in shown.counts or shown.dont_know is None
    return Chart(
        kind="bar",
        title=question.name,
        heading=_("选项"),
        columns=[_("答的份数")],
        rows=rows,
        unit="",
        note=_("少于 {floor} 的，以及会把它们算出来的，不写。").format(floor=floor)
        if hidden
        else "",
    )


def words_said(questionnaire: Questionnaire) -> list[tuple[Question, list[str]]]:
    """What was written in one's own words, for the desk alone, in no order that tells anything."""
    said = answers_of(questionnaire)
    return [
        (question, sorted(sheet[question.key] for sheet in said if sheet.get(question.key)))
        for question in questions_of(questionnaire)
        if question.kind == "words"
    ]
