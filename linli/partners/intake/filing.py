"""What the work from above hands to the archive: every letter that answered a request."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _, gettext_lazy

from linli.core.files.filing import (
    INSTITUTION,
    LONG,
    Document,
    Piece,
    Series,
    as_data,
    declare,
)
from linli.partners.intake.models import Letter


def settled_letters(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The letters written in those days."""
    rows = Letter.objects.filter(
        community=community, written_on__gte=since, written_on__lte=until
    ).select_related("request__body")
    for row in rows.order_by("year", "serial"):
        title = _("{kind} {number}，致{office}").format(
            kind=row.get_kind_display(), number=row.number, office=row.request.body.name
        )
        yield Piece(row.pk, "intake.Letter", title, row.written_on)


def papers_of_letter(community: Any, owner: UUID) -> Iterator[Document]:
    """The letter as it went out, and the request it answered."""
    row = Letter.objects.select_related("request__body").get(community=community, pk=owner)
    for name, language in (("01-letter.zh.txt", "zh-hans"), ("01-letter.en.txt", "en")):
        if language in row.text:
            yield Document(name, _("信"), row.text[language].encode())
    asked = row.request
    facts = {
        "office": asked.body.name,
        "kind": asked.kind,
        "title": asked.title,
        "asked": asked.asked,
        "received_on": asked.received_on,
        "due_on": asked.due_on,
        "listed": asked.listed,
        "never": asked.never,
        "cites": asked.cites,
        "ground": asked.ground,
        "state": asked.state,
    }
    yield Document("02-request.json", _("对方的要求"), as_data(facts))


declare(
    Series(
        "intake.letters",
        title=gettext_lazy("给部门和街道的信"),
        part="correspondence",
        term=LONG,
        access=INSTITUTION,
        settled=settled_letters,
        documents=papers_of_letter,
    )
)
