"""Phone numbers as people write them, in one form (E.164) by which they can be compared."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

from linli.lib.identity.refusals import Refusal

_DASHES = re.compile(r"[‐-―−－﹣~]")
_EXTENSION = re.compile(r"(?:转|分机|ext\.?|x)\s*(\d{1,6})$|(?<=\d{7})-(\d{1,5})$", re.IGNORECASE)
_SEVERAL = re.compile(r"\d{7,}\s*[/、,;，；或]\s*\+?\d[\d\s-]{6,}|\d{11}\s+1\d{10}")
_SHORT_SERVICE = re.compile(r"^(?:1\d{2}|1[012]\d{3}|9\d{4,5}|1[0-9]{4})$")

_KINDS: dict[int, Literal["mobile", "landline", "service"]] = {
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.FIXED_LINE: "landline",
    PhoneNumberType.FIXED_LINE_OR_MOBILE: "landline",
    PhoneNumberType.TOLL_FREE: "service",
    PhoneNumberType.SHARED_COST: "service",
    PhoneNumberType.UAN: "service",
}


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that can exist: `e164` for comparing and storing, `shown` as people here write
    it, `extension` apart. `service` numbers (400, 800) belong to no person."""

    e164: str
    kind: Literal["mobile", "landline", "service"]
    shown: str
    extension: str = ""

    def __repr__(self) -> str:
        return f"Phone({self.kind} …)"  # so that no log line holds one


def read_phone(text: str, *, area_code: str | None = None) -> Phone | Refusal:
    """The one phone number in a text. Numbers without a country are Chinese.

    `area_code` ("010") is taken for a landline written without one.
    """
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).strip(" '\t\r\n.。")
    digits = re.sub(r"\D", "", plain)
    if not digits:
        return Refusal("phone_empty")
    if _SEVERAL.search(plain):
        return Refusal("phone_several")
    if _SHORT_SERVICE.match(digits):
        return Refusal("phone_short")
    extension = ""
    if (found := _EXTENSION.search(plain)) and len(digits) > 9:
        without = plain[: found.start()]
        if _parsed(without) is not None:
            plain, extension = without, found[1] or found[2]
    number = _parsed(plain)
    if number is None and area_code and re.fullmatch(r"[2-9]\d{6,7}", digits):
        number = _parsed(area_code + digits)
    if number is None:
        return _refusal(digits)
    kind = _KINDS.get(phonenumbers.number_type(number))
    if kind is None:
        return Refusal("phone_unknown")
    return Phone(
        phonenumbers.format_number(number, PhoneNumberFormat.E164),
        kind,
        _shown(number, kind),
        extension,
    )


def _parsed(text: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, "CN")
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _refusal(digits: str) -> Refusal:
    if re.fullmatch(r"[2-8]\d{6,7}", digits):
        return Refusal("phone_area_code")
    if digits.startswith("1") and 8 <= len(digits) <= 14 and len(digits) != 11:
        return Refusal("phone_length", {"found": len(digits)})
    return Refusal("phone_unknown")


def _shown(number: phonenumbers.PhoneNumber, kind: str) -> str:
    if number.country_code != 86:
        return str(phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL))
    national = str(phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL))
    return (
        national.replace(" ", "")
        if kind == "mobile"
        else "-".join(national.split(" ", 1)).replace(" ", "")
    )
