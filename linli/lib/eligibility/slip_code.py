"""The code on an advice slip: its day and the schemes it speaks of. Nothing about anybody."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"
"""Every figure, and no letter that looks like another; a prime number of them."""
_MISREAD = str.maketrans("OILUZ", "011V2")
_DAY_ONE = date(2026, 1, 1)
_DAY_LETTERS = 3
_MOST_DAYS = len(ALPHABET) ** _DAY_LETTERS
_NOT_WRITTEN = re.compile(r"[\W_]")
_FEWEST, _MOST = 5, 30


@dataclass(frozen=True, slots=True)
class SlipCode:
    """What a code says."""

    given_on: date
    numbers: tuple[int, ...]
    """The numbers of the schemes, rising."""


def slip_code(given_on: date, numbers: Iterable[int]) -> str:
    """Three letters for the day, then the schemes, then one that checks; in groups of four."""
    days = (given_on - _DAY_ONE).days
    if not 0 <= days < _MOST_DAYS:
        raise ValueError("a slip is given in our time")
    letters = _letters(days).ljust(_DAY_LETTERS, ALPHABET[0])
    letters += _letters(sum(1 << number for number in set(numbers)))
    letters += _check(letters)
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def read_slip_code(text: str) -> SlipCode | None:
    """What the code says, however it was typed; None where it is none."""
    plain = _NOT_WRITTEN.sub("", unicodedata.normalize("NFKC", text)).upper().translate(_MISREAD)
    if not _FEWEST <= len(plain) <= _MOST or any(letter not in ALPHABET for letter in plain):
        return None
    if _check(plain[:-1]) != plain[-1]:
        return None
    bits = _number(plain[_DAY_LETTERS:-1])
    return SlipCode(
        _DAY_ONE + timedelta(days=_number(plain[:_DAY_LETTERS])),
        tuple(place for place in range(bits.bit_length()) if bits >> place & 1),
    )


def _letters(number: int) -> str:
    found = ""
    while number or not found:
        number, rest = divmod(number, len(ALPHABET))
        found += ALPHABET[rest]
    return found


def _number(letters: str) -> int:
    return sum(ALPHABET.index(each) * len(ALPHABET) ** place for place, each in enumerate(letters))


def _check(letters: str) -> str:
    # Weighted by the place, so that one letter misread or two exchanged are noticed.
    total = sum((place % 30 + 1) * ALPHABET.index(each) for place, each in enumerate(letters))
    return ALPHABET[total % len(ALPHABET)]
