"""What listed polls hand to the archive: every paper by its number, the head that hung on the
board, and the program that checks one against the other."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _, gettext_lazy

from linli.core.files.filing import LONG, OPEN, Document, Piece, Series, declare
from linli.lib.calendar import local_day
from linli.mechanisms.ballot.models import Poll
from linli.mechanisms.ballot.queries.listing import filed_list


def settled_lists(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The lists of the polls that were closed in those days, once their result stands."""
    rows = Poll.objects.filter(
        community=community,
        state="settled",
        closed_at__date__gte=since,
        closed_at__date__lte=until,
    ).exclude(list_head="")
    for row in rows.order_by("closed_at", "id"):
        assert row.closed_at is not None
        title = _("逐张公布的选票：{title}").format(title=row.title)
        yield Piece(row.pk, "ballot.Poll", title, local_day(row.closed_at))


def papers_of_list(community: Any, owner: UUID) -> Iterator[Document]:
    """The very bytes that were published."""
    row = Poll.objects.get(community=community, pk=owner)
    titles = (_("全部选票，按票号"), _("清单的校验码"), _("核对程序"))
    for place, ((name, content), title) in enumerate(zip(filed_list(row), titles, strict=True), 1):
        yield Document(f"{place:02d}-{name}", title, content)


declare(
    Series(
        "ballot.papers",
        title=gettext_lazy("逐张公布的选票"),
        part="disclosure",
        term=LONG,
        access=OPEN,
        settled=settled_lists,
        documents=papers_of_list,
    )
)
