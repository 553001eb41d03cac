"""From answer sheets to what holds for everybody: weighed as the sample was drawn, with its error.

Exact fractions up to the last step; statistics from `linli.evaluation.statistics`.
"""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from linli.evaluation.surveys.bank import Bank, Item
from linli.evaluation.surveys.rules.counting import (
    DONT_KNOW,
    MISSING,
    NOT_APPLICABLE,
    Counted,
    Said,
    bracket_of,
    count,
)
from linli.lib.numbers import FLOOR, NINETY_FIVE, at_least, suppressed

MARKED = Fraction(95, 100)
"""Of the sheets, the share that must say age, sex and registration before answers are weighed
by them."""

UNDER_18 = "band_under18"

LEAST_BRACKETS = 30
"""Answers from which bounds of a Gini are told."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One answer sheet as it is estimated from. `cell`: age band, sex and registration where all
    three were said, of somebody of 18 or more."""

    said: Said
    stratum: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the sample was drawn from: how many units in all; by stratum how many there were and
    how many were drawn; by cell how many residents of 18 and over the register knew (a cell of
    which a part is empty: it does not know it). `stratum_floor`: drawn from a stratum, from which
    on a sheet says which it is of."""

    units: int
    drawn: int
    strata: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    cells: Mapping[str, int] = field(default_factory=dict)
    stratum_floor: int = 30

    @property
    def residents(self) -> int:
        """Whom every figure of the wave stands for, however it is weighed: the residents of 18 and
        over; at least one a unit, where the register knows fewer."""
        return max(sum(self.cells.values()), self.units)

    @property
    def weighable(self) -> dict[str, int]:
        """The cells of which all is known, neighbours beside each other."""
        return {cell: n for cell, n in sorted(self.cells.items()) if all(cell.split("/"))}


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One estimate. `value`, `se`, `low`, `high` in parts of one (a net from −1 to 1).
    `population`: residents of 18 and over, those whom the question concerns."""

    item: str
    method: str
    value: Fraction
    population: int
    answers: int
    se: float | None = None
    low: float | None = None
    high: float | None = None
    design_effect: float | None = None
    n_eff: float | None = None
    dont_know: int = 0
    not_applicable: int = 0
    missing: int = 0
    enough: bool = False
    few: bool = False


def cell_of(bank: Bank, said: Said) -> str:
    """Age band, sex and registration as one code; empty unless all three were said, and of
    somebody under 18, whom the figures do not stand for."""
    parts = []
    for key in ("age", "sex", "hukou"):
        chosen = said.get(key, ())
        if not chosen:
            return ""
        parts.append(bank.questions[key].cells[chosen[0]])
    return "" if parts[0] == UNDER_18 else "/".join(parts)


def choose_method(sheets: Sequence[Sheet], frame: Frame) -> str:
    """How answers are weighed: by age, sex and registration where the register knows these groups
    and nearly every sheet says them; else by the strata of the draw; else each alike."""
    marked = Counter(sheet.cell for sheet in sheets if sheet.cell)
    cells = frame.weighable
    known = bool(marked) and all(cells.get(cell, 0) >= n for cell, n in marked.items())
    if known and at_least(marked.total(), len(sheets), MARKED):
        return "post_stratified"
    return _as_drawn(frame)


def _as_drawn(frame: Frame) -> str:
    return "stratified" if len(frame.strata) > 1 else "simple"


def _age_of(cell: str) -> str:
    return cell.partition("/")[0]


def estimate(
    bank: Bank,
    item: Item,
    sheets: Sequence[Sheet],
    frame: Frame,
    method: str,
    floor: int = FLOOR,
) -> Reckoned | None:
    """The figure for everybody; nothing where too few have a value for a spread. `floor`: of a
    share, the answers on either side from which it is told as a number. Where an age band has too
    few answers to be weighed by, the figure is weighed as the sample was drawn, and its `method`
    says so: other ages do not speak for it."""
    if item.rule == "gini":
        return _brackets(bank, item, sheets, frame)
    from linli.evaluation.statistics import samples
    from linli.evaluation.statistics.subgroups import why_untold

    groups, populations = _grouped(sheets, frame, method)
    heard: dict[str, list[Fraction]] = {name: [] for name in populations}
    apart: dict[str, Counter[str]] = {name: Counter() for name in populations}
    for name, sheet in groups:
        found = count(bank, item, sheet.said)
        _sort_in(found, heard[name], apart[name])
    left = Counter({MISSING: len(sheets) - len(groups)})
    told = sum(apart.values(), left)
    strata = [
        samples.Stratum.of_values(
            name, _concerned(size, len(heard[name]), apart[name]), heard[name]
        )
        for name, size in populations.items()
    ]
    try:
        if method == "post_stratified":
            mean = samples.post_stratified(strata, collapse=True, within=_age_of)
        else:
            mean = samples.stratified(strata, collapse=True)
    except samples.ThinStrata:
        if method == "post_stratified":
            return estimate(bank, item, sheets, frame, _as_drawn(frame), floor)
        return None
    low, high = _interval(item, mean)
    effect = samples.design_effect(mean)
    value = Fraction(mean.value)
    concerned = Fraction(mean.population, sum(populations.values()))
    return Reckoned(
        item=item.code,
        method=method,
        value=value,
        population=max(round(frame.residents * concerned), mean.answers),
        answers=mean.answers,
        se=mean.se,
        low=low,
        high=high,
        design_effect=None if effect is None else float(effect),
        n_eff=_effective(item, value, mean),
        dont_know=told[DONT_KNOW],
        not_applicable=told[NOT_APPLICABLE],
        missing=told[MISSING],
        few=_few(item, [each for values in heard.values() for each in values], floor),
        enough=why_untold(mean.answers, low, high) is None,
    )


def _grouped(
    sheets: Sequence[Sheet], frame: Frame, method: str
) -> tuple[list[tuple[str, Sheet]], dict[str, int]]:
    """The sheets by what they are weighed by, and how many belong to each group."""
    if method == "post_stratified":
        marked = [(sheet.cell, sheet) for sheet in sheets if sheet.cell]
        return marked, frame.weighable
    if method == "simple":
        return [("", sheet) for sheet in sheets], {"": max(frame.units, len(sheets))}
    populations: dict[str, int] = {}
    for code, (units, drawn) in sorted(frame.strata.items()):
        name = code if drawn >= frame.stratum_floor else ""
        populations[name] = populations.get(name, 0) + units
    # A sheet of no stratum, where all strata are named, cannot be weighed: nobody knows where.
    return [(each.stratum, each) for each in sheets if each.stratum in populations], populations


def _sort_in(found: Counted, heard: list[Fraction], apart: "Counter[str]") -> None:
    if found.value is None:
        apart[found.why] += 1
    else:
        heard.append(found.value)


def _concerned(size: int, answers: int, apart: Mapping[str, int]) -> int:
    """How many of a group the question concerns: without those, estimated, whom it does not."""
    beside = apart.get(NOT_APPLICABLE, 0)
    if not beside:
        return max(size, answers)
    return max(round(Fraction(size * answers, answers + beside)), answers)


def _few(item: Item, heard: Sequence[Fraction], floor: int) -> bool:
    """Whether so few said yes (lack something, see it better, see it worse), or all but so few,
    that the number would point at them."""
    sides = [sum(each > 0 for each in heard), sum(each < 0 for each in heard)]
    counts = sides if item.rule == "net" else sides[:1]
    return any(suppressed(n, floor) or suppressed(len(heard) - n, floor) for n in counts)


def _interval(item: Item, mean: Any) -> tuple[float, float]:
    if item.rule in ("all", "any"):
        low, high = mean.interval()
        return (low, high)
    reach, value = NINETY_FIVE * mean.se, float(mean.value)
    return max(value - reach, -1.0 if item.rule == "net" else 0.0), min(value + reach, 1.0)


def _effective(item: Item, value: Fraction, mean: Any) -> float:
    if item.rule in ("all", "any") and 0 < value < 1 and mean.variance > 0:
        return float(value * (1 - value) / Fraction(mean.variance))
    return float(mean.answers)


def _brackets(bank: Bank, item: Item, sheets: Sequence[Sheet], frame: Frame) -> Reckoned | None:
    """The bounds of the Gini of brackets, everybody at the middle of theirs; its value stands in
    the middle of the bounds. The last bracket is open and reckoned as ending where the bank says.
    """
    from linli.evaluation.statistics.inequality import Bracket, brackets

    question = bank.questions[item.questions[0]]
    heard = Counter(bracket_of(question, sheet.said) for sheet in sheets)
    edges = question.brackets
    bounds = list(itertools.pairwise(edges))
    groups = [
        Bracket(low, high, heard[number], Fraction(low + high, 2))
        for number, (low, high) in enumerate(bounds)
    ]
    answers = sum(group.count for group in groups)
    if not answers:
        return None
    found = brackets(groups)
    low, high = Fraction(found.low), Fraction(found.high)
    return Reckoned(
        item=item.code,
        method="simple",
        value=(low + high) / 2,
        population=max(frame.residents, answers),
        answers=answers,
        low=float(low),
        high=float(min(high, Fraction(1))),
        dont_know=heard[DONT_KNOW],
        missing=heard[MISSING],
        enough=answers >= LEAST_BRACKETS,
    )


def ratings(code: str, good: int, rated: int, asked: int, floor: int = FLOOR) -> Reckoned | None:
    """The share of good ratings where every service asks for one: an estimate like a sample's,
    with everybody served as the whole. Who rates chooses to, so the answer rate stands beside."""
    if rated < 2:
        return None
    from linli.evaluation.statistics import samples
    from linli.evaluation.statistics.subgroups import why_untold

    whole = max(asked, rated)
    mean = samples.stratified([samples.Stratum.of_share(code, whole, good, rated)])
    low, high = mean.interval()
    value = Fraction(mean.value)
    return Reckoned(
        item=code,
        method="asked_all",
        value=value,
        population=whole,
        answers=rated,
        se=mean.se,
        low=low,
        high=high,
        n_eff=float(rated),
        few=suppressed(good, floor) or suppressed(rated - good, floor),
        enough=why_untold(rated, low, high) is None,
    )
