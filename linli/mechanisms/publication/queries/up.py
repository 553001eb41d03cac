"""Reading notices: what is up, for everybody, and nothing past its time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import translation

from linli.core.clocks.rules import last_day
from linli.core.pages import cursors
from linli.mechanisms.publication.declaration import Category, Template
from linli.mechanisms.publication.face import Face, face_of, heading_of
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.registry import categories, template_named, templates

AT_ONCE = 400
"""Rows asked for at once."""


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as lists show it: what it is and when, none of its fields but the heading."""

    id: UUID
    number: str
    heading: str
    locale: str
    category: str
    category_title: str
    posted_at: datetime
    comes_down_at: datetime | None
    corrected: bool

    @property
    def up_until(self) -> date | None:
        """The last day it is up; None where it stays."""
        return last_day(self.comes_down_at) if self.comes_down_at else None


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, newest first, and the cursor for older ones (empty at the end)."""

    lines: list[Line]
    before: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice for everybody: its face while it is up, afterwards only that it was."""

    face: Face | None
    number: str
    posted_at: datetime | None
    ended_at: datetime | None
    ended_for: str
    ended_title: str = ""
    round_open: bool = False


def public(
    community: UUID, at: datetime, *, category: str = "", before: str = "", limit: int = 30
) -> Page:
    """The notices that are up at that moment, newest first, by keyset.

    One query whose cost does not grow with what was ever posted: what is not up has no
    `listed_at`. A notice whose template no domain has any more is not shown.
    """
    found = _up(community, at).filter(template__in=list(templates()))
    if category:
        found = found.filter(category=category)
    position = cursors.read(before)
    if position:
        moment, last = position
        found = found.filter(listed_at__lte=moment).exclude(listed_at=moment, id__gte=last)
    rows = list(found.order_by("-listed_at", "-id")[: limit + 1])
    lines = [_line(row) for row in rows[:limit]]
    if len(rows) <= limit:
        return Page(lines)
    last_row = rows[limit - 1]
    assert last_row.listed_at is not None
    return Page(lines, cursors.write((last_row.listed_at, last_row.id)))


def public_notice(
    community: UUID, notice: UUID, at: datetime, *, own_language: bool = False
) -> Notice | None:
    """One notice for everybody; None where there never was one. Of one that has come down, or
    whose template no domain has any more, no field is told. `own_language`: its labels as the
    notice itself is written, for what hangs on a board or is passed on, not as the reader reads."""
    posting = (
        Posting.objects.filter(community_id=community, pk=notice).exclude(state="draft").first()
    )
    if posting is None or (posting.listed_at is not None and posting.listed_at > at):
        return None
    template = template_named(posting.template)
    face = None
    if template is not None and posting.is_up(at):
        corrections = posting.versions.filter(version__gt=1).order_by("version")
        with translation.override(posting.locale if own_language else translation.get_language()):
            face = face_of(posting, template, tuple(corrections))
    ended_at = posting.ended_at or (None if face else posting.comes_down_at)
    return Notice(
        face,
        posting.number,
        posting.posted_at,
        ended_at,
        posting.ended_for,
        posting.get_ended_for_display(),
        face is not None and posting.round_begun_at is not None,
    )


def faces_up(community: UUID, at: datetime, *, limit: int, board: bool = False) -> list[Face]:
    """What is up in full, newest first, for what shows many at once: the hall screen, the feed.
    `board`: only what is meant for the paper board too."""
    shown = {
        name: template for name, template in templates().items() if template.on_board or not board
    }
    found = _up(community, at).filter(template__in=list(shown))
    return [
        _own_face(posting, shown[posting.template])
        for posting in found.order_by("-listed_at", "-id")[:limit]
    ]


def postings_of(owner: Any) -> "QuerySet[Posting]":
    """The notices of one row, newest first, for its domain."""
    return Posting.objects.filter(community_id=owner.community_id, owner=owner.pk).order_by("-id")


def notices_of_rows(community: UUID, owners: Sequence[UUID], at: datetime) -> list[Line]:
    """The notices that are up and are of one of these rows (or are one of them), newest first;
    none that names persons, as being of a row may say more of them than the notice does. Asked in
    stretches, as a database takes only so many at once."""
    found: dict[UUID, Posting] = {}
    named = [name for name, each in templates().items() if not each.names_persons]
    for start in range(0, len(owners), AT_ONCE):
        some = list(owners[start : start + AT_ONCE])
        up = _up(community, at).filter(template__in=named)
        for posting in up.filter(Q(owner__in=some) | Q(pk__in=some)):
            found[posting.pk] = posting
    latest = sorted(found.values(), key=lambda each: (each.listed_at, each.pk), reverse=True)
    return [_line(posting) for posting in latest]


def posting_to_withdraw(community: UUID, notice: UUID) -> Posting | None:
    """A notice that is up, for whoever may take it down."""
    found: Posting | None = Posting.objects.filter(
        community_id=community, pk=notice, state__in=Posting.SHOWN
    ).first()
    return found


def posted_categories() -> list[Category]:
    """The categories in which something may be posted."""
    return categories()


def _up(community: UUID, at: datetime) -> "QuerySet[Posting]":
    return Posting.objects.filter(
        Q(comes_down_at__isnull=True) | Q(comes_down_at__gt=at),
        community_id=community,
        listed_at__lte=at,
    ).defer("snapshot")


def _own_face(posting: Posting, template: Template) -> Face:
    with translation.override(posting.locale):
        return face_of(posting, template)


def _line(posting: Posting) -> Line:
    template = template_named(posting.template)
    assert template is not None
    assert posting.posted_at is not None
    return Line(
        id=posting.pk,
        number=posting.number,
        heading=heading_of(posting, template),
        locale=posting.locale,
        category=template.category.name,
        category_title=str(template.category.title),
        posted_at=posting.posted_at,
        comes_down_at=posting.comes_down_at,
        corrected=posting.state == "corrected",
    )
