"""Charter and covenant: versions, their differences, what residents said to a draft."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.governance.assemblies.models import Document, Opinion, Version

ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a clause: `same`, `out` (only in the older) or `in` (only in the newer)."""

    how: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One clause of two versions side by side. `how`: same, changed, added, removed."""

    how: str
    number_before: int | None
    number_after: int | None
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def document_of(community: Any, kind: str) -> Document | None:
    """The community's charter or covenant, where it has begun one."""
    return Document.objects.filter(community=community, kind=kind).first()


def versions_of(community: Any, kind: str) -> QuerySet[Version]:
    """Its versions, the newest first."""
    return (
        Version.objects.filter(community=community, document__kind=kind)
        .select_related("document", "resolution", "community")
        .order_by("-number")
    )


def version_in(community: Any, key: UUID) -> Version:
    """One version (Http404)."""
    found = (
        Version.objects.filter(community=community, pk=key)
        .select_related("document", "resolution", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def in_force(community: Any, kind: str) -> Version | None:
    """The version in force."""
    return versions_of(community, kind).filter(state="in_force").first()


def opinions_of(version: Version) -> QuerySet[Opinion]:
    """What was said to a draft, in order."""
    return Opinion.objects.filter(community=version.community_id, version=version).order_by(
        "at", "pk"
    )


def clauses_of(text: str) -> list[str]:
    """A clause a line; blank lines are none."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def difference_between(before: str, after: str) -> list[Difference]:
    """Two texts clause by clause: what stayed, what is new, what is gone, what reads otherwise
    and where."""
    old, new = clauses_of(before), clauses_of(after)
    rows: list[Difference] = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            rows += [
                Difference("same", a + n + 1, c + n + 1, _whole(old[a + n]), _whole(new[c + n]))
                for n in range(b - a)
            ]
            continue
        paired = min(b - a, d - c)
        for n in range(paired):
            out, in_ = _within(old[a + n], new[c + n])
            rows.append(Difference("changed", a + n + 1, c + n + 1, out, in_))
        rows += [
            Difference("removed", n + 1, None, (Piece("out", old[n]),), ())
            for n in range(a + paired, b)
        ]
        rows += [
            Difference("added", None, n + 1, (), (Piece("in", new[n]),))
            for n in range(c + paired, d)
        ]
    return rows


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece("same", text),)


def _within(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    before: list[Piece] = []
    after: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:  # two sentences that share only particles are simply two
        return (Piece("out", old),), (Piece("in", new),)
    for how, a, b, c, d in matcher.get_opcodes():
        if how == "equal":
            before.append(Piece("same", old[a:b]))
            after.append(Piece("same", new[c:d]))
            continue
        if b > a:
            before.append(Piece("out", old[a:b]))
        if d > c:
            after.append(Piece("in", new[c:d]))
    return tuple(before), tuple(after)
