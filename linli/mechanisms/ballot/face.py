"""How a poll is shown: a paper's marks in words, and the result question by question."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _, ngettext

from linli.mechanisms.ballot.models import Poll, Question
from linli.mechanisms.ballot.rules.papers import (
    ABSTAIN,
    AGAINST,
    FOR,
    MOTION,
    Answered,
    read,
)
from linli.mechanisms.ballot.rules.tally import QuestionTally, Tally

ANSWER_WORDS = {FOR: _("赞成"), AGAINST: _("反对"), ABSTAIN: _("弃权")}


@dataclass(frozen=True, slots=True)
class Said:
    """One question and what is marked on it: option and answer; nothing where left blank."""

    title: str
    lines: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One option's line of a result: papers, or what they weigh; and points."""

    title: str
    for_: Any
    against: Any
    abstain: Any
    points: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question's result: `chosen` where options were only marked, not voted on one by one,
    `shared` where points were shared out among them."""

    title: str
    chosen: bool
    shared: bool
    rows: tuple[Row, ...]
    written: tuple[tuple[str, Any], ...]
    valid: Any
    void: Any
    blank: Any


def questions_of(poll: Poll) -> list[Question]:
    """The questions with their options, in order."""
    return list(poll.questions.prefetch_related("options"))


def in_words(poll: Poll, paper: Any, pattern: Any) -> list[Said]:
    """A paper's marks in words, for the one who is about to cast it."""
    answers = read(paper, pattern).answers
    return [
        Said(question.title, _lines(question, answers.get(question.position, Answered())))
        for question in questions_of(poll)
    ]


def _lines(question: Question, answered: Answered) -> tuple[tuple[str, Any], ...]:
    if question.form == "motion":
        answer = answered.marks.get(MOTION)
        return ((question.title, ANSWER_WORDS[answer]),) if answer else ()
    titles = {option.position: option.title for option in question.options.all()}
    if question.form == "points":
        given = tuple(
            (titles[position], points_said(number))
            for position, number in sorted(answered.points.items())
        )
        left = question.points - answered.given
        return (*given, (str(_("没有用完")), points_said(left))) if given and left else given
    marked = tuple(
        (titles[position], "" if question.form == "choose" else ANSWER_WORDS[answer])
        for position, answer in sorted(answered.marks.items())
    )
    return marked + tuple((name, _("另选他人")) for name in answered.written)


def points_said(number: int) -> str:
    """So many points, in words."""
    return ngettext("{n} 分", "{n} 分", number).format(n=number)


def outcomes(
    poll: Poll, tally: Tally, shown: Callable[[int], Any] = lambda number: number
) -> list[Outcome]:
    """The result, in the order of the paper; each number as `shown`. Who is elected, or whether
    it passed, is for whoever holds the poll to say."""
    return [
        _outcome(question, tally.questions[question.position], shown)
        for question in questions_of(poll)
    ]


def square_metres(hundredths: int) -> Decimal:
    """An area as people read it."""
    return Decimal(hundredths) / 100


def _outcome(question: Question, counted: QuestionTally, shown: Callable[[int], Any]) -> Outcome:
    titles = {option.position: option.title for option in question.options.all()}
    if question.form == "motion":
        titles = {MOTION: question.title}
    return Outcome(
        title=question.title,
        chosen=question.form == "choose",
        shared=question.form == "points",
        rows=tuple(
            Row(
                titles[place],
                shown(each.for_),
                shown(each.against),
                shown(each.abstain),
                each.points,
            )
            for place, each in sorted(counted.options.items())
        ),
        written=tuple((name, shown(number)) for name, number in counted.written.items()),
        valid=shown(counted.valid),
        void=shown(counted.void),
        blank=shown(counted.blank),
    )


def as_data(poll: Poll, tally: Tally | None, cast: int | None) -> dict[str, Any]:
    """The poll's page as data; the result only where there is one to tell."""
    data: dict[str, Any] = {
        "title": poll.title,
        "state": poll.state,
        "secret": poll.secret,
        "listed": poll.listed,
        "list_head": poll.list_head,
        "opened_at": poll.opened_at,
        "closes_at": poll.closes_at,
        "closed_at": poll.closed_at,
        "roll": {"size": poll.electorate.size, "sha256": poll.electorate.sha256},
        "papers_cast": cast,
    }
    if tally is not None:
        data["papers"], data["void"] = tally.papers, tally.void
        data["questions"] = [
            {
                "title": one.title,
                "valid": one.valid,
                "void": one.void,
                "blank": one.blank,
                "options": [
                    {
                        "title": row.title,
                        "for": row.for_,
                        "against": row.against,
                        "abstain": row.abstain,
                        **({"points": row.points} if one.shared else {}),
                    }
                    for row in one.rows
                ],
                "written": dict(one.written),
            }
            for one in outcomes(poll, tally)
        ]
    return data
