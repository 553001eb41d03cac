"""A row is held while it is changed, and words everybody reads name nobody."""

from typing import TypeVar

from django.db import IntegrityError, transaction

from linli.core.places.held import held as hold, saved as saved
from linli.core.places.scope import CommunityRow
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, Refused, require
from linli.partners.party.rules import serving

Row = TypeVar("Row", bound=CommunityRow)


def held(row: Row, seen: int | None = None) -> Row:
    """The row as it is now, kept from others until the act is over. Refused where it was changed
    since its page was drawn (`seen` is the version of then)."""
    return hold(row, seen if hasattr(row, "version") else None, "party.row_fresh")


def entered(row: Row, taken: Finding) -> Row:
    """Writes a new row; `taken` where the same was entered a moment before."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Refused(taken) from None
    return row


def judged(words: str) -> Finding:
    """Whether everybody may read the words."""
    told = " ".join(words.split())
    seen = redact(told)
    clean = seen.text == told and not any(each.kind == "name" for each in seen.doubtful)
    return serving.names_nobody(clean)


def told_to_all(words: str) -> str:
    """The words as they were written; refused where not everybody may read them."""
    require(judged(words))
    return words.strip()


def phone_told(number: str) -> str:
    """The telephone of an office; refused where it is somebody's mobile."""
    own = any(each.kind == "mobile" for each in redact(number).spans)
    require(serving.office_phone(not own))
    return number.strip()
