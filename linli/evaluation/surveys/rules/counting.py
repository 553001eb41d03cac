"""What one answer sheet counts as for one figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from linli.evaluation.surveys.bank import Bank, BankQuestion, Item

MISSING, DONT_KNOW, NOT_APPLICABLE = "missing", "dont_know", "not_applicable"
Said = Mapping[str, Sequence[int]]
"""By the key of the question, the answers chosen by their number from 0."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a sheet is worth for a figure: a value, or the reason why it has none."""

    value: Fraction | None
    why: str = ""


def count(bank: Bank, item: Item, said: Said) -> Counted:
    """The value of one sheet for one figure: 0 or 1 of a share, −1 to 1 of a net, the weighted
    gap; or missing, don't know, not applicable (in this order of weight, except that a sheet which
    settles the figure whatever the rest says has its value)."""
    heard = [hear(bank.questions[key], said) for key in item.questions]
    match item.rule:
        case "all":
            return _settle(heard, settled="no", value=0, otherwise=1)
        case "any":
            return _settle(heard, settled="yes", value=1, otherwise=0)
        case "net":
            return _apart(heard) or Counted(Fraction({"better": 1, "worse": -1}.get(heard[0], 0)))
        case "gap":
            return _apart(heard) or Counted(gap(heard, item.least))
        case _:
            return Counted(None, MISSING)


def hear(question: BankQuestion, said: Said) -> str:
    """What the answer to one question counts as."""
    chosen = said.get(question.key, ())
    if not chosen or not 0 <= chosen[0] < len(question.answers):
        return MISSING
    return question.answers[chosen[0]].counts


def gap(heard: Sequence[str], least: int) -> Fraction:
    """Alkire and Foster: the share of features felt lacking, where it is `least` or more of them;
    else nought. Its mean over sheets is M0."""
    lacking = sum(each == "lacking" for each in heard)
    return Fraction(lacking, len(heard)) if lacking >= least else Fraction(0)


def bracket_of(question: BankQuestion, said: Said) -> int | str:
    """The number of the bracket, from 0; or why there is none."""
    chosen = said.get(question.key, ())
    if not chosen:
        return MISSING
    if question.answers[chosen[0]].counts == "dont_know":
        return DONT_KNOW
    return chosen[0]


def _settle(heard: Sequence[str], *, settled: str, value: int, otherwise: int) -> Counted:
    if settled in heard:
        return Counted(Fraction(value))
    return _apart(heard) or Counted(Fraction(otherwise))


def _apart(heard: Sequence[str]) -> Counted | None:
    for why in (MISSING, NOT_APPLICABLE, DONT_KNOW):
        if why in heard:
            return Counted(None, why)
    return None
