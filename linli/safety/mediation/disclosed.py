"""What of mediations is disclosed: counts by kind, none and a few told alike."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from linli.mechanisms.publication.disclosed import Row, Source
from linli.safety.mediation.postings import MEDIATIONS_SHEET
from linli.safety.mediation.queries.counts import counts_by_kind, floor_of
from linli.safety.mediation.queries.work import terms_of


def compose(community: Any, since: date, until: date) -> Iterator[Row]:
    """One row a kind, whether there is anything of it or not: a row that is there tells nothing.
    None at all only where no committee is registered and no count may be told."""
    floor, rows = floor_of(community, until), counts_by_kind(community, since, until)
    reached = any(each.came or each.ended or each.agreed for each in rows)
    if not reached and not terms_of(community):
        return
    for counted in rows:
        told = {
            "came": _told(counted.came, floor),
            "ended": _told(counted.ended, floor),
            "agreed": _told(counted.agreed, floor),
        }
        yield Row(counted.kind, {"kind": counted.title, **told})


def _told(number: int | None, floor: int) -> str:
    return _("不满 %(floor)s 件") % {"floor": floor} if number is None else str(number)


SOURCES = (Source("mediations", MEDIATIONS_SHEET, compose),)
