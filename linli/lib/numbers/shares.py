"""A count against a share, in integers: the only place where the house compares the two."""

from decimal import Decimal
from fractions import Fraction


def over(count: int, whole: int, share: Fraction) -> bool:
    """Whether `count` is more than `share` of `whole`; the share itself is not enough.

    For 过半数 and 超过, which exclude the number (CC 1259). Count and whole are in one unit
    (heads, votes, hundredths of a square metre). Out of nothing no share is ever reached.
    Raises TypeError for anything but whole numbers, ValueError for negative ones.
    """
    _check(count, whole, share)
    return whole > 0 and count * share.denominator > whole * share.numerator


def at_least(count: int, whole: int, share: Fraction) -> bool:
    """Whether `count` is `share` of `whole` or more; the share itself is enough.

    For 以上 and 不得少于, which include the number (CC 1259). Units, the empty whole and
    errors as in `over`.
    """
    _check(count, whole, share)
    return whole > 0 and count * share.denominator >= whole * share.numerator


def least_over(whole: int, share: Fraction) -> int:
    """The smallest count that is more than `share` of `whole`; 1 of nothing, which no one reaches.

    Raises TypeError and ValueError as `over` does.
    """
    _check(0, whole, share)
    return whole * share.numerator // share.denominator + 1


def least_at_least(whole: int, share: Fraction) -> int:
    """The smallest count that is `share` of `whole` or more; never under 1, for a count of nobody
    reaches nothing. Raises TypeError and ValueError as `over` does.
    """
    _check(0, whole, share)
    return max(-(-whole * share.numerator // share.denominator), 1)


def share(part: int, whole: int) -> Fraction | None:
    """The exact part of a whole; None where the whole is 0, since missing is never zero.

    A part larger than its whole is given back as it is: whether that is an error is for the
    caller to say. Raises TypeError and ValueError as `over` does.
    """
    _check(part, whole, Fraction(0))
    return Fraction(part, whole) if whole else None


def percent(part: int, whole: int, places: int = 1) -> Decimal | None:
    """The share in per cent with `places` decimals; None where the whole is 0.

    Rounded once, from the exact fraction, a half to the even figure. Raises ValueError for
    negative places, TypeError and ValueError for the counts as `over` does.
    """
    if places < 0:
        raise ValueError("a percentage has no fewer than 0 places")
    exact = share(part, whole)
    if exact is None:
        return None
    figure = round(exact * 100 * 10**places)
    return Decimal(f"{figure}e-{places}")


def _check(count: int, whole: int, share: Fraction) -> None:
    for number in (count, whole):
        if not isinstance(number, int) or isinstance(number, bool):
            raise TypeError(f"a count is a whole number, not {number!r}")
        if number < 0:
            raise ValueError(f"a count is not negative: {number}")
    if not isinstance(share, Fraction):
        raise TypeError(f"a share is an exact fraction, not {share!r}")
    if share < 0:
        raise ValueError(f"a share is not negative: {share}")
