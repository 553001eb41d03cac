"""How private data is shown to those who may know whose it is but not what it is."""

import re

from linli.lib.identity.private_places import find_doors
from linli.lib.identity.reading_view import ReadingView

_STAR = "*"


def mask_name(name: str) -> str:
    """张三 → 张*, 张三丰 → 张*丰, 欧阳娜娜 → 欧**娜, John Smith → J*** S****."""
    name = name.strip()
    if re.search("[A-Za-z]", name):
        return re.sub(r"[^\W\d_]+", lambda word: word[0][0] + _STAR * (len(word[0]) - 1), name)
    if len(name) < 2:
        return _STAR * len(name)
    if len(name) == 2:
        return name[0] + _STAR
    return name[0] + _STAR * (len(name) - 2) + name[-1]


def mask_phone(phone: str) -> str:
    """13812341234 and +8613812341234 → 138****1234; a landline keeps its area code and last four.

    Anything shorter than seven digits is hidden whole.
    """
    digits = re.sub(r"\D", "", phone)
    if digits.startswith("86") and len(digits) > 11:
        digits = digits[2:]
        digits = digits if digits.startswith("1") and len(digits) == 11 else "0" + digits
    if len(digits) < 7:
        return _STAR * len(digits)
    if digits.startswith("0") and len(digits) > 9:
        area = 3 if digits[1] in "12" else 4
        return f"{digits[:area]}-{_STAR * 4}{digits[-4:]}"
    if len(digits) == 11:
        return digits[:3] + _STAR * 4 + digits[-4:]
    return _STAR * (len(digits) - 4) + digits[-4:]


def mask_id(number: str, *, lead: int = 3) -> str:
    """The first `lead` (3, or 6 where the county may be known) and the last two characters."""
    number = number.strip()
    if len(number) <= lead + 2:
        return _STAR * len(number)
    return number[:lead] + _STAR * (len(number) - lead - 2) + number[-2:]


def mask_address(address: str) -> str:
    """The address to the entrance: 3号楼2单元501室 → 3号楼2单元."""
    kept: list[str] = []
    position = 0
    for hit in sorted(find_doors(ReadingView(address)), key=lambda hit: hit.start):
        kept.append(address[position : max(hit.start, position)])
        position = max(hit.end, position)
    kept.append(address[position:])
    return "".join(kept).rstrip(" -－—–,，、.·#/").strip()
