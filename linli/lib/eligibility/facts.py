"""What may be asked, and what somebody told: nothing here knows who they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

Answer = bool | int | str
"""Yes or no, a number (money in fen), the key of an option, or of several (joined by commas)."""
Amount = int | Fraction
PERSON, HOUSEHOLD = "person", "household"
NUMBERS = ("count", "years", "fen", "square_metres")
KINDS = ("yes", "choice", "several", *NUMBERS)


def chosen(answer: Answer | Fraction) -> tuple[Answer | Fraction, ...]:
    """What an answer names: of several options each, else itself."""
    return tuple(answer.split(",")) if isinstance(answer, str) else (answer,)


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    zh: str
    en: str


NOTHING_SAID = Words("", "")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice."""

    key: str
    words: Words


@dataclass(frozen=True, slots=True)
class Fact:
    """One question. `scope`: about one person, or about all who live and keep house together.
    `most` is the largest number that makes sense (money in fen)."""

    key: str
    kind: str
    scope: str
    asks: Words
    short: Words
    help: Words
    options: tuple[Option, ...] = ()
    most: int = 0

    def allows(self, answer: Answer) -> bool:
        """Whether the answer is one that this question can have."""
        if self.kind == "yes":
            return isinstance(answer, bool)
        if self.kind == "choice":
            return any(answer == option.key for option in self.options)
        if self.kind == "several":
            keys = [option.key for option in self.options]
            return isinstance(answer, str) and all(each in keys for each in chosen(answer))
        least = 1 if self.kind == "count" else 0
        return (
            isinstance(answer, int)
            and not isinstance(answer, bool)
            and least <= answer <= self.most
        )


@dataclass(frozen=True, slots=True)
class Derived:
    """A number reckoned from answers: `of`, less `less` (never below nought), divided by `per`
    where that is named. A share stays a Fraction; nothing is rounded."""

    key: str
    of: str
    unit: str
    short: Words
    less: str = ""
    per: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The questions it is reckoned from."""
        return tuple(part for part in (self.of, self.less, self.per) if part)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every question in the order of asking, and what is reckoned from the answers."""

    facts: Mapping[str, Fact]
    derived: Mapping[str, Derived]

    def leaves(self, key: str) -> tuple[str, ...]:
        """The questions an amount or an answer rests on."""
        return self.derived[key].parts if key in self.derived else (key,)

    def short(self, key: str) -> Words:
        """What an answer or an amount is called."""
        return self.derived[key].short if key in self.derived else self.facts[key].short

    def unit(self, key: str) -> str:
        """What an answer is counted in: `fen`, `years`, `square_metres`, `count`,
        `share`, `yes`, `choice` or `several`."""
        return self.derived[key].unit if key in self.derived else self.facts[key].kind


@dataclass(frozen=True, slots=True)
class Household:
    """What was told: of all who keep house together, and of single persons among them, the one
    who asks first. A question that was not answered is not in it."""

    told: Mapping[str, Answer] = field(default_factory=dict)
    persons: Sequence[Mapping[str, Answer]] = ({},)

    def answer(self, vocabulary: Vocabulary, key: str, person: int) -> Answer | Fraction | None:
        """The answer, or the amount reckoned from answers; None where that is not known yet."""
        if key in vocabulary.derived:
            return self._reckon(vocabulary, vocabulary.derived[key], person)
        if vocabulary.facts[key].scope == PERSON:
            return self.persons[person].get(key) if person < len(self.persons) else None
        return self.told.get(key)

    def _reckon(self, vocabulary: Vocabulary, derived: Derived, person: int) -> Amount | None:
        found = []
        for part in derived.parts:
            answer = self.answer(vocabulary, part, person)
            if answer is None or isinstance(answer, str):
                return None
            found.append(answer)
        amount: Amount = int(found.pop(0))
        if derived.less:
            amount = max(0, amount - int(found.pop(0)))
        if derived.per:
            per = int(found.pop(0))
            if per <= 0:
                return None
            amount = Fraction(amount, per)
        return amount

    def with_answer(self, fact: Fact, answer: Answer, person: int = 0) -> "Household":
        """The same with one answer more."""
        if fact.scope == HOUSEHOLD:
            return Household({**self.told, fact.key: answer}, self.persons)
        persons = [dict(each) for each in self.persons]
        persons[person][fact.key] = answer
        return Household(self.told, tuple(persons))
