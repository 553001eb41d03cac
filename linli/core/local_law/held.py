"""The law as it stands: the shipped packs with what places have entered, built once for each state
of the rows.

Asking costs one small query, for the stamp; within a page it is asked once. So two processes are
never further apart than a page, and what a transaction has changed counts within it, and outside
only once it is committed.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from uuid import UUID, uuid4

from linli.core.local_law.models import Edition, LocalValue
from linli.lib.law import Citation, Packs, shipped


@dataclass(frozen=True)
class Held:
    """Everything that counts at one stamp. Withdrawn and waiting values are not in it."""

    packs: Packs
    citations: Mapping[str, Citation] = field(default_factory=dict)


@dataclass
class _Look:
    held: Held | None = None
    changed: bool = False


_look: ContextVar[_Look | None] = ContextVar("linli_law_of_this_page", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """What lies within judges by one state of the law, looked up at most once."""
    token = _look.set(_Look())
    try:
        yield
    finally:
        _look.reset(token)


def held() -> Held:
    """The law as it stands now, or as it stood when this page first asked."""
    look = _look.get()
    if look is not None and look.held is not None:
        return look.held
    found = _build(Edition.objects.values_list("stamp", flat=True).first())
    if look is not None and not look.changed:
        look.held = found
    return found


def citation_of(key: str) -> Citation | None:
    """The text a local value stands on, also of one that has ended."""
    return held().citations.get(key)


@contextmanager
def one_change() -> Iterator[None]:
    """One change of the law at a time; when it is written, and not before, the stamp becomes one
    that nobody has seen. From then on this page remembers nothing, since the act may be undone."""
    edition, _made = Edition.objects.select_for_update().get_or_create(number=1)
    yield
    edition.stamp = uuid4()
    edition.save(update_fields=["stamp"])
    look = _look.get()
    if look is not None:
        look.held, look.changed = None, True


@lru_cache(maxsize=8)
def _build(stamp: UUID | None) -> Held:
    if stamp is None:
        return Held(shipped())
    rows = list(LocalValue.objects.filter(state="confirmed").order_by("pk"))
    return Held(
        Packs([*shipped().rows, *(row.parameter() for row in rows)], shipped().left.values()),
        {row.cite_key: row.citation() for row in rows},
    )
