"""What is wrong with a definition: everything that could not be reckoned, or would be read for
something it is not."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from linli.evaluation.choices import (
    AGGREGATORS,
    BASES,
    BASES_OF_VALUES,
    DIRECTIONS,
    GROUPS_OF_RESIDENTS,
    MARKS,
    MEASURED,
    QUOTIENT_UNITS,
    UNITS,
)
from linli.evaluation.groups import groups
from linli.evaluation.standards import criteria

if TYPE_CHECKING:
    from linli.evaluation.definitions import Indicator

WORKING = "WK"
"""The group of whatever has letters of its own: working figures of rooms, a community's own."""

_ID = re.compile(r"[A-Z]{2}[0-9]{2}")
_OWNERS = ("person", "household")

Flaws = Iterable[tuple[bool, str]]


def group_of(name: str) -> str:
    """The group an id's letters name; that of the working figures where they name none."""
    return name[:2] if name[:2] in groups() else WORKING


def find_flaws(row: "Indicator") -> Iterable[str]:
    """Each flaw in a sentence; nothing where it can be reckoned and read."""
    checks = (
        *_flaws_of_the_row(row),
        *_flaws_of_counting(row),
        *_flaws_of_people(row),
        *_flaws_of_sources(row),
        *_flaws_against(row),
    )
    return (flaw for wrong, flaw in checks if wrong)


def _flaws_of_the_row(row: "Indicator") -> Flaws:
    unknown = [code for code in row.standards if code not in criteria()]
    return (
        (not _ID.fullmatch(row.id), "an id is two letters and two figures"),
        (row.group != group_of(row.id), f"its letters do not fit the group {row.group}"),
        (bool(unknown), f"no such criterion: {', '.join(unknown)}"),
        (not row.standards, "it belongs to no criterion"),
        (row.aggregator not in AGGREGATORS, f"no aggregator {row.aggregator!r}"),
        (row.unit not in UNITS, f"no unit {row.unit!r}"),
        (row.direction not in DIRECTIONS, f"no direction {row.direction!r}"),
        (row.mark not in MARKS, f"no mark {row.mark!r}"),
        (row.every not in ("", "month", "quarter"), f"no period {row.every!r}"),
        (row.minimum < 1 or row.floor < 0, "minimum and floor are counts"),
        (not _goalposts_fit(row), "goalposts: worst, best; and none for context"),
        (row.capped and row.unit not in ("percent", "ratio"), "capped at the whole of what?"),
    )


def _flaws_of_counting(row: "Indicator") -> Flaws:
    survey = row.aggregator == "survey"
    return (
        ((row.aggregator == "share_at_least") != (row.times > 1), "how many months at least?"),
        (
            row.interval and row.aggregator not in ("ratio_of_sums", "survey"),
            "an interval needs a share of rows",
        ),
        (row.is_quotient and not row.denominator, "its denominator is not named"),
        (not row.is_quotient and bool(row.denominator), "it has no denominator"),
        (
            row.minimum > 1 and not row.is_quotient and row.aggregator != "median",
            "a plain count is worth reading from the first",
        ),
        (row.unit in QUOTIENT_UNITS and not row.is_quotient, f"{row.unit} of what?"),
        (survey != bool(row.item), "a survey, and only that, asks for an item"),
        (survey and bool(row.kinds), "a survey reads no kinds of fact"),
        (
            row.aggregator in ("kinds_each", "kinds_present")
            and row.has_source
            and len(row.kinds) < 2,
            "kinds are told apart only where there are several",
        ),
        (row.unit == "index" and not survey, "an index comes of a survey"),
    )


def _flaws_of_people(row: "Indicator") -> Flaws:
    named = {row.within, *(row.between or ())} - {""}
    unknown = sorted(named - GROUPS_OF_RESIDENTS)
    parity = row.aggregator == "parity"
    return (
        (row.of not in _OWNERS, f"nobody is counted as {row.of!r}"),
        (bool(unknown), f"no such group of residents: {', '.join(unknown)}"),
        (
            bool(row.within) and row.aggregator not in ("distinct", "share_at_least"),
            "only persons are counted within a group",
        ),
        (bool(row.within) and row.of != "person", "a household is in no group"),
        (bool(row.within) and row.against is not None, "within a group it is measured already"),
        (row.between is not None and not parity, "only parity is between two groups"),
        (
            row.between is not None and row.between[0] == row.between[1],
            "parity is between two different groups",
        ),
        (parity and row.unit not in ("ratio", "percent"), "parity is one rate over another"),
        (parity and row.minimum < 2, "parity of groups of how many at least?"),
        (bool(row.within) and not row.people, "what counts within a group counts people"),
    )


def _flaws_of_sources(row: "Indicator") -> Flaws:
    surveyed = row.aggregator == "survey"
    read = (*row.kinds, *row.known_by)
    return (
        (row.basis not in BASES_OF_VALUES, f"no basis {row.basis!r}"),
        ((row.basis == "survey") != surveyed, "its basis is a survey where it asks a sample"),
        (bool(row.awaits) and bool(read), "what awaits a source reads no kinds of fact"),
        (bool(row.awaits) and row.against is not None, "what awaits a source has no base yet"),
        (bool(row.awaits) and surveyed, "a survey is its own source"),
        (not row.kinds and row.has_source and not surveyed, "it reads no kind of fact"),
    )


def _goalposts_fit(row: "Indicator") -> bool:
    if row.goalposts is None:
        return True
    worst, best = row.goalposts
    return {"higher": worst < best, "lower": worst > best}.get(row.direction, False)


def _flaws_against(row: "Indicator") -> Flaws:
    if row.against is None:
        return ()
    base = row.against
    return (
        (row.aggregator not in MEASURED, "it is a quotient already"),
        (
            row.aggregator == "kinds_present" and base.by != "constant",
            "kinds are measured against how many there could be",
        ),
        (base.by not in BASES, f"nothing is measured against {base.by!r}"),
        ((base.by == "constant") == bool(base.kinds), "against a kind of fact, or a constant"),
        (base.constant < 1, "a constant is at least 1"),
        (base.of not in _OWNERS, f"nobody is counted as {base.of!r}"),
    )
