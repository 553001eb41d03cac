"""Receipt numbers: short enough to read over the telephone, too many to guess.

K7QM-2X9D-VH4T has twelve characters out of 31: eleven carry 31**11 possibilities (54 bits), the
last checks them. The alphabet has every figure and no letter that looks like another: O is read
as 0, I and L as 1, U as V, Z as 2. 31 is a prime, so that a sum weighted 1 to 11 betrays any one
character misread and any two exchanged.
"""

import re
import unicodedata

from linli.lib.identity.refusals import Refusal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"
_MISREAD = str.maketrans("OILUZ", "011V2")
_CARRYING = 11
_LENGTH = _CARRYING + 1
_FEWEST_BYTES = 7
_NOT_WRITTEN = re.compile(r"[\W_\u4e00-\u9fff]")


def receipt_from(random_bytes: bytes) -> str:
    """The receipt number made of these bytes, which must come from a secure source; at least 7,
    better 16. Grouped by hyphens."""
    if len(random_bytes) < _FEWEST_BYTES:
        raise ValueError(f"a receipt needs at least {_FEWEST_BYTES} random bytes")
    number = int.from_bytes(random_bytes, "big")
    letters = ""
    for _ in range(_CARRYING):
        number, rest = divmod(number, len(ALPHABET))
        letters += ALPHABET[rest]
    return _grouped(letters + _check(letters))


def parse_receipt(text: str) -> str | Refusal:
    """The receipt number in its one form, however it was typed: small letters, spaces, full
    width, look-alikes, a word like 回执号 before it."""
    plain = _NOT_WRITTEN.sub("", unicodedata.normalize("NFKC", text)).upper().translate(_MISREAD)
    if len(plain) != _LENGTH:
        return Refusal("receipt_length", {"expected": _LENGTH, "found": len(plain)})
    for position, letter in enumerate(plain, 1):
        if letter not in ALPHABET:
            return Refusal("receipt_character", {"position": position})
    if _check(plain[:_CARRYING]) != plain[_CARRYING]:
        return Refusal("receipt_check")
    return _grouped(plain)


def _check(letters: str) -> str:
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(letters, 1))
    return ALPHABET[total % len(ALPHABET)]


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + 4] for start in range(0, _LENGTH, 4))
