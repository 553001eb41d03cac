"""What of mediations is disclosed: counts by kind, none and a few told alike."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from linli.mechanisms.publication.disclosed import Row, Source
from linli.safety.mediation.postings import MEDIATIONS_SHEET
from linli.safety.mediation.queries.counts import Total, counts_over_months, floor_of


def compose(community: Any, since: date, until: date) -> Iterator[Row]:
    """One row a kind, whether there is anything of it or not, and whether or not a committee is
    registered: a row that is there tells nothing, and "none this time" would be untrue of a few."""
    floor = floor_of(community, until)
    for counted in counts_over_months(community, since, until):
        told = {
            "came": _told(counted.came, floor),
            "ended": _told(counted.ended, floor),
            "agreed": _told(counted.agreed, floor),
        }
        yield Row(counted.kind, {"kind": counted.title, **told})


def _told(total: Total, floor: int) -> str:
    if total.number is None:
        return _("不满 %(floor)s 件") % {"floor": floor}
    if total.or_more:
        return _("%(number)s 件以上") % {"number": total.number}
    return str(total.number)


SOURCES = (Source("mediations", MEDIATIONS_SHEET, compose),)
