"""What residents' meetings hand to the archive: meetings, resolutions, charter and covenant."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _, gettext_lazy

from linli.core.files.filing import (
    OPEN,
    PERMANENT,
    Document,
    Piece,
    Series,
    as_data,
    as_table,
    declare,
)
from linli.governance.assemblies.models import Assembly, Resolution, Version
from linli.governance.assemblies.queries.meetings import topics_of
from linli.lib.calendar import local_day
from linli.mechanisms.gathering.minutes import draft

SETTLED = ("carried_out", "changed", "revoked")


def settled_meetings(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The meetings of those days whose minutes are signed."""
    rows = Assembly.objects.filter(
        community=community,
        gathering__state="minuted",
        gathering__starts_at__date__gte=since,
        gathering__starts_at__date__lte=until,
    ).select_related("gathering")
    for row in rows.order_by("gathering__starts_at", "id"):
        yield Piece(row.pk, "assemblies.Assembly", row.gathering.title, row.meets_on)


def papers_of_meeting(community: Any, owner: UUID) -> Iterator[Document]:
    """The minutes as they were signed, what was taken up, and what was decided. Who came stands
    in it as counts: the list of names is forgotten after its term, here as there."""
    meeting = Assembly.objects.select_related("gathering", "community").get(
        community=community, pk=owner
    )
    yield Document("01-minutes.json", _("会议记录"), as_data(draft(meeting.gathering)))
    facts = {
        "body": meeting.body,
        "counted_by": meeting.counted_by,
        "base": meeting.base,
        "minutes_sha256": meeting.gathering.minutes_sha256,
        "minuted_at": meeting.gathering.minuted_at,
    }
    yield Document("02-meeting.json", _("会议的性质和计算基数"), as_data(facts))
    rows = (
        (each.order, each.title, each.get_matter_display(), each.get_way_display(), each.text)
        for each in topics_of(meeting)
    )
    heading = ("order", "title", "matter", "way", "text")
    yield Document("03-topics.csv", _("议题"), as_table(heading, rows))


def settled_resolutions(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The decisions of those days that are carried out, changed or revoked."""
    rows = Resolution.objects.filter(
        community=community, state__in=SETTLED, adopted_on__gte=since, adopted_on__lte=until
    )
    for row in rows.order_by("adopted_on", "id"):
        yield Piece(row.pk, "assemblies.Resolution", row.title, row.adopted_on)


def papers_of_resolution(community: Any, owner: UUID) -> Iterator[Document]:
    """What was decided, and step by step what became of it."""
    row = Resolution.objects.get(community=community, pk=owner)
    facts = {
        "number": row.number,
        "body": row.body,
        "matter": row.matter,
        "title": row.title,
        "text": row.text,
        "adopted_on": row.adopted_on,
        "due_on": row.due_on,
        "done_on": row.done_on,
        "state": row.state,
    }
    yield Document("01-resolution.json", _("决议"), as_data(facts))
    yield Document("02-steps.csv", _("落实的经过"), _steps(row))


def settled_versions(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The versions of charter and covenant that were filed with the street in those days."""
    rows = Version.objects.filter(
        community=community,
        state__in=["in_force", "superseded"],
        filed_on__gte=since,
        filed_on__lte=until,
    ).select_related("document")
    for row in rows.order_by("filed_on", "id"):
        title = _("{document}（第 {number} 版）").format(
            document=row.document.get_kind_display(), number=row.number
        )
        assert row.filed_on is not None
        yield Piece(row.pk, "assemblies.Version", title, row.filed_on)


def papers_of_version(community: Any, owner: UUID) -> Iterator[Document]:
    """The text in force, in both its wordings, and what residents said to the draft."""
    row = Version.objects.select_related("document").get(community=community, pk=owner)
    facts = {
        "kind": row.document.kind,
        "number": row.number,
        "clauses": row.text.splitlines(),
        "plain": row.plain.splitlines(),
        "look": row.look,
        "consulted": [row.consulted_from, row.consulted_until],
        "adopted_on": row.adopted_on,
        "filed_on": row.filed_on,
        "filed_with": row.filed_with,
    }
    yield Document("01-text.json", _("条文"), as_data(facts))
    said = row.opinions.filter(community=community).order_by("at", "id")
    rows = ((each.clause, each.text, each.taken, each.answer) for each in said)
    heading = ("clause", "opinion", "taken", "answer")
    yield Document("02-opinions.csv", _("居民的意见和回应"), as_table(heading, rows))
    yield Document("03-steps.csv", _("制定的经过"), _steps(row))


def _steps(row: Any) -> bytes:
    steps = row.steps.filter(community=row.community_id).order_by("version")
    rows = ((local_day(each.at), each.move, each.post, each.public_note) for each in steps)
    return as_table(("day", "step", "post", "note"), rows)


declare(
    Series(
        "assemblies.meetings",
        title=gettext_lazy("居民会议、居民代表会议"),
        part="meetings",
        term=PERMANENT,
        access=OPEN,
        settled=settled_meetings,
        documents=papers_of_meeting,
    )
)
declare(
    Series(
        "assemblies.resolutions",
        title=gettext_lazy("决议和落实情况"),
        part="meetings",
        term=PERMANENT,
        access=OPEN,
        settled=settled_resolutions,
        documents=papers_of_resolution,
    )
)
declare(
    Series(
        "assemblies.versions",
        title=gettext_lazy("自治章程、居民公约的各版"),
        part="charter",
        term=PERMANENT,
        access=OPEN,
        settled=settled_versions,
        documents=papers_of_version,
    )
)
