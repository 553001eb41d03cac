"""A finding as it is kept in a row, and as it is told again later, with the same working."""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from linli.lib.law import Finding


def keep(finding: Finding) -> dict[str, Any]:
    """The finding as plain data."""
    return {
        "holds": finding.holds,
        "rule": finding.rule,
        "cites": list(finding.cites),
        "numbers": {name: _plain(value) for name, value in finding.numbers.items()},
    }


def restore(kept: Mapping[str, Any] | None) -> Finding | None:
    """The finding that was kept; None where nothing was."""
    if not kept:
        return None
    return Finding(
        bool(kept["holds"]),
        str(kept["rule"]),
        cites=tuple(kept["cites"]),
        numbers={name: _lively(value) for name, value in kept["numbers"].items()},
    )


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case Fraction():
            return {"share": [value.numerator, value.denominator]}
        case tuple() | list():
            return [_plain(each) for each in value]
        case bool() | int() | None:
            return value
        case _:
            return str(value)


def _lively(value: Any) -> Any:
    match value:
        case {"moment": text}:
            return datetime.fromisoformat(text)
        case {"day": text}:
            return date.fromisoformat(text)
        case {"share": [part, whole]}:
            return Fraction(part, whole)
        case list():
            return tuple(_lively(each) for each in value)
        case _:
            return value
