"""Which question to ask next: the one whose answer could settle most of what is still open.

It is the same for the same answers, and can be explained: so many schemes, these. What can settle
nothing any more is not asked.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from linli.lib.eligibility.clauses import Compare, Scheme
from linli.lib.eligibility.facts import NUMBERS, Answer, Fact, Household, Vocabulary
from linli.lib.eligibility.law_of_a_day import LawOfADay
from linli.lib.eligibility.truth import Truth
from linli.lib.eligibility.weighing import Weighed, hold_against, weigh


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """The question, the schemes it concerns, and those of them which one answer to it alone can
    settle: both by key, in the order of the schemes."""

    fact: Fact
    concerns: tuple[str, ...]
    settles: tuple[str, ...]


def next_question(
    weighed: Sequence[Weighed],
    household: Household,
    vocabulary: Vocabulary,
    law: LawOfADay,
    unsure: Set[str] = frozenset(),
) -> NextQuestion | None:
    """The most useful question that was neither answered nor passed over; None where none can
    settle anything. Most schemes settled goes first, then most concerned, then the order of the
    questions."""
    ranked = rank_questions(weighed, household, vocabulary, law, unsure)
    return ranked[0] if ranked else None


def rank_questions(
    weighed: Sequence[Weighed],
    household: Household,
    vocabulary: Vocabulary,
    law: LawOfADay,
    unsure: Set[str] = frozenset(),
) -> list[NextQuestion]:
    """Every question that still matters, the most useful first."""
    concerned: dict[str, list[Weighed]] = {}
    for each in weighed:
        asks = set(each.live_asks())
        if asks and not asks - unsure:
            continue
        for ask in each.live_asks():
            concerned.setdefault(ask, []).append(each)
    found = []
    for place, fact in enumerate(vocabulary.facts.values()):
        if fact.key in unsure or fact.key not in concerned:
            continue
        of = concerned[fact.key]
        settles = tuple(
            each.scheme.key
            for each in of
            if _can_settle(each.scheme, fact, household, vocabulary, law)
        )
        concerns = tuple(each.scheme.key for each in of)
        found.append((-len(settles), -len(concerns), place, NextQuestion(fact, concerns, settles)))
    return [question for *_rank, question in sorted(found, key=lambda each: each[:3])]


def _can_settle(
    scheme: Scheme, fact: Fact, household: Household, vocabulary: Vocabulary, law: LawOfADay
) -> bool:
    return any(
        weigh(scheme, household.with_answer(fact, answer), vocabulary, law).truth
        is not Truth.UNKNOWN
        for answer in possible_answers(fact, scheme, vocabulary, law)
    )


def possible_answers(
    fact: Fact, scheme: Scheme, vocabulary: Vocabulary, law: LawOfADay
) -> Iterable[Answer]:
    """Answers that differ for the scheme: every option, or the ends of the scale and both sides of
    each number the fact is held against."""
    if fact.kind == "yes":
        return (True, False)
    if fact.kind not in NUMBERS:
        return tuple(option.key for option in fact.options)
    least = 1 if fact.kind == "count" else 0
    near = {
        number + step
        for number in _thresholds(fact, scheme, vocabulary, law)
        for step in (-1, 0, 1)
    }
    return sorted({least, fact.most} | {each for each in near if least <= each <= fact.most})


def _thresholds(
    fact: Fact, scheme: Scheme, vocabulary: Vocabulary, law: LawOfADay
) -> Iterator[int]:
    for clause in scheme.clauses.values():
        if isinstance(clause.shape, Compare) and clause.shape.fact == fact.key:
            number = hold_against(clause.shape, vocabulary, law).number
            if number is not None:
                yield int(number)
