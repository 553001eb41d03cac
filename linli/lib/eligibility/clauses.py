"""Conditions as data: what is compared with what, and how conditions are joined."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from linli.lib.eligibility.facts import NOTHING_SAID, Answer, Words


class Op(StrEnum):
    """以下、以上 include the number; 低于、超过 do not (CC 1259)."""

    BELOW = "below"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    ABOVE = "above"

    def holds(self, found: int | Fraction, number: int | Fraction) -> bool:
        """Whether the number found stands so to the number it is held against."""
        if self is Op.BELOW:
            return found < number
        if self is Op.AT_MOST:
            return found <= number
        if self is Op.AT_LEAST:
            return found >= number
        return found > number


@dataclass(frozen=True, slots=True)
class Against:
    """The number a fact is held against: of a rule of the packs, times a share of another where
    one is named; or a constant, with the text that says it."""

    rule: str = ""
    times: str = ""
    constant: int = 0
    source: Words = NOTHING_SAID

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules it reads."""
        return tuple(rule for rule in (self.rule, self.times) if rule)


@dataclass(frozen=True, slots=True)
class Compare:
    """A number told is held against a number laid down."""

    fact: str
    op: Op
    against: Against


@dataclass(frozen=True, slots=True)
class Among:
    """The answer is one of these; where several could be given, one of them is."""

    fact: str
    answers: frozenset[Answer]


@dataclass(frozen=True, slots=True)
class Switch:
    """The place has it: a yes or no of the packs."""

    rule: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these conditions, by key."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of them."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotSo:
    """The opposite of a condition."""

    part: str


@dataclass(frozen=True, slots=True)
class SomePerson:
    """A condition that somebody of the household meets. `others` is the question that tells it of
    those who were not spoken of one by one, where there are any (`size`)."""

    part: str
    others: str
    size: str


@dataclass(frozen=True, slots=True)
class EveryPerson:
    """A condition that everybody of the household meets; `others` as above."""

    part: str
    others: str
    size: str


Shape = Compare | Among | Switch | AllOf | AnyOf | NotSo | SomePerson | EveryPerson


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition of a scheme: what it says, on what it stands, from when to when, and which
    kind of paper settles it where nobody knows."""

    key: str
    says: Words
    shape: Shape
    cites: tuple[str, ...] = ()
    paper: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None

    def stands_on(self, on: date) -> bool:
        """Whether the condition is asked on that day."""
        after = self.in_force_from is None or self.in_force_from <= on
        return after and (self.in_force_to is None or on <= self.in_force_to)

    @property
    def parts(self) -> tuple[str, ...]:
        """The conditions it is made of."""
        match self.shape:
            case AllOf(parts) | AnyOf(parts):
                return parts
            case NotSo(part):
                return (part,)
            case SomePerson(part, _others, _size) | EveryPerson(part, _others, _size):
                return (part,)
        return ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The answers and amounts it reads itself, not through its parts."""
        match self.shape:
            case Compare(fact, _op, _against):
                return (fact,)
            case Among(fact, _answers):
                return (fact,)
            case SomePerson(_part, others, size) | EveryPerson(_part, others, size):
                return (size, others)
        return ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of the packs it reads itself."""
        match self.shape:
            case Compare(_fact, _op, against):
                return against.rules
            case Switch(rule):
                return (rule,)
        return ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """One kind of help: its conditions, and what a person must know to apply for it.

    `number` stands for it in the code of a printed slip and is never given to another. `guide`: by
    what name guides and help to apply know it; several schemes may share one. `whom`:
    the help is for one person or for the whole household. `limits` are rules of the packs that
    say how long things take. `aid_first`: urgent help comes before the papers.
    """

    number: int
    key: str
    guide: str
    order: int
    whom: str
    situations: tuple[str, ...]
    title: Words
    about: Words
    decides: Words
    apply_at: Words
    refused: Words
    clauses: dict[str, Clause]
    needs: tuple[str, ...]
    """The conditions that must all be met, by key, in the order in which they are told."""
    papers: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    refused_cites: tuple[str, ...] = ()
    aid_first: bool = False
    notes: tuple[Words, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule of the packs that it reads or tells, each once, in order."""
        found: dict[str, None] = {}
        for clause in self.clauses.values():
            found |= dict.fromkeys(clause.rules)
        return tuple(found | dict.fromkeys(self.limits))
