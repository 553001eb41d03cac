"""What notices hand to the archive: each as it was posted and corrected, with its hash.

A notice that names persons has come down for good: its snapshot is for those who keep the file.
One that was taken down because it told too much leaves only that it was.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.files.filing import (
    INSTITUTION,
    LONG,
    OPEN,
    Document,
    Piece,
    Series,
    as_data,
    as_table,
    declare,
)
from linli.lib.calendar import local_day
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.registry import template_named


def settled_postings(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The notices that came down in those days, and those of these days that stay up for good."""
    ended = Q(ended_at__date__gte=since, ended_at__date__lte=until)
    stays = Q(
        ended_at__isnull=True,
        comes_down_at__isnull=True,
        posted_at__date__gte=since,
        posted_at__date__lte=until,
    )
    rows = Posting.objects.filter(ended | stays, community=community).exclude(state="draft")
    for row in rows.order_by("posted_at", "id"):
        assert row.posted_at is not None
        template = template_named(row.template)
        named = template is None or template.hidden_from_search or row.ended_for == "privacy"
        title = str(template.title) if template else _("公告")
        yield Piece(
            row.pk,
            "publication.Posting",
            f"{title} {row.number}",
            local_day(row.posted_at),
            access=INSTITUTION if named else OPEN,
        )


def papers_of_posting(community: Any, owner: UUID) -> Iterator[Document]:
    """The snapshot with its hash, and the corrections."""
    row = Posting.objects.get(community=community, pk=owner)
    facts = {
        "number": row.number,
        "template": row.template,
        "category": row.category,
        "issuer": row.issuer,
        "posted_at": row.posted_at,
        "comes_down_at": row.comes_down_at,
        "ended_at": row.ended_at,
        "ended_for": row.ended_for,
        "sha256": row.sha256,
    }
    yield Document("01-notice.json", _("公告的登记"), as_data(facts))
    if row.ended_for == "privacy":
        return
    yield Document("02-snapshot.json", _("公布的内容"), as_data(row.snapshot or {}))
    kept = row.versions.filter(community=community).order_by("version")
    rows = ((v.version, v.at, "、".join(v.changed), v.reason, v.sha256) for v in kept)
    heading = ("version", "at", "changed", "reason", "sha256")
    yield Document("03-corrections.csv", _("更正的经过"), as_table(heading, rows))


declare(
    Series(
        "publication.postings",
        title=gettext_lazy("公布过的公告"),
        part="disclosure",
        term=LONG,
        access=OPEN,
        settled=settled_postings,
        documents=papers_of_posting,
    )
)
