"""What counts tell, and what they would give away."""

from datetime import date

from linli.lib.identity.private_numbers import holds_mobile
from linli.lib.law import Finding

HIDDEN = "few"
NEARLY = "nearly_all"


def count_told(part: int, whole: int, floor: int) -> int | str:
    """The number, or a word where it would tell on a few households: those who did, or, by what is
    left over, those who did not. Nought and all of them tell nothing of anybody by themselves."""
    if 0 < part < floor:
        return HIDDEN
    if 0 < whole - part < floor:
        return NEARLY
    return part


def office_number(phone: str) -> Finding:
    """What everybody reads is an office's line, not the mobile number of whoever sits there."""
    return Finding(not holds_mobile(phone), "hazards.office_number", cites=("pipl.25",))


def days_open(found_on: date, ended_on: date | None, on: date) -> int:
    """How many days something stood or has been standing."""
    return max(((ended_on or on) - found_on).days, 0)
