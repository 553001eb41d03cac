"""Identifiers of records."""

import hashlib
from uuid import UUID, uuid4

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A fresh UUID of version 7 (RFC 9562): rows lie in the order of their making, none counts
    how many there are, and every server can make them without asking another.

    It tells the millisecond of its making and is no secret: what must not be guessed, such as a
    receipt, is made from random bytes instead.
    """
    return uuid7()


def new_closed_id() -> UUID:
    """A fresh UUID of version 4, for closed rows: it tells nothing, neither when a case was
    opened nor which of two was first."""
    return uuid4()


def id_following(parent: UUID, what: str) -> UUID:
    """An id of version 7 that follows from another and from what it is for: the same each time, so
    that work that was interrupted finds again what it had made."""
    digest = hashlib.sha256(parent.bytes + what.encode()).digest()
    number = int.from_bytes(parent.bytes[:6] + digest[:10])
    number = number & ~(0xF << 76) | 0x7 << 76  # the version
    return UUID(int=number & ~(0x3 << 62) | 0x2 << 62)  # the variant
