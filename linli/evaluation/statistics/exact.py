"""Numbers that stay exact as long as they can."""

from __future__ import annotations

from fractions import Fraction

Number = int | Fraction | float
"""Whole numbers and fractions stay exact through every formula; one float makes it floats."""


def over(number: Number, divisor: Number) -> Number:
    """The quotient: a fraction where both are exact. Raises ZeroDivisionError as `/` does."""
    if isinstance(number, float) or isinstance(divisor, float):
        return number / divisor
    return Fraction(number) / Fraction(divisor)
