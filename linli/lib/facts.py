"""Facts: the one shape in which every domain tells the evaluation what counts.

A domain's `facts.py` has `KINDS`, the kinds it can tell of, and
`rows(community, since, until) -> Iterator[Fact]`: the facts of a community on the days from
`since` to `until`, both included.
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

_TOKEN_LETTERS = 32
AT_ONCE = 2000
"""Rows a stretch: what belongs to them is looked up together."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact, without a name in it.

    `community` is the 12-digit code; `kind` is dotted, domain first (`matters.answered`).
    `part` of `whole`: `whole` is None where there is nothing it could be a part of. `person` and
    `household` are tokens (see `token`) that only serve to count distinct ones. `field` is
    `basic` or `development` where the fact is a benefit to somebody. `standard` is the
    sub-criterion it is evidence for where that is another than its kind's. `record` is the row
    behind the fact, for those who may open it.
    """

    community: str
    on: date
    kind: str
    part: int = 1
    whole: int | None = None
    person: str | None = None
    household: str | None = None
    field: str | None = None
    standard: str | None = None
    record: UUID | None = None


@dataclass(frozen=True, slots=True)
class FactKind:
    """A kind of fact: its title for people (lazily translated); the name of the URL that opens
    its record (None: nothing to open) and the name of that URL's argument; the sub-criteria of
    the six standards it is evidence for; and whether it tells how something stands on a day, so
    that the last one of a period counts and not their sum.

    `held_back`: of closed rows. Told by whole months, as a count from the floor on; of a smaller
    one nothing is handed out to anybody, so where there is none there may be none or a few."""

    kind: str
    title: Any
    opens: str | None = None
    opens_with: str = ""
    standard: tuple[str, ...] = ()
    stock: bool = False
    held_back: bool = False


def token(key: bytes, community: UUID, year: int, subject: UUID) -> str:
    """What stands for a person or household in facts: the same within one community and year,
    so that distinct ones can be counted, and another elsewhere, so that nobody can be followed."""
    text = f"{community}/{year}/{subject}".encode()
    return hmac.new(key, text, hashlib.sha256).hexdigest()[:_TOKEN_LETTERS]


def stretches(rows: Iterable[Row], size: int = AT_ONCE) -> Iterator[tuple[Row, ...]]:
    """The rows of a stream in their order, so many at once; nothing is asked of the stream before
    it is needed."""
    stream = iter(rows)
    while stretch := tuple(islice(stream, size)):
        yield stretch
