"""Identifiers of records."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A fresh UUID of version 7 (RFC 9562): rows lie in the order of their making, none counts
    how many there are, and every server can make them without asking another.

    It tells the millisecond of its making and is no secret: what must not be guessed, such as a
    receipt, is made from random bytes instead.
    """
    return uuid7()
