"""What a questionnaire must be before anybody is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from linli.lib.law import Finding

SCALE = 5
"""Steps of a scale, from the worst (1) to the best (5)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `options`: how many there are. `after`, `on`: it is asked only of whoever
    chose one of the options `on` (their numbers as text) in the question `after`."""

    key: str
    kind: str
    options: int = 0
    dont_know: bool = False
    item: str = ""
    edges: tuple[int, ...] = ()
    after: str = ""
    on: frozenset[str] = frozenset()

    @property
    def codes(self) -> frozenset[str]:
        """The numbers of its options as answers name them."""
        return frozenset(map(str, range(self.options)))


def stands(state: str, *wanted: str) -> Finding:
    """Whether the questionnaire stands where this can be done."""
    return Finding(
        state in wanted, "questionnaire.stands", numbers={"state": state, "wanted": wanted}
    )


def runs_forward(opens_on: date, closes_on: date, on: date) -> Finding:
    """It ends after it begins, and not before today (the last day is still one of it)."""
    return Finding(
        opens_on <= closes_on and closes_on >= on,
        "questionnaire.runs_forward",
        numbers={"opens_on": opens_on, "closes_on": closes_on},
    )


def well_formed(questions: Sequence[Asked]) -> Finding:
    """Whether each can be answered: two options or more to choose from, five on a scale, brackets
    of a number with ascending bounds (one for each, or one more for the end of the last), none
    where one writes; and no two feed the same item. Tells which is not."""
    wrong = [each.key for each in questions if not _can_be_answered(each)]
    items = [each.item for each in questions if each.item]
    wrong += [each.key for each in questions if each.item and items.count(each.item) > 1]
    return Finding(
        not wrong, "questionnaire.well_formed", numbers={"number": min(map(int, wrong), default=0)}
    )


def _can_be_answered(question: Asked) -> bool:
    if question.kind == "words":
        return not question.options
    if question.kind == "scale":
        return question.options == SCALE
    if question.kind == "number":
        edges = question.edges
        ascending = all(low < high for low, high in pairwise(edges))
        return (
            question.options >= 2
            and ascending
            and len(edges) in (question.options, question.options + 1)
        )
    return question.kind in ("one", "several") and question.options >= 2


def asked_in_order(questions: Sequence[Asked]) -> Finding:
    """Whether every condition looks back: at an earlier question with options, and at options it
    has. So nobody goes round in a circle, on paper or on a screen. Tells which does not."""
    before: dict[str, Asked] = {}
    wrong = 0
    for question in questions:
        earlier = before.get(question.after)
        if question.after and (
            earlier is None or not question.on or not question.on <= earlier.codes
        ):
            wrong = wrong or int(question.key)
        before[question.key] = question
    return Finding(not wrong, "questionnaire.asked_in_order", numbers={"number": wrong})


def leaves(questions: Sequence[Asked]) -> list[list[str]]:
    """The questions as pages: a new one begins where a question depends on one of the same page,
    so that a page can be drawn knowing all it depends on."""
    pages: list[list[str]] = []
    for question in questions:
        if not pages or (question.after and question.after in pages[-1]):
            pages.append([])
        pages[-1].append(question.key)
    return pages
