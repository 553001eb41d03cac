"""The question bank: what is asked, what an answer counts as, and which figure comes of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from linli.evaluation.words import Words, read_words

COUNTS = frozenset(
    {
        "yes", "no", "better", "same", "worse", "lacking", "fine", "dont_know", "not_applicable",
        "none",
    }
)  # fmt: skip
"""What an answer counts as (`bank.toml` says what each means)."""

RULES = frozenset({"all", "any", "net", "gap", "gini"})
SITUATIONS = frozenset({"all", "children", "elders", "newcomers", "disabled", "seekers", "owners"})
KINDS = frozenset({"one", "several"})
OWN_MOST = 5
"""Questions of its own a survey may add; they feed no figure."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to choose, and what it counts as."""

    text: Words
    counts: str


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """One question. `after`, `on`: it is asked only of whoever chose one of these answers to that
    question, which stands before it. `brackets`: bounds of an amount, one more than brackets, in
    yuan a month; `cells`: the group each answer puts one into, as the register calls it."""

    key: str
    kind: str
    who: str
    text: Words
    answers: tuple[Answer, ...]
    idea: str
    brackets: tuple[int, ...] = ()
    cells: tuple[str, ...] = ()
    after: str = ""
    on: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One figure: the questions it comes of and the rule by which (`bank.toml`)."""

    code: str
    title: Words
    rule: str
    questions: tuple[str, ...]
    least: int = 0


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions that are asked together."""

    code: str
    title: Words
    says: Words
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything there is to ask."""

    sets: Mapping[str, QuestionSet]
    questions: Mapping[str, BankQuestion]
    items: Mapping[str, Item]

    def composed_of(self, sets: Any) -> tuple[BankQuestion, ...]:
        """The questions of the sets, each once, in the order of the bank's sets."""
        keys = [key for code, each in self.sets.items() if code in sets for key in each.questions]
        return tuple(self.questions[key] for key in dict.fromkeys(keys))

    def items_of(self, keys: Any) -> tuple[Item, ...]:
        """The figures for which everything needed is asked."""
        asked = set(keys)
        return tuple(item for item in self.items.values() if asked.issuperset(item.questions))


def read_bank(text: str) -> Bank:
    """The bank of a table. Raises ValueError, naming the row, for whatever does not fit."""
    read = tomllib.loads(text)
    questions = {row["key"]: _question(row) for row in read["question"]}
    items = {row["code"]: _item(row) for row in read["item"]}
    sets = {
        row["code"]: QuestionSet(
            row["code"],
            read_words(row, "title"),
            read_words(row, "says"),
            tuple(row["questions"]),
        )
        for row in read["set"]
    }
    wanted = [(each.code, each.questions) for each in sets.values()]
    wanted += [(each.code, each.questions) for each in items.values()]
    for code, keys in wanted:
        if unknown := set(keys) - questions.keys():
            raise ValueError(f"{code}: no such question: {', '.join(sorted(unknown))}")
    if len(questions) != len(read["question"]):
        raise ValueError("a question comes twice")
    return Bank(sets, questions, items)


@cache
def bank() -> Bank:
    """The bank shipped with the house."""
    file = resources.files("linli.evaluation.surveys").joinpath("bank.toml")
    return read_bank(file.read_text("utf-8"))


def _question(row: dict[str, Any]) -> BankQuestion:
    answers = tuple(
        Answer(Words(each[0], each[1]), each[2] if len(each) > 2 else "none")
        for each in row["answers"]
    )
    made = BankQuestion(
        key=row["key"],
        kind=row["kind"],
        who=row.get("who", "all"),
        text=read_words(row, "text"),
        answers=answers,
        idea=row["idea"],
        brackets=tuple(row.get("brackets", ())),
        cells=tuple(row.get("cells", ())),
        after=row.get("after", ""),
        on=tuple(row.get("on", ())),
    )
    told = sum(each.counts != "dont_know" for each in answers)
    for wrong, flaw in (
        (made.kind not in KINDS, f"no kind {made.kind!r}"),
        (made.who not in SITUATIONS, f"nobody is {made.who!r}"),
        (len(answers) < 2, "nothing to choose"),
        (any(each.counts not in COUNTS for each in answers), "an answer counts as nothing known"),
        (any(not each.text.en for each in answers), "an answer in one language"),
        (bool(made.brackets) and len(made.brackets) != told + 1, "bounds do not fit the brackets"),
        (list(made.brackets) != sorted(set(made.brackets)), "brackets rise"),
        (bool(made.cells) and len(made.cells) != len(answers), "a cell for each answer"),
    ):
        if wrong:
            raise ValueError(f"{made.key}: {flaw}")
    return made


def _item(row: dict[str, Any]) -> Item:
    if row["rule"] not in RULES:
        raise ValueError(f"{row['code']}: no rule {row['rule']!r}")
    return Item(
        code=row["code"],
        title=read_words(row, "title"),
        rule=row["rule"],
        questions=tuple(row["questions"]),
        least=row.get("least", 0),
    )
