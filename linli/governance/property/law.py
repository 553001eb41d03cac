"""What this room goes by, as the law of the day and place has it."""

from datetime import date
from fractions import Fraction
from typing import Any

from linli.core.places.laid_down import laid_down, number_laid_down
from linli.governance.property.rules.founding import Stage
from linli.lib.law import NotInForce


def number(rule: str, community: Any, on: date) -> int:
    """One of the numbers below `property.`."""
    return number_laid_down(f"property.{rule}", community, on)


def share(rule: str, community: Any, on: date) -> Fraction:
    """One of the shares below `property.`."""
    return Fraction(laid_down(f"property.{rule}", community, on).value)


def share_if_any(rule: str, community: Any, on: date) -> Fraction | None:
    """A share each place sets for itself; None where this one has said none."""
    try:
        return share(rule, community, on)
    except NotInForce:
        return None


def number_if_any(rule: str, community: Any, on: date) -> int | None:
    """A number each place sets for itself; None where this one has said none."""
    try:
        return number(rule, community, on)
    except NotInForce:
        return None


def days_of(stages: tuple[Stage, ...], community: Any, on: date) -> dict[str, int]:
    """How long each stage may take, where the place says so; those counted in working days are
    told as calendar days of a week of five."""
    found = {}
    for stage in stages:
        if not stage.rule:
            continue
        try:
            row = laid_down(stage.rule, community, on)
        except NotInForce:
            continue
        days = int(row.value)
        found[stage.rule] = days + days // 5 * 2 if row.unit == "working_days" else days
    return found
