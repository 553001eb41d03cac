"""What a sample drawn by strata, or weighed by groups afterwards, tells about everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from linli.evaluation.statistics.exact import Number, over
from linli.lib.numbers import wilson, wilson_of


@dataclass(frozen=True)
class Stratum:
    """What was heard from one stratum (or one group weighed afterwards).

    `population`: how many belong to it; `answers`: how many answered with something that counts;
    `mean` and `variance` of the answers (variance over answers − 1; None under two answers).
    `dont_know` stand apart: they are neither answers nor nobody.
    """

    name: str
    population: int
    answers: int
    mean: Number | None = None
    variance: Number | None = None
    dont_know: int = 0

    def __post_init__(self) -> None:
        if min(self.answers, self.dont_know) < 0 or self.answers + self.dont_know > self.population:
            raise ValueError(f"{self.name}: more asked than the {self.population} there are")
        if (self.mean is None) != (self.answers == 0):
            raise ValueError(f"{self.name}: a mean belongs to answers")
        if (self.variance is None) != (self.answers < 2):
            raise ValueError(f"{self.name}: a variance belongs to two answers or more")

    @classmethod
    def of_share(
        cls, name: str, population: int, part: int, answers: int, dont_know: int = 0
    ) -> Stratum:
        """`part` of `answers` said yes; everything stays an exact fraction."""
        if not 0 <= part <= answers:
            raise ValueError(f"{name}: {part} of {answers} is not possible")
        mean = Fraction(part, answers) if answers else None
        spread = Fraction(part * (answers - part), answers * (answers - 1)) if answers > 1 else None
        return cls(name, population, answers, mean, spread, dont_know)

    @classmethod
    def of_values(
        cls, name: str, population: int, values: Iterable[Number], dont_know: int = 0
    ) -> Stratum:
        """From the answers themselves: exact where all are whole numbers or fractions."""
        heard = list(values)
        if not heard:
            return cls(name, population, 0, dont_know=dont_know)
        mean = over(sum(heard), len(heard))
        if len(heard) == 1:
            return cls(name, population, 1, mean, None, dont_know)
        spread = over(sum((value - mean) ** 2 for value in heard), len(heard) - 1)
        return cls(name, population, len(heard), mean, spread, dont_know)

    @property
    def is_thin(self) -> bool:
        """Whether it is too thin to tell its own spread: nobody, or one of several."""
        return self.population > 0 and self.answers < min(2, self.population)


class ThinStrata(ValueError):
    """Some strata have nobody, or one person of several, so no error can be reckoned for them.

    `names` says which. The way on: `collapse=True`, or strata joined by somebody who knows them.
    """

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(f"too few answers for a spread in: {', '.join(names)}")
        self.names = tuple(names)


@dataclass(frozen=True)
class Mean:
    """An estimate for everybody: a mean, or a share where the answers were yes and no.

    `variance` is the estimate's own; `simple_variance` what a simple random sample of the same
    size from the same people would have; `joined` names strata reckoned as one, each a tuple.
    """

    value: Number
    variance: Number
    simple_variance: Number
    population: int
    answers: int
    dont_know: int = 0
    joined: tuple[tuple[str, ...], ...] = ()

    @property
    def se(self) -> float:
        """The standard error, in the unit of the value."""
        return sqrt(self.variance)

    def interval(self) -> tuple[float, float]:
        """95% for a share: Wilson on the effective n; see `wilson_effective`.

        Raises ValueError where the value is no share.
        """
        if not 0 <= self.value <= 1:
            raise ValueError("Wilson's interval is for shares; of a mean, show its error")
        if self.variance or self.answers == self.population:
            return wilson_effective(self.value, self.variance)
        # All of a stratum said the same: the formula knows no doubt, and a sample has some.
        part = round(self.value * self.answers)
        return wilson(part, self.answers, population=self.population)


def stratified(strata: Sequence[Stratum], *, collapse: bool = False) -> Mean:
    """The mean of a sample drawn by strata: Σ(N_h/N)ȳ_h.

    Variance Σ(N_h/N)²(1−n_h/N_h)s²_h/n_h (Cochran 1977, 5.3; as R survey). Strata without people
    are left out. A thin stratum raises ThinStrata; with `collapse` it is joined with its
    neighbour in the order given (see `join_thin`), and the estimate says so in `joined`.
    """
    ready, joined = _ready(strata, collapse)
    whole = sum(stratum.population for stratum in ready)
    value: Number = Fraction(0)
    variance: Number = Fraction(0)
    for stratum in ready:
        weight, mean = Fraction(stratum.population, whole), stratum.mean or 0
        value += weight * mean
        left = 1 - Fraction(stratum.answers, stratum.population)
        variance += weight**2 * left * (stratum.variance or 0) / stratum.answers
    return _estimate(ready, value, variance, joined)


def post_stratified(
    groups: Sequence[Stratum],
    *,
    collapse: bool = False,
    within: Callable[[str], str] | None = None,
) -> Mean:
    """The mean of a simple random sample weighed by groups known afterwards: Σ(N_g/N)ȳ_g.

    Variance (1−f)·n/(n−1)·Σ(N_g/(n_g N))²(n_g−1)s²_g with f = n/N (as R survey's postStratify).
    Thin groups as in `stratified`; `within` says of a group's name what it must not be joined
    beyond.
    """
    ready, joined = _ready(groups, collapse, within)
    whole = sum(group.population for group in ready)
    asked = sum(group.answers for group in ready)
    value: Number = Fraction(0)
    inner: Number = Fraction(0)
    for group in ready:
        weight, mean = Fraction(group.population, whole), group.mean or 0
        value += weight * mean
        inner += (weight / group.answers) ** 2 * (group.answers - 1) * (group.variance or 0)
    scale = (1 - Fraction(asked, whole)) * (Fraction(asked, asked - 1) if asked > 1 else 0)
    return _estimate(ready, value, scale * inner, joined)


def design_effect(estimate: Mean) -> Number | None:
    """How many times the variance of a simple random sample as large this design has (Kish).

    Over 1 the design costs answers, under 1 it saves them. None where the answers do not vary or
    everybody answered.
    """
    if not estimate.simple_variance:
        return None
    return over(estimate.variance, estimate.simple_variance)


def effective_n(share: Number, variance: Number) -> float:
    """How many answers of a simple, endless sample would be as sure: p(1−p)/variance.

    Raises ValueError where share or variance tell nothing about it.
    """
    if not 0 < share < 1 or variance <= 0:
        raise ValueError("an effective n needs a share between 0 and 1 and its variance")
    return float(share * (1 - share) / variance)


def wilson_effective(share: Number, variance: Number) -> tuple[float, float]:
    """Wilson's 95% interval of a share whose variance the design gave, on the effective n.

    A variance of nothing (everybody answered) leaves the share itself. A share of 0 or 1 out of
    a sample has no effective n: `Mean.interval` takes the plain count there.
    """
    if variance == 0:
        return (float(share), float(share))
    return wilson_of(share, effective_n(share, variance))


def join_thin(
    strata: Sequence[Stratum], within: Callable[[str], str] | None = None
) -> tuple[list[Stratum], tuple[tuple[str, ...], ...]]:
    """Join each thin stratum with the next in the order given, the last with the one before.

    So give neighbours (ages, entrances) beside each other; with `within`, only those join of whose
    names it says the same. Returns the strata and the names joined, each a tuple. Raises
    ThinStrata where even all that may join are thin together.
    """
    if within is not None:
        apart: dict[str, list[Stratum]] = {}
        for each in strata:
            if each.population:
                apart.setdefault(within(each.name), []).append(each)
        if not apart:
            raise ThinStrata([each.name for each in strata])
        parts = [join_thin(some) for some in apart.values()]
        return [each for some, _ in parts for each in some], tuple(
            names for _, joined in parts for names in joined
        )
    groups: list[list[Stratum]] = []
    for stratum in (each for each in strata if each.population):
        if groups and _pool(groups[-1]).is_thin:
            groups[-1].append(stratum)
        else:
            groups.append([stratum])
    if len(groups) > 1 and _pool(groups[-1]).is_thin:
        groups[-2:] = [groups[-2] + groups[-1]]
    pooled = [_pool(group) for group in groups]
    if not pooled or any(stratum.is_thin for stratum in pooled):
        raise ThinStrata([stratum.name for stratum in strata])
    names = tuple(tuple(each.name for each in group) for group in groups if len(group) > 1)
    return pooled, names


def _ready(
    strata: Sequence[Stratum], collapse: bool, within: Callable[[str], str] | None = None
) -> tuple[list[Stratum], tuple[tuple[str, ...], ...]]:
    names = [stratum.name for stratum in strata]
    if len(set(names)) != len(names):
        raise ValueError("two strata have one name")
    if collapse:
        return join_thin(strata, within)
    living = [stratum for stratum in strata if stratum.population]
    thin = [stratum.name for stratum in living if stratum.is_thin]
    if thin or not living:
        raise ThinStrata(thin or names)
    return living, ()


def _pool(group: Sequence[Stratum]) -> Stratum:
    """Several strata as if they had been one."""
    if len(group) == 1:
        return group[0]
    answers = sum(stratum.answers for stratum in group)
    total = sum(stratum.answers * (stratum.mean or 0) for stratum in group)
    mean = over(total, answers) if answers else None
    spread = None
    if mean is not None and answers > 1:
        spread = over(_squares(group, mean), answers - 1)
    return Stratum(
        " + ".join(stratum.name for stratum in group),
        sum(stratum.population for stratum in group),
        answers,
        mean,
        spread,
        sum(stratum.dont_know for stratum in group),
    )


def _squares(group: Sequence[Stratum], mean: Number) -> Number:
    """Squares of the answers' distances from `mean`."""
    return sum(
        (stratum.answers - 1) * (stratum.variance or 0)
        + stratum.answers * ((stratum.mean or 0) - mean) ** 2
        for stratum in group
        if stratum.answers
    )


def _estimate(
    strata: Sequence[Stratum], value: Number, variance: Number, joined: tuple[tuple[str, ...], ...]
) -> Mean:
    whole = sum(stratum.population for stratum in strata)
    asked = sum(stratum.answers for stratum in strata)
    simple: Number = Fraction(0)
    if asked > 1:
        # Each answer stands for N_h/n_h people; the spread among all people so imagined.
        spread = sum(
            Fraction(stratum.population, stratum.answers * whole) * _squares([stratum], value)
            for stratum in strata
        ) * Fraction(asked, asked - 1)
        simple = spread / asked * (1 - Fraction(asked, whole))
    untold = sum(stratum.dont_know for stratum in strata)
    return Mean(value, variance, simple, whole, asked, untold, joined)
