"""A finding as plain data and back: what was judged on a day is kept as it was judged.

Whatever a finding's numbers can be survives the way through JSON: shares stay exact, days stay
days.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from linli.lib.law.finding import Finding, Value


def keep(finding: Finding) -> dict[str, Any]:
    """The finding as JSON can hold it."""
    return {
        "rule": finding.rule,
        "holds": finding.holds,
        "cites": list(finding.cites),
        "numbers": {name: _write(value) for name, value in finding.numbers.items()},
    }


def keep_all(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Several, in their order."""
    return [keep(finding) for finding in findings]


def take_out(kept: Mapping[str, Any]) -> Finding:
    """The finding that was kept. Raises KeyError for what never was one."""
    return Finding(
        bool(kept["holds"]),
        str(kept["rule"]),
        tuple(kept["cites"]),
        {name: _read(value) for name, value in kept["numbers"].items()},
    )


def take_out_if_any(kept: Mapping[str, Any] | None) -> Finding | None:
    """The finding that was kept; None where nothing was judged."""
    return take_out(kept) if kept else None


def take_out_all(kept: Iterable[Mapping[str, Any]]) -> list[Finding]:
    """Several, in their order."""
    return [take_out(each) for each in kept]


def _write(value: Value) -> Any:
    match value:
        case Fraction():
            return {"share": f"{value.numerator}/{value.denominator}"}
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case tuple():
            return [_write(item) for item in value]
        case _:
            return value


def _read(value: Any) -> Value:
    match value:
        case {"share": str(text)}:
            return Fraction(text)
        case {"moment": str(text)}:
            return datetime.fromisoformat(text)
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case list():
            return tuple(_read(item) for item in value)
        case bool() | int() | str() | None:
            return value
        case _:
            raise TypeError(f"no finding has a number like {type(value).__name__}")
