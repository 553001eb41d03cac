"""What a survey must be, what an answer must be, and what of the answers may be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from linli.lib.law import Finding
from linli.lib.numbers import conceal, over, suppressed

MOST_WORDS = 400
"""Characters of an answer in one's own words."""


def survey_days(opens_on: date, closes_on: date, on: date) -> Finding:
    """A survey ends after it begins, and not before today."""
    return Finding(
        opens_on <= closes_on and closes_on >= on,
        "planning.survey_days",
        numbers={"opens_on": opens_on, "closes_on": closes_on},
    )


def answers_fit(questions: Sequence[Mapping[str, Any]], given: Mapping[str, Any]) -> Finding:
    """Whether an answer sheet answers what is asked: each answer one of the options, one where
    one is asked for, words no longer than they may be. Any question may be left out."""
    known = {question["key"]: question for question in questions}
    fits = any(given.values()) and set(given) <= set(known)
    for key, said in given.items():
        question = known.get(key)
        if question is None or not said:
            continue
        if question["kind"] == "words":
            fits = fits and isinstance(said, str) and len(said) <= MOST_WORDS
            continue
        options = set(question["options"])
        fits = fits and isinstance(said, list) and set(said) <= options
        fits = fits and len(said) == len(set(said))
        fits = fits and (question["kind"] == "several" or len(said) == 1)
    return Finding(bool(fits), "planning.answers_fit", numbers={"most": MOST_WORDS})


def enough_answers(answered: int, handed_out: int, floor: Fraction) -> Finding:
    """Whether so many answered that the result says something: over `floor` of the slips."""
    return Finding(
        handed_out > 0 and over(answered, handed_out, floor),
        "planning.enough_answers",
        numbers={"answered": answered, "handed_out": handed_out, "floor": floor},
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """The counts of a question as everybody may see them: None where a count is too small, or
    would give one away. `answered` is None where fewer than the floor answered at all."""

    answered: int | None
    counts: tuple[int | None, ...]


def show_counts(answered: int, counts: Sequence[int], floor: int, *, one: bool) -> Shown:
    """Hides counts from one to below `floor` and what would give them away: where one option is
    chosen, those hidden could be had back from the total; where several may be, a count's
    complement (those who did not choose it) is small too."""
    if suppressed(answered, floor):
        return Shown(None, tuple(None for _ in counts))
    if one:
        left_out = max(answered - sum(counts), 0)
        hidden = conceal([*counts, left_out], floor)[: len(counts)]
    else:
        hidden = tuple(
            suppressed(count, floor) or suppressed(max(answered - count, 0), floor)
            for count in counts
        )
    return Shown(
        answered,
        tuple(None if gone else count for count, gone in zip(counts, hidden, strict=True)),
    )
