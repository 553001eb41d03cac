"""What is asked before somebody serves, checks in, is counted."""

from datetime import date, timedelta

from linli.lib.law import Finding
from linli.lib.numbers import suppressed

LONGEST = 720
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The signs of a unified social credit code (GB 32100): no I, O, S, V, Z."""
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def consented(consents: bool) -> Finding:
    """That somebody belongs to the Party is sensitive: a consent of its own, with nothing else
    (PIPL 28, 29)."""
    return Finding(consents, "party.consented", cites=("pipl.28", "pipl.29"))


def place_free(claims: int, wanted: int, *, closed: bool) -> Finding:
    """Whether the post still looks for somebody."""
    return Finding(
        not closed and claims < wanted, "party.post_free",
        numbers={"claims": claims, "wanted": wanted},
    )  # fmt: skip


def minutes_fit(minutes: int) -> Finding:
    """A service is between a minute and half a day."""
    return Finding(1 <= minutes <= LONGEST, "party.minutes_fit", numbers={"minutes": minutes})


def lapses(on: date, days: int) -> date:
    """The day on which a row is deleted unless its owner says that it stays."""
    return on + timedelta(days=days)


def told(count: int, floor: int) -> int | None:
    """A count of members as others may read it: from `floor` on, and never a few or none."""
    return None if count == 0 or suppressed(count, floor) else count


def code_fits(code: str) -> Finding:
    """Whether it is a unified social credit code by its check sign; none is none."""
    signs = code.strip().upper()
    return Finding(not signs or _checks(signs), "party.code_fits")


def _checks(signs: str) -> bool:
    if len(signs) != 18 or any(each not in SIGNS for each in signs):
        return False
    total = sum(SIGNS.index(sign) * weight for sign, weight in zip(signs, WEIGHTS, strict=False))
    return SIGNS[(31 - total % 31) % 31] == signs[17]


def names_nobody(clean: bool) -> Finding:
    """What everybody reads names and reaches nobody, and says of nobody that they are a member."""
    return Finding(clean, "party.names_nobody", cites=("pipl.25", "pipl.28"))
