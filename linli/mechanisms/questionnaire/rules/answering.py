"""What an answer must be, and when two typings of one sheet of paper agree."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from linli.lib.law import Finding
from linli.mechanisms.questionnaire.rules.asking import Asked

MOST_WORDS = 400
"""Characters of an answer in one's own words."""
DONT_KNOW = "dk"
"""How an answer says "don't know"."""


def takes_answers(state: str, opens_on: date, closes_on: date, on: date, channel: str) -> Finding:
    """Whether an answer is taken: from the first day until the last, both included; what came on
    paper may be typed in until the questionnaire is closed."""
    taken = state == "open" and opens_on <= on and (channel == "paper" or on <= closes_on)
    return _taken(taken, opens_on, closes_on)


def hands_out(state: str, opens_on: date, closes_on: date, on: date) -> Finding:
    """Whether slips may be printed: once it is opened, also before the first day."""
    return _taken(state == "open" and on <= closes_on, opens_on, closes_on)


def _taken(taken: bool, opens_on: date, closes_on: date) -> Finding:
    numbers = {"from": opens_on, "until": closes_on}
    return Finding(taken, "questionnaire.takes_answers", numbers=numbers)


def paper_counted(waiting: int, leaving: int) -> Finding:
    """Whether it may be closed: no paper waits to be typed a second time or settled, or whoever
    closes has said of just so many that they are left out."""
    return Finding(waiting <= leaving, "questionnaire.paper_counted", numbers={"waiting": waiting})


def is_asked(question: Asked, given: Mapping[str, Any], questions: Mapping[str, Asked]) -> bool:
    """Whether a question is asked of whoever gave these answers: it has no condition, or the
    question it depends on was asked and one of the options chosen."""
    if not question.after:
        return True
    earlier = questions.get(question.after)
    if earlier is None or not is_asked(earlier, given, questions):
        return False
    chosen = given.get(question.after)
    return isinstance(chosen, list) and bool(question.on & set(chosen))


def asked_only(questions: Sequence[Asked], given: Mapping[str, Any]) -> dict[str, Any]:
    """The answers without those to questions that were not asked of this person, and without
    blanks: on paper somebody may have answered on all the same."""
    by_key = {question.key: question for question in questions}
    return {
        key: said
        for key, said in given.items()
        if said and (key not in by_key or is_asked(by_key[key], given, by_key))
    }


def answers_fit(questions: Sequence[Asked], given: Mapping[str, Any]) -> Finding:
    """Whether an answer sheet answers what is asked: each answer one of the options, one where
    one is asked for, "don't know" alone and where it may be said, words no longer than they may
    be. Any question may be left out, but not all of them."""
    known = {question.key: question for question in questions}
    fits = any(given.values()) and set(given) <= set(known)
    fits = fits and all(_fits(known[key], said) for key, said in given.items() if said)
    return Finding(bool(fits), "questionnaire.answers_fit", numbers={"most": MOST_WORDS})


def _fits(question: Asked, said: Any) -> bool:
    if question.kind == "words":
        return isinstance(said, str) and len(said) <= MOST_WORDS
    if not isinstance(said, list) or not all(isinstance(each, str) for each in said):
        return False
    if DONT_KNOW in said:
        return question.dont_know and said == [DONT_KNOW]
    several = question.kind == "several"
    return (
        set(said) <= question.codes and len(said) == len(set(said)) and (several or len(said) == 1)
    )


def differences(
    questions: Sequence[Asked], first: Mapping[str, Any], second: Mapping[str, Any]
) -> list[str]:
    """The keys of the questions two typings of one sheet differ in. Of words only what is said
    counts: not spaces, marks or the width of a letter, which no two people type alike."""
    return [
        question.key
        for question in questions
        if _plain(first.get(question.key)) != _plain(second.get(question.key))
    ]


def _plain(said: Any) -> Any:
    if isinstance(said, str):
        text = unicodedata.normalize("NFKC", said).casefold()
        return "".join(sign for sign in text if sign.isalnum()) or None
    return sorted(said) if said else None
