"""When an indicator a community composed itself may count: made of open records, of what somebody
did and not of what somebody is, read in a unit that fits, and tried with something to show."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from linli.evaluation.choices import PLAIN_UNITS, QUOTIENT_UNITS, QUOTIENTS
from linli.lib.law import Finding, Findings

OF_PEOPLE = frozenset({"distinct", "share_at_least"})
_AVERAGES = frozenset({"days", "working_days", "hours"})


def kinds_open(held_back: Sequence[Any]) -> Finding:
    """Records that are closed where they are few may stand in no indicator of one's own: out of
    several such figures the few could be had back. `held_back`: their titles."""
    return Finding(
        not held_back,
        "evaluation.own_kinds_open",
        cites=("pipl.28",),
        numbers={"kinds": tuple(held_back)},
    )


def kinds_fit(aggregator: str, *, stocks: int, events: int, most: int) -> Finding:
    """Stocks are taken as they stood last; everything else counts what happened."""
    named = 0 < stocks + events <= most
    fit = (stocks == 0) if aggregator != "last" else (events == 0)
    numbers = {"stocks": stocks, "events": events, "most": most}
    return Finding(named and fit, "evaluation.own_kinds_fit", numbers=numbers)


def base_fits(aggregator: str, base: str, *, known: bool) -> Finding:
    """A share brings its own denominator and a median has none; a base is a kind that is open
    (`known`), or a constant."""
    free = aggregator not in QUOTIENTS and aggregator != "median"
    return Finding(not base or (free and known), "evaluation.own_base_fits")


def unit_fits(aggregator: str, base: str, unit: str) -> Finding:
    """Per cent and per thousand are of something; pieces are not. Hours may be out of minutes."""
    quotient = aggregator in QUOTIENTS or bool(base)
    fit = unit in QUOTIENT_UNITS or unit in _AVERAGES if quotient else unit in PLAIN_UNITS
    return Finding(fit, "evaluation.own_unit_fits")


def times_fit(aggregator: str, times: int) -> Finding:
    """Regular is two months and more of the twelve."""
    fit = 2 <= times <= 12 if aggregator == "share_at_least" else times == 0
    return Finding(fit, "evaluation.own_times_fit")


def goalposts_fit(direction: str, worst: Decimal | None, best: Decimal | None) -> Finding:
    """None for context; otherwise none, or both in the order of the direction."""
    if worst is None and best is None:
        fit = True
    elif worst is None or best is None:
        fit = False
    else:
        fit = {"higher": worst < best, "lower": worst > best}.get(direction, False)
    return Finding(fit, "evaluation.own_goalposts_fit")


def minimum_fits(aggregator: str, minimum: int, *, floor: int) -> Finding:
    """Of people, from as many on as the floor; of anything else from one."""
    least = floor if aggregator in OF_PEOPLE else 1
    return Finding(minimum >= least, "evaluation.own_minimum_fits", numbers={"least": least})


def of_work(texts: Sequence[str], words: Sequence[str]) -> Finding:
    """It says what was done and not what somebody is: `found` is a word that says otherwise."""
    whole = " ".join(texts).casefold()
    found = next((word for word in words if word in whole), "")
    return Finding(not found, "evaluation.own_of_work", numbers={"found": found})


def may_be_tried(composed: Mapping[str, Any]) -> Findings:
    """Whether it can be reckoned at all, in the order of the form."""
    way, base = composed["aggregator"], composed["base"]
    return Findings(
        (
            of_work(composed["texts"], composed["words"]),
            kinds_fit(
                way, stocks=composed["stocks"], events=composed["events"], most=composed["most"]
            ),
            kinds_open(composed["held_back"]),
            times_fit(way, composed["times"]),
            base_fits(way, base, known=composed["base_known"]),
            unit_fits(way, base, composed["unit"]),
            goalposts_fit(composed["direction"], composed["worst"], composed["best"]),
            minimum_fits(way, composed["minimum"], floor=composed["floor"]),
        )
    )


def may_be_kept(trial: Mapping[str, Any] | None, unit: str) -> Findings:
    """Whether the trial showed something worth showing to everybody."""
    tried = Finding(trial is not None, "evaluation.own_tried")
    if trial is None:
        return Findings((tried,))
    year = {"year": str(trial["year"])}
    says = Finding(not trial["gap"], "evaluation.own_says_something", numbers=year)
    many = Finding(
        not trial["small"], "evaluation.own_not_few", numbers={**year, "floor": trial["floor"]}
    )
    top, base = trial["numerator"], trial["denominator"]
    whole = unit != "percent" or top is None or not base or top <= base
    within = Finding(whole, "evaluation.own_share_within", numbers=year)
    return Findings((tried, says, many, within))


def may_stand_beside(*, pace: Mapping[str, Any], few: Mapping[str, Any], floor: int) -> Findings:
    """Whether nobody is given away by it and another indicator together. `pace`: one that counts
    the same for other stretches of time; `few`: one from which it differs by a few. Both by what
    a refusal names (`other`, `period`), empty where there is none."""
    return Findings(
        (
            Finding(not pace["other"], "evaluation.own_one_pace", numbers=pace),
            Finding(
                not few["other"],
                "evaluation.own_not_beside",
                cites=("pipl.25",),
                numbers={**few, "floor": floor},
            ),
        )
    )


def begins_on(valid_from: date, on: date, before: date | None) -> Finding:
    """The first version may begin with this year or the last; another begins a new series after
    the day on which it is kept, so that no figure that stands is reckoned otherwise."""
    first = date(on.year - 1, 1, 1)
    if before is None:
        fit = valid_from.day == 1 and first <= valid_from <= on
    else:
        fit = valid_from.day == 1 and valid_from > max(on, before)
    return Finding(fit, "evaluation.own_begins")


def room_for(codes: int, most: int) -> Finding:
    """As many as there are codes for."""
    return Finding(codes < most, "evaluation.own_room_for", numbers={"most": most})
