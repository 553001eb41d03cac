"""What of the work from above is disclosed: every request of the time, refused ones too."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.pages.bilingual import SOURCE
from linli.lib.law import cite
from linli.mechanisms.publication.disclosed import Row, Source
from linli.partners.intake.models import Request
from linli.partners.intake.postings import DONE_SHEET


def compose(community: Any, since: date, until: date) -> Iterator[Row]:
    """The requests received in that time, the earliest first, in the language of the board."""
    asked = (
        Request.objects.filter(community=community, received_on__gte=since, received_on__lte=until)
        .exclude(state="withdrawn")
        .select_related("body", "item")
        .order_by("received_on", "pk")
    )
    with translation.override(SOURCE):
        for each in asked:
            yield Row(
                str(each.pk),
                {
                    "office": each.body.name,
                    "title": each.title,
                    "received_on": each.received_on,
                    "basis": _basis(each),
                    "money": _money(each),
                    "state": str(each.current.label),
                },
            )


def _basis(request: Request) -> str:
    said = request if request.cites or request.paper else request.item
    if said is None:
        return _("没有写明")
    papers = " ".join(filter(None, [said.paper, said.paper_number]))
    laws = "、".join(cite(key).reference for key in said.cites)
    return "；".join(filter(None, [laws, papers])) or _("没有写明")


def _money(request: Request) -> str:
    said = request if request.money else request.item
    if said is None or not said.money:
        return _("没有写明")
    if said.fen:
        return f"{said.fen // 100}.{said.fen % 100:02d} 元"
    return str(said.get_money_display())


SOURCES = (Source("government_work", DONE_SHEET, compose),)
