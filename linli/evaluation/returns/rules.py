"""What a return must be to be taken in, and what is asked about its values. Plain values in."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from linli.lib.law import Finding

FEWEST_FOR_OUTLIERS = 5
JUMP = (2, 3)
"""A denominator that grew beyond three halves, or fell below two thirds, of the last is asked
about: a register does not change so in one period."""
ALIKE_FROM = 3
"""From how many indicators with other values than nought two months that are alike in all of
them are asked about."""

BLOCKING = ("part_over_whole", "months_against_year", "month_twice", "months_alike")
"""What cannot be taken in before the sender has said why it is so."""
KINDS = (
    *BLOCKING, "missing", "outlier", "denominator", "version", "unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One value as it came. `numerator` is None where there is none or it is hidden."""

    indicator: str
    period: str
    numerator: int | None
    denominator: int | None
    version: int
    status: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the receiver knows of an indicator: whether its year is the sum of its months, whether
    it is a part of a whole, and the version by which a period is reckoned."""

    adds_up: bool
    is_share: bool
    is_quotient: bool
    version: Callable[[str], int | None] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked about one value."""

    kind: str
    indicator: str
    period: str
    numbers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        return self.kind, self.indicator, self.period


def period_fits(starts: date, through: date, sent_on: date, today: date) -> Finding:
    """A return is of a period that has begun, told as it stood on a day in it or after it, and
    not sent before that day nor in the future."""
    return Finding(
        starts <= through <= sent_on <= today,
        "returns.period_fits",
        numbers={"starts": starts, "through": through, "sent_on": sent_on, "today": today},
    )


def lines_fit(inside: bool, row: int) -> Finding:
    """Every line is of the community and of the period that the manifest names."""
    return Finding(inside, "returns.lines_fit", numbers={"row": row})


def is_next_edition(edition: int, last: int | None) -> Finding:
    """Each further file of a period is the next edition, so that an old one cannot be put in the
    place of a newer one."""
    return Finding(
        edition >= 1 and (last is None or edition > last),
        "returns.edition",
        numbers={"edition": edition, "last": last or 0},
    )


def ask_about(
    now: Sequence[Reading],
    before: Sequence[Reading],
    known: Mapping[str, Known],
    *,
    outlying: Callable[[Sequence[float]], Collection[int]],
) -> list[Question]:
    """Everything that is asked about a return. `before`: the last one that was accepted, and the
    community's earlier periods; `outlying`: which of a series lie far from the others."""
    questions = [
        *_unknown(now, known),
        *_parts(now, known),
        *_sums(now, known),
        *_alike(now, known),
        *_missing(now, before),
        *_jumps(now, before, known),
        *_outliers(now, before, known, outlying),
    ]
    return list({question.key: question for question in questions}.values())


def _unknown(now: Sequence[Reading], known: Mapping[str, Known]) -> Iterator[Question]:
    for each in now:
        if each.indicator not in known:
            yield Question("unknown", each.indicator, each.period)
        elif (ours := known[each.indicator].version(each.period)) != each.version:
            numbers = {"theirs": each.version, "ours": ours or 0}
            yield Question("version", each.indicator, each.period, numbers)


def _parts(now: Sequence[Reading], known: Mapping[str, Known]) -> Iterator[Question]:
    for each in _valued(now):
        about = known.get(each.indicator)
        if about and about.is_share and each.numerator > each.denominator:
            numbers = {"part": each.numerator, "whole": each.denominator}
            yield Question("part_over_whole", each.indicator, each.period, numbers)


def _sums(now: Sequence[Reading], known: Mapping[str, Known]) -> Iterator[Question]:
    for (indicator, year), months in _by_year(now).items():
        about = known.get(indicator)
        whole = months.pop(year, None)
        if about is None or not about.adds_up or whole is None or whole.numerator is None:
            continue
        if not months or any(each.status == "hidden" for each in months.values()):
            continue
        told = sorted(
            (each for each in months.values() if each.numerator is not None),
            key=lambda each: each.period,
        )
        for measure in ("numerator", "denominator") if about.is_quotient else ("numerator",):
            total = sum(getattr(each, measure) for each in told)
            said = getattr(whole, measure)
            if total == said:
                continue
            numbers = {"months": total, "year": said}
            twice = [each for each in told if getattr(each, measure) == abs(total - said)]
            if len(twice) == 1:
                yield Question("month_twice", indicator, twice[0].period, numbers)
            else:
                yield Question("months_against_year", indicator, year, numbers)
            break


def _alike(now: Sequence[Reading], known: Mapping[str, Known]) -> Iterator[Question]:
    """Two months of one return with the same numbers throughout: one was told twice."""
    by_month: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for each in _valued(now):
        about = known.get(each.indicator)
        if about and about.adds_up and "-" in each.period and each.numerator:
            by_month[each.period][each.indicator] = (each.numerator, each.denominator)
    seen: dict[tuple[Any, ...], str] = {}
    for month in sorted(by_month):
        values = by_month[month]
        if len(values) < ALIKE_FROM:
            continue
        shape = tuple(sorted(values.items()))
        if shape in seen:
            numbers = {"other": seen[shape], "alike": len(values)}
            yield Question("months_alike", "", month, numbers)
        else:
            seen[shape] = month


def _missing(now: Sequence[Reading], before: Sequence[Reading]) -> Iterator[Question]:
    """What was told last time and is not told now: an indicator of a period of the same length,
    or a month between the others."""
    told = {(each.indicator, _length(each.period)) for each in _there(now)}
    for indicator, length in sorted(
        {(each.indicator, _length(each.period)) for each in _there(before)} - told
    ):
        if any(_length(each.period) == length for each in now):
            yield Question("missing", indicator, "")
    months: dict[str, set[int]] = defaultdict(set)
    for each in now:
        if "-" in each.period:
            months[each.indicator].add(int(each.period[:4]) * 12 + int(each.period[5:]) - 1)
    every = set().union(*months.values()) if months else set()
    for indicator, found in sorted(months.items()):
        for gap in sorted(every - found):
            if min(found) < gap < max(found):
                yield Question("missing", indicator, f"{gap // 12:04d}-{gap % 12 + 1:02d}")


def _jumps(
    now: Sequence[Reading], before: Sequence[Reading], known: Mapping[str, Known]
) -> Iterator[Question]:
    last: dict[tuple[str, int], Reading] = {}
    for each in sorted(_valued(before), key=lambda each: each.period):
        last[each.indicator, _length(each.period)] = each
    low, high = JUMP
    for each in _valued(now):
        about, earlier = known.get(each.indicator), last.get((each.indicator, _length(each.period)))
        # What adds up grows with the work done; a register is what must not jump.
        if about is None or earlier is None or about.adds_up or not about.is_quotient:
            continue
        was, is_now = earlier.denominator or 0, each.denominator
        if is_now * low > was * high or is_now * high < was * low:
            yield Question(
                "denominator", each.indicator, each.period, {"before": was, "now": is_now}
            )


def _outliers(
    now: Sequence[Reading],
    before: Sequence[Reading],
    known: Mapping[str, Known],
    outlying: Callable[[Sequence[float]], Collection[int]],
) -> Iterator[Question]:
    series: dict[tuple[str, int], dict[str, Reading]] = defaultdict(dict)
    for each in (*_valued(before), *_valued(now)):
        if each.indicator in known and each.status == "told":
            series[each.indicator, _length(each.period)][each.period] = each
    mine = {(each.indicator, each.period) for each in now}
    for (indicator, _each), values in sorted(series.items()):
        periods = sorted(values)
        if len(periods) < FEWEST_FOR_OUTLIERS:
            continue
        line = [(values[each].numerator or 0) / (values[each].denominator or 1) for each in periods]
        for place in sorted(outlying(line)):
            if (indicator, periods[place]) in mine:
                numbers = {
                    "numerator": values[periods[place]].numerator,
                    "denominator": values[periods[place]].denominator,
                }
                yield Question("outlier", indicator, periods[place], numbers)


def _valued(readings: Sequence[Reading]) -> list[Any]:
    return [
        each for each in readings if each.numerator is not None and each.denominator is not None
    ]


def _there(readings: Sequence[Reading]) -> list[Reading]:
    return [each for each in readings if each.status in ("told", "too_few", "hidden")]


def _length(period: str) -> int:
    return len(period)


def _by_year(now: Sequence[Reading]) -> dict[tuple[str, str], dict[str, Reading]]:
    found: dict[tuple[str, str], dict[str, Reading]] = defaultdict(dict)
    for each in now:
        found[each.indicator, each.period[:4]][each.period] = each
    return found
