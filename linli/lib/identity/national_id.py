"""The 18-digit identity number (GB 11643-1999): what it says and whether it can be right."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

from stdnum.cn import ric
from stdnum.exceptions import ValidationError

from linli.lib.identity.refusals import Refusal

_SEPARATORS = re.compile(r"[\s'\-\u200b\ufeff]")


@dataclass(frozen=True, slots=True)
class NationalId:
    """A number that holds together; whether such a person exists it cannot say.

    `division` is the county code at first registration, which says nothing of where one lives.
    """

    number: str
    birth_date: date
    sex: Literal["male", "female"]

    @property
    def division(self) -> str:
        return self.number[:6]

    def __repr__(self) -> str:
        return "NationalId(…)"  # so that no log line holds one


def read_national_id(text: str, *, on: date | None = None) -> NationalId | Refusal:
    """The number in a text, full-width digits, spaces and a small x forgiven.

    The county code is not looked up: codes change and a list of them is never complete.
    `on`: the day by which one must have been born.
    """
    number = _SEPARATORS.sub("", unicodedata.normalize("NFKC", text)).upper()
    if len(number) == 15 and number.isdecimal():
        return Refusal("id_old_form")
    if len(number) != 18:
        return Refusal("id_length", {"found": len(number)})
    for position, letter in enumerate(number, 1):
        if not (letter in "0123456789" or (position == 18 and letter == "X")):
            return Refusal("id_digit", {"position": position})
    try:
        birth_date = ric.get_birth_date(number)
    except ValidationError:
        return Refusal("id_birth_date")
    if birth_date.year < 1850:
        return Refusal("id_birth_date")
    if on is not None and birth_date > on:
        return Refusal("id_birth_future")
    if ric.calc_check_digit(number) != number[-1]:
        # A spreadsheet keeps fifteen digits of a number and writes zeros for the rest.
        return Refusal("id_digits_lost" if number.endswith("000") else "id_checksum")
    return NationalId(number, birth_date, "male" if int(number[16]) % 2 else "female")
