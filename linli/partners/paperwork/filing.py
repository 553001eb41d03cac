"""What the forms of other offices hand to the archive: that, when and on what ground each was
handed over. The rows of persons are not filed: they are kept for their own short term."""

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
    declare,
)
from linli.lib.calendar import local_day
from linli.partners.paperwork.models import HandOver

COUNTS = ("rows", "new", "gone", "changed", "filled", "typed", "kept_on", "empty")


def settled_hand_overs(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The forms that were handed over in those days."""
    rows = HandOver.objects.filter(
        community=community, at__date__gte=since, at__date__lte=until
    ).select_related("asking__body")
    for row in rows.order_by("at", "id"):
        title = f"{row.asking.title} · {row.asking.body.name}"
        yield Piece(row.pk, "paperwork.HandOver", title[:200], local_day(row.at))


def papers_of_hand_over(community: Any, owner: UUID) -> Iterator[Document]:
    """The record of the hand-over: counts, fields, ground; no person it was about."""
    row = HandOver.objects.select_related("asking__body").get(community=community, pk=owner)
    facts = {
        "form": row.asking.title,
        "office": row.asking.body.name,
        "purpose": row.asking.purpose,
        "basis": row.asking.basis,
        "due_on": row.asking.due_on,
        "handed_over_at": row.at,
        "way": row.way,
        "ground": row.ground,
        "scope": row.scope,
        "minutes": row.minutes,
        "in_time": row.in_time,
        "fields": row.fields,
        "left_empty": row.left_empty,
        **{name: getattr(row, name) for name in COUNTS},
    }
    yield Document("01-hand-over.json", _("交表的登记"), as_data(facts))


declare(
    Series(
        "paperwork.hand_overs",
        title=gettext_lazy("交给别的单位的表"),
        part="correspondence",
        term=SHORT,
        access=INSTITUTION,
        settled=settled_hand_overs,
        documents=papers_of_hand_over,
    )
)
