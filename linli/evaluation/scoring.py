"""From values to scores: exact, against fixed goalposts, and none where something is missing.

A score says how far an institution has come between two goalposts that do not move with what
others do. There is none for a person, none for all in one number without its groups beside it,
and no rank. What is missing is never nought: it has no score, and a group of which too little
is known has none either.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources

from linli.evaluation.definitions import SCALES, Indicator
from linli.evaluation.words import Words, read_words

WHOLE = Fraction(100)
"""The best score; the worst is 0."""

ENOUGH = Fraction(2, 3)
"""How much of the weight must be there for a group to have a score, this much included (the
threshold COINr calls `dat_thresh`)."""


@dataclass(frozen=True, slots=True)
class Score:
    """One indicator's score, with the ends of its interval where its value has one."""

    value: Fraction
    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Joint:
    """The score of several together. `value`: None where less than two thirds of the weight is
    there. `present` of `asked`: how many of its scored indicators have one. `low` and `high`:
    where at least one of them was asked of a sample."""

    value: Fraction | None
    present: int
    asked: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Overall:
    """All groups joined, both ways, on 1 to 100: the geometric mean, in which a strong group
    does not buy off a weak one, and the arithmetic one. None where too little is known."""

    geometric: float | None
    arithmetic: Fraction | None
    present: int
    asked: int


@dataclass(frozen=True, slots=True)
class Band:
    """A word for a stretch of scores, from its bound up to, not with, the next."""

    code: str
    since: Fraction
    title: Words


def score(row: Indicator, value: Fraction | None) -> Fraction | None:
    """The place of a value, in the indicator's unit, between its goalposts, from 0 to 100. None
    where there is no value or the indicator is never scored. Of what is better the lower the
    worse goalpost is the larger, and nothing else changes."""
    if value is None or not row.is_scored or row.goalposts is None:
        return None
    return _place(value, row.goalposts)


def score_with_interval(
    row: Indicator, value: Fraction | None, low: float | None, high: float | None
) -> Score | None:
    """The same with the interval's ends. `low` and `high` in parts of one, as figures keep
    them."""
    found = score(row, value)
    if found is None or row.goalposts is None:
        return None
    if low is None or high is None:
        return Score(found)
    scale = SCALES.get(row.unit, 1)
    ends = sorted(_place(Fraction(end) * scale, row.goalposts) for end in (low, high))
    return Score(found, ends[0], ends[1])


def group_score(
    scores: Mapping[str, Score | None], weights: Mapping[str, Fraction] | None = None
) -> Joint:
    """The weighted mean of the scores that are there, if they bear two thirds of the weight.

    `scores`: every scored indicator of the group by its id. `weights`: equal where none are given.
    The interval is put together from those of its indicators, each independent of the others, the
    lower and the upper side for themselves (MOVER; Zou and Donner 2008).
    """
    heavy = {name: (weights or {}).get(name, Fraction(1)) for name in scores}
    there = {name: each for name, each in scores.items() if each is not None}
    total = sum(heavy.values(), Fraction(0))
    held = sum((heavy[name] for name in there), Fraction(0))
    if not held or held < ENOUGH * total:
        return Joint(None, len(there), len(scores))
    value = sum((heavy[name] * each.value for name, each in there.items()), Fraction(0)) / held
    shares = [(heavy[name] / held, each) for name, each in there.items()]
    below = [
        float(share * (each.value - each.low)) for share, each in shares if each.low is not None
    ]
    above = [
        float(share * (each.high - each.value)) for share, each in shares if each.high is not None
    ]
    if not below:
        return Joint(value, len(there), len(scores))
    return Joint(
        value,
        len(there),
        len(scores),
        max(0.0, float(value) - math.hypot(*below)),
        min(100.0, float(value) + math.hypot(*above)),
    )


def overall(
    groups: Mapping[str, Fraction | None], weights: Mapping[str, Fraction] | None = None
) -> Overall:
    """The groups joined, by the same threshold. Scores are first laid on 1 to 100, as a nought
    would make every geometric mean nought (COINr normalises so)."""
    heavy = {code: (weights or {}).get(code, Fraction(1)) for code in groups}
    there = {code: each for code, each in groups.items() if each is not None and heavy[code]}
    asked = sum(1 for weight in heavy.values() if weight)
    held = sum((heavy[code] for code in there), Fraction(0))
    if not held or held < ENOUGH * sum(heavy.values(), Fraction(0)):
        return Overall(None, None, len(there), asked)
    laid = {code: from_one(each) for code, each in there.items()}
    arithmetic = sum((heavy[code] * each for code, each in laid.items()), Fraction(0)) / held
    logs = (float(heavy[code] / held) * math.log(each) for code, each in laid.items())
    return Overall(math.exp(math.fsum(logs)), arithmetic, len(there), asked)


def from_one(value: Fraction) -> Fraction:
    """A score of 0 to 100 laid on 1 to 100."""
    return 1 + value * 99 / 100


def band_of(value: Fraction | float) -> Band:
    """The word for a score; a bound belongs to the better one."""
    return [band for band in bands() if band.since <= value][-1]


@cache
def bands() -> tuple[Band, ...]:
    """The bands, the lowest first."""
    text = resources.files("linli.evaluation").joinpath("bands.toml").read_text("utf-8")
    return read_bands(text)


def read_bands(text: str) -> tuple[Band, ...]:
    """The bands of a table. ValueError where they do not begin at 0, do not rise or pass 100."""
    read = tuple(
        Band(entry["code"], Fraction(entry["from"]), read_words(entry, "title"))
        for entry in tomllib.loads(text)["band"]
    )
    bounds = [band.since for band in read]
    if bounds[:1] != [0] or bounds != sorted(set(bounds)) or bounds[-1] > WHOLE:
        raise ValueError("bands begin at 0 and rise, none above 100")
    return read


def say_bounds() -> Iterable[tuple[Words, Fraction, Fraction]]:
    """Each band's word with where it begins and where the next does."""
    ends = [*(band.since for band in bands()[1:]), WHOLE]
    return ((band.title, band.since, end) for band, end in zip(bands(), ends, strict=True))


def _place(value: Fraction, goalposts: tuple[Decimal, Decimal]) -> Fraction:
    worst, best = (Fraction(post) for post in goalposts)
    return WHOLE * min(Fraction(1), max(Fraction(0), (value - worst) / (best - worst)))
