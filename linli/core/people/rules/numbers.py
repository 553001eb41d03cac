"""How two dates or two ID numbers may be one, written down wrong once."""

from datetime import date

_BIRTH, _SERIAL = slice(6, 14), slice(14, 17)


def compare_dates(one: date | None, other: date | None) -> str:
    """`birth_equal`; `birth_slip` where one digit is another, two neighbours changed places, or
    month and day did; `birth_differs`; nothing where one of them is not known."""
    if one is None or other is None:
        return ""
    if one == other:
        return "birth_equal"
    as_digits = f"{one:%Y%m%d}", f"{other:%Y%m%d}"
    turned = one.year == other.year and (one.month, one.day) == (other.day, other.month)
    return "birth_slip" if turned or is_slip(*as_digits) else "birth_differs"


def compare_numbers(one: str, other: str) -> str:
    """How two different numbers may be one. The check digit follows the others, so it is left out
    where the rest tells: `number_birth` the slip is in the birth date, `number_serial` in the
    serial (where neighbours at birth differ too), `number_slip` elsewhere; else `number_differs`.
    """
    if len(one) != 18 or len(other) != 18:
        return "number_slip" if is_slip(one, other) else "number_differs"
    if one[:17] == other[:17]:
        return "number_slip"
    if not is_slip(one[:17], other[:17]) and not is_slip(one, other):
        return "number_differs"
    if one[_BIRTH] != other[_BIRTH]:
        return "number_birth"
    return "number_serial" if one[_SERIAL] != other[_SERIAL] else "number_slip"


def is_slip(one: str, other: str) -> bool:
    """One letter is another, is missing, or changed places with its neighbour."""
    if len(one) == len(other):
        apart = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(apart) == 1:
            return True
        if len(apart) != 2 or apart[1] - apart[0] != 1:
            return False
        first, second = apart
        return one[first] == other[second] and one[second] == other[first]
    shorter, longer = sorted((one, other), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
    )
