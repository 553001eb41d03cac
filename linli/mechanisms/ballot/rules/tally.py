"""Counting papers: exact whole numbers, whatever the order they come in.

    tally(paper, [(pattern, 120), (other, 3)])

The numbers may be papers or, for open votes that are weighed, heads or hundredths of a square
metre: the sums mean what went in.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from linli.mechanisms.ballot.rules.papers import (
    ABSTAIN,
    AGAINST,
    FOR,
    UNCLEAR,
    OverMarked,
    PaperForm,
    judge_read,
    read,
)


@dataclass(frozen=True, slots=True)
class OptionTally:
    """What one option received. `unmarked`: nothing was marked for it on a paper whose question
    counts; whether that is an abstention is for the domain to say. Where points are shared out,
    `points` are those it was given, and `for_` the papers that gave it any."""

    for_: int = 0
    against: int = 0
    abstain: int = 0
    unclear: int = 0
    unmarked: int = 0
    points: int = 0


@dataclass(frozen=True, slots=True)
class QuestionTally:
    """One question: papers on which it counts, is void, or was left blank; options by position;
    those written in by name. valid + void + blank + the papers void as a whole = all papers."""

    valid: int = 0
    void: int = 0
    blank: int = 0
    options: Mapping[int, OptionTally] = field(default_factory=dict)
    written: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """The count: all papers, those void as a whole, and each question by position."""

    papers: int
    void: int
    questions: Mapping[int, QuestionTally]

    @property
    def valid(self) -> int:
        """Papers that are not void as a whole."""
        return self.papers - self.void


def tally(
    paper: PaperForm, counted: Iterable[tuple[Any, int]], *, over_marked: OverMarked = "column"
) -> Tally:
    """Counts patterns with their numbers. Raises UnknownMark for a mark the paper does not
    have, ValueError for a negative number, TypeError for one that is not whole."""
    papers = void = 0
    verdicts: Counter[tuple[int, str]] = Counter()
    marked: Counter[tuple[int, int, str]] = Counter()
    written: Counter[tuple[int, str]] = Counter()
    points: Counter[tuple[int, int]] = Counter()
    for pattern, number in counted:
        if not isinstance(number, int) or isinstance(number, bool):
            raise TypeError("papers are counted in whole numbers")
        if number < 0:
            raise ValueError("there are no fewer than 0 papers")
        papers += number
        found = read(paper, pattern)
        judged = judge_read(paper, found, over_marked=over_marked)
        if judged.void:
            void += number
            continue
        answers = found.answers
        for position, verdict in judged.questions.items():
            verdicts[position, verdict] += number
            if verdict != "valid":
                continue
            for option, answer in answers[position].marks.items():
                marked[position, option, answer] += number
            for name in answers[position].written:
                written[position, name] += number
            for option, given in answers[position].points.items():
                marked[position, option, FOR] += number
                points[position, option] += given * number
    questions = {}
    for asked in paper:
        at, valid = asked.position, verdicts[asked.position, "valid"]
        questions[at] = QuestionTally(
            valid=valid,
            void=verdicts[at, "void"],
            blank=verdicts[at, "blank"],
            options={
                option: _option(marked, at, option, valid, points[at, option])
                for option in asked.markable
            },
            written={
                name: number
                for (position, name), number in sorted(written.items())
                if position == at and number
            },
        )
    return Tally(papers, void, questions)


def _option(
    marked: Mapping[tuple[int, int, str], int], question: int, option: int, valid: int, points: int
) -> OptionTally:
    def received(answer: str) -> int:
        return marked.get((question, option, answer), 0)

    said = [received(answer) for answer in (FOR, AGAINST, ABSTAIN, UNCLEAR)]
    return OptionTally(
        for_=said[0],
        against=said[1],
        abstain=said[2],
        unclear=said[3],
        unmarked=valid - sum(said),
        points=points,
    )


def join(tallies: Iterable[Tally]) -> Tally:
    """Several counts of one paper as one: stations, or paper and screen. Raises ValueError for
    none at all."""
    each = list(tallies)
    if not each:
        raise ValueError("nothing to join")
    return Tally(
        papers=sum(one.papers for one in each),
        void=sum(one.void for one in each),
        questions={
            position: _join_question([one.questions[position] for one in each])
            for position in each[0].questions
        },
    )


def _join_question(each: list[QuestionTally]) -> QuestionTally:
    written: Counter[str] = Counter()
    for one in each:
        written.update(one.written)
    return QuestionTally(
        valid=sum(one.valid for one in each),
        void=sum(one.void for one in each),
        blank=sum(one.blank for one in each),
        options={
            option: _join_option([one.options[option] for one in each])
            for option in each[0].options
        },
        written={name: number for name, number in sorted(written.items()) if number},
    )


def _join_option(each: list[OptionTally]) -> OptionTally:
    return OptionTally(
        for_=sum(one.for_ for one in each),
        against=sum(one.against for one in each),
        abstain=sum(one.abstain for one in each),
        unclear=sum(one.unclear for one in each),
        unmarked=sum(one.unmarked for one in each),
        points=sum(one.points for one in each),
    )
