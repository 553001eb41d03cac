"""The book of the door as a supervisor may read it: what concerns the institution, of nobody."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from linli.core.access.posts import POSTS
from linli.core.audit.models import Entry
from linli.core.pages import cursors
from linli.governance.oversight.rules.acts_seen import acts_of
from linli.lib.calendar import SHANGHAI

PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One act: when, under which post, what. Never by which account, and about nobody."""

    at: datetime
    post: str
    what: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, newest first, and the cursor for older ones."""

    lines: list[Line]
    after: str = ""


def acts_seen(
    community: UUID,
    *,
    subject: str = "",
    since: date | None = None,
    until: date | None = None,
    after: str = "",
) -> Page:
    """The acts of one subject (or all) in a period, both days included, by keyset.

    What is about a person is not among them, whichever act it is.
    """
    found = Entry.objects.filter(
        community=community, about__isnull=True, action__in=acts_of(subject)
    )
    if since is not None:
        found = found.filter(at__gte=datetime.combine(since, time(), SHANGHAI))
    if until is not None:
        found = found.filter(at__lt=datetime.combine(until + timedelta(days=1), time(), SHANGHAI))
    position = cursors.read(after)
    if position:
        moment, last = position
        found = found.filter(at__lte=moment).exclude(at=moment, id__gte=last)
    rows = list(found.order_by("-at", "-id")[: PAGE + 1])
    lines = [_line(row) for row in rows[:PAGE]]
    if len(rows) <= PAGE:
        return Page(lines)
    return Page(lines, cursors.write((rows[PAGE - 1].at, rows[PAGE - 1].id)))


def _line(row: Entry) -> Line:
    held = POSTS.get(row.post)
    return Line(row.at, str(held.title) if held else "", row.words)
