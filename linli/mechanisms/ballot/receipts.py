"""The receipt: that a paper was cast for this elector, and never what was on it.

It is made from the poll and the elector with the instance's own key, so it is not stored, is the
same whenever it is asked for, and cannot be made by anybody else. The site gives it only to whom
it has a mark for; so whoever can show one has voted, also after the marks are gone.
"""

from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from linli.lib.identity.receipt import parse_receipt, receipt_from
from linli.lib.identity.refusals import Refusal


def receipt_of(poll: UUID, elector: UUID) -> str:
    """The receipt of this elector's paper in this poll."""
    sealed = salted_hmac("linli.ballot.receipt", f"{poll}|{elector}", algorithm="sha256")
    return receipt_from(sealed.digest()[:16])


def is_receipt_of(text: str, poll: UUID, elector: UUID) -> bool:
    """Whether what somebody shows, however typed, is that receipt."""
    parsed = parse_receipt(text)
    return not isinstance(parsed, Refusal) and constant_time_compare(
        parsed, receipt_of(poll, elector)
    )
