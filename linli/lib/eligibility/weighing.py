"""A household held against a scheme: every condition with what was found and what it was held
against, so that whoever is refused, or advised, can read why."""

from dataclasses import dataclass
from fractions import Fraction

from linli.lib.eligibility.clauses import (
    AllOf,
    Among,
    AnyOf,
    Clause,
    Compare,
    EveryPerson,
    NotSo,
    Scheme,
    SomePerson,
    Switch,
)
from linli.lib.eligibility.facts import Answer, Household, Vocabulary, chosen
from linli.lib.eligibility.law_of_a_day import LawOfADay
from linli.lib.eligibility.truth import Truth, all_of, any_of, opposite, truth_of
from linli.lib.law.packs import Parameter


@dataclass(frozen=True, slots=True)
class Held:
    """The number a fact was held against, and the rows it comes from: each with its place, its
    source, the day it came into force and how far it is to be trusted. `number` is None where
    the place has not said one; `missing` names those rules."""

    number: int | Fraction | bool | None
    unit: str
    rows: tuple[Parameter, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Traced:
    """One condition in one case. `asks` are the questions whose answer is missing here."""

    clause: Clause
    truth: Truth
    found: Answer | Fraction | None = None
    held: Held | None = None
    asks: tuple[str, ...] = ()
    parts: tuple["Traced", ...] = ()
    person: int = 0

    def live_asks(self) -> tuple[str, ...]:
        """The questions that can still settle it: of what is settled, none."""
        if self.truth is not Truth.UNKNOWN:
            return ()
        found = dict.fromkeys(self.asks)
        for part in self.parts:
            found |= dict.fromkeys(part.live_asks())
        return tuple(found)

    def missing_rules(self) -> tuple[str, ...]:
        """The numbers of the place that are missing and would settle it."""
        if self.truth is not Truth.UNKNOWN:
            return ()
        found = dict.fromkeys(self.held.missing if self.held else ())
        for part in self.parts:
            found |= dict.fromkeys(part.missing_rules())
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A scheme in one case: met means that one may apply, and nobody has decided anything."""

    scheme: Scheme
    truth: Truth
    steps: tuple[Traced, ...]

    def live_asks(self) -> tuple[str, ...]:
        """The questions that can still settle the scheme, in the order of its conditions."""
        if self.truth is not Truth.UNKNOWN:
            return ()
        return tuple(dict.fromkeys(ask for step in self.steps for ask in step.live_asks()))

    def missing_rules(self) -> tuple[str, ...]:
        """The numbers the place has not said and that leave the scheme open."""
        if self.truth is not Truth.UNKNOWN:
            return ()
        return tuple(dict.fromkeys(rule for step in self.steps for rule in step.missing_rules()))


@dataclass(frozen=True, slots=True)
class _Case:
    scheme: Scheme
    household: Household
    vocabulary: Vocabulary
    law: LawOfADay


def weigh(
    scheme: Scheme,
    household: Household,
    vocabulary: Vocabulary,
    law: LawOfADay,
    person: int = 0,
) -> Weighed:
    """How the scheme stands for a household, or for one person of it, on the day of the law."""
    case = _Case(scheme, household, vocabulary, law)
    clauses = (scheme.clauses[key] for key in scheme.needs)
    steps = tuple(_weigh(case, each, person) for each in clauses if each.stands_on(law.on))
    return Weighed(scheme, all_of(step.truth for step in steps), steps)


def _weigh(case: _Case, clause: Clause, person: int) -> Traced:
    match clause.shape:
        case Compare():
            return _compare(case, clause, clause.shape, person)
        case Among(fact, answers):
            found = case.household.answer(case.vocabulary, fact, person)
            if found is None:
                return Traced(clause, Truth.UNKNOWN, asks=(fact,), person=person)
            holds = any(each in answers for each in chosen(found))
            return Traced(clause, truth_of(holds), found, person=person)
        case Switch(rule):
            row = case.law.of(rule)
            held = Held(None, "switch", missing=(rule,))
            if row is not None:
                held = Held(bool(row.value), "switch", (row,))
            return Traced(clause, truth_of(None if row is None else bool(row.value)), held=held)
        case SomePerson() | EveryPerson():
            return _of_persons(case, clause, clause.shape)
        case AllOf(keys):
            parts = _parts(case, keys, person)
            return Traced(clause, all_of(part.truth for part in parts), parts=parts)
        case AnyOf(keys):
            parts = _parts(case, keys, person)
            return Traced(clause, any_of(part.truth for part in parts), parts=parts)
        case NotSo(key):
            part = _weigh(case, case.scheme.clauses[key], person)
            return Traced(clause, opposite(part.truth), parts=(part,))


def _parts(case: _Case, keys: tuple[str, ...], person: int) -> tuple[Traced, ...]:
    clauses = (case.scheme.clauses[key] for key in keys)
    return tuple(_weigh(case, each, person) for each in clauses if each.stands_on(case.law.on))


def _compare(case: _Case, clause: Clause, shape: Compare, person: int) -> Traced:
    held = hold_against(shape, case.vocabulary, case.law)
    found = case.household.answer(case.vocabulary, shape.fact, person)
    if held.number is None:
        # The answer would not settle it: so it is not asked for its sake.
        return Traced(clause, Truth.UNKNOWN, found, held, person=person)
    if found is None or isinstance(found, str):
        asks = tuple(
            leaf
            for leaf in case.vocabulary.leaves(shape.fact)
            if case.household.answer(case.vocabulary, leaf, person) is None
        )
        return Traced(clause, Truth.UNKNOWN, None, held, asks, person=person)
    return Traced(clause, truth_of(shape.op.holds(found, held.number)), found, held, person=person)


def hold_against(shape: Compare, vocabulary: Vocabulary, law: LawOfADay) -> Held:
    """The number of the day and place, exactly: a line times a share stays a Fraction."""
    unit, against = vocabulary.unit(shape.fact), shape.against
    if not against.rule:
        return Held(against.constant, unit)
    rows = [(rule, law.of(rule)) for rule in against.rules]
    known = tuple(row for _rule, row in rows if row is not None)
    missing = tuple(rule for rule, row in rows if row is None)
    if missing:
        return Held(None, unit, known, missing)
    number: int | Fraction = 1
    for row in known:
        number *= row.value
    return Held(number, unit, known)


def _of_persons(case: _Case, clause: Clause, shape: SomePerson | EveryPerson) -> Traced:
    some = isinstance(shape, SomePerson)
    inner = case.scheme.clauses[shape.part]
    parts = tuple(_weigh(case, inner, each) for each in range(len(case.household.persons)))
    told = case.household.told.get(shape.others)
    size = case.household.told.get(shape.size)
    asks: tuple[str, ...] = ()
    if isinstance(size, int) and size <= len(parts):
        others = truth_of(not some)  # there is nobody else, whatever was said of them
    elif told is not None:
        others = truth_of(bool(told))
    else:
        others = Truth.UNKNOWN
        asks = (shape.size,) if size is None else (shape.others,)
    joined = (any_of if some else all_of)((*(part.truth for part in parts), others))
    return Traced(clause, joined, asks=asks, parts=parts)
