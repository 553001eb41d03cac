"""What a sample tells about some of the people, and when that may be shown.

How many answered what in which group is a table of counts: it goes through `suppression` before
it is shown, like every other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from linli.evaluation.statistics.exact import Number
from linli.evaluation.statistics.samples import Mean, ThinStrata

LEAST_ANSWERS = 30
WIDEST_REACH = Fraction(1, 10)


@dataclass(frozen=True)
class Members:
    """One stratum seen for a subgroup: `population` of the stratum, all its `answers`, how many of
    them are `members` of the subgroup, and how many of these said yes (`part`)."""

    stratum: str
    population: int
    answers: int
    members: int
    part: int

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.members <= self.answers <= self.population:
            raise ValueError(f"{self.stratum}: the counts do not fit into each other")


def subgroup_share(strata: Sequence[Members]) -> Mean | None:
    """The share among the members of a subgroup that lies across strata; None without members.

    How many members there are is itself estimated, so it is a quotient of two estimates, with the
    linearised variance Σ N_h²(1−n_h/N_h)s²_zh/n_h ÷ N̂_d², z = y − share for members and 0 for
    others (Cochran 1977, 2.11 and 5A.14; as R survey's svyby). `population` is the estimated
    number of members, rounded. Exact. Raises ThinStrata for a stratum without a spread: join it
    with a neighbour first.
    """
    living = [each for each in strata if each.population]
    thin = [each.stratum for each in living if each.answers < min(2, each.population)]
    if thin:
        raise ThinStrata(thin)
    weighed = [(each, Fraction(each.population, each.answers)) for each in living]
    members = sum((weight * each.members for each, weight in weighed), Fraction(0))
    if not members:
        return None
    share = sum((weight * each.part for each, weight in weighed), Fraction(0)) / members
    variance, simple = Fraction(0), Fraction(0)
    for each, weight in weighed:
        squares = each.part * (1 - share) ** 2 + (each.members - each.part) * share**2
        simple += weight * squares
        if each.answers == each.population:
            continue
        centre = Fraction(each.part - share * each.members, each.answers)
        spread = (squares - each.answers * centre**2) / (each.answers - 1)
        left = 1 - 1 / weight
        variance += each.population**2 * left * spread / each.answers
    asked = sum(each.members for each in living)
    plain = simple / members / asked * (1 - asked / members)
    return Mean(share, variance / members**2, plain, max(asked, round(members)), asked)


def why_untold(
    answers: int,
    low: float,
    high: float,
    *,
    least: int = LEAST_ANSWERS,
    reach: Number = WIDEST_REACH,
) -> str | None:
    """Why a survey value may not be shown, or None where it may: `few_answers` under `least`,
    `wide_interval` where half the interval is over `reach`; the bounds themselves are enough.

    The framework's rule: 30 answers, and 10 points up or down.
    """
    if answers < least:
        return "few_answers"
    return "wide_interval" if (high - low) / 2 > reach else None
