"""What matters hand to the archive: closed ones, as they were dealt with.

What was said, by whom, and how to reach them stays in the matter and is forgotten with it; no
ground carries it further (PIPL 6, 19). Filed are the kind, the days, the steps, and the words a
worker had looked at for everybody.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _, gettext_lazy

from linli.core.files.filing import (
    INSTITUTION,
    SHORT,
    Document,
    Piece,
    Series,
    as_data,
    as_table,
    declare,
)
from linli.lib.calendar import local_day
from linli.service.matters.models import Matter

SETTLED = ("closed", "declined")


def settled_matters(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The matters that were closed in those days; by their kind, never by what was said."""
    rows = Matter.objects.filter(
        community=community,
        state__in=SETTLED,
        closed_at__date__gte=since,
        closed_at__date__lte=until,
    ).select_related("kind")
    for row in rows.order_by("closed_at", "id"):
        assert row.closed_at is not None
        yield Piece(row.pk, "matters.Matter", row.kind.name, local_day(row.closed_at))


def papers_of_matter(community: Any, owner: UUID) -> Iterator[Document]:
    """Its course without who raised it, and what of it was public."""
    row = Matter.objects.select_related("kind", "body").get(community=community, pk=owner)
    facts = {
        "kind": row.kind.code,
        "kind_title": row.kind.titles,
        "channel": row.channel,
        "handling": row.handling,
        "body": row.body.name if row.body else "",
        "raised_on": local_day(row.raised_at),
        "answered_on": local_day(row.answered_at) if row.answered_at else None,
        "closed_on": local_day(row.closed_at) if row.closed_at else None,
        "state": row.state,
        "reopened": row.reopened,
    }
    yield Document("01-matter.json", _("诉求的登记"), as_data(facts))
    steps = row.steps.filter(community=community).order_by("version")
    rows = ((local_day(each.at), each.move, each.post) for each in steps)
    yield Document("02-steps.csv", _("办理经过"), as_table(("day", "step", "post"), rows))
    if row.published_at is not None:
        public = {
            "title": row.public_title,
            "text": row.public_text,
            "place": row.public_place,
            "answer": row.public_answer,
            "published_on": local_day(row.published_at),
        }
        yield Document("03-public.json", _("公开的内容"), as_data(public))


declare(
    Series(
        "matters.closed",
        title=gettext_lazy("办结的诉求"),
        part="matters",
        term=SHORT,
        access=INSTITUTION,
        settled=settled_matters,
        documents=papers_of_matter,
        readers=("director", "worker"),
    )
)
