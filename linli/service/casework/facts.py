"""What of casework counts: how many plans of visits were kept in a month, and how often somebody
came to the day-care centres in it. Counts of whole months, told only from ten on; no person, no
record, nothing to open, and nothing of any other kind of case."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from linli.core.places.laid_down import floor_laid_down
from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.lib.numbers import share_told, suppressed
from linli.service.casework.queries.care import visited_in_month, visits_in_month
from linli.service.casework.queries.day_care import counts_here

KINDS = (
    FactKind("casework.visited", _("当月探访到的探访计划"), held_back=True),
    FactKind("casework.visits", _("当月到期的探访（是否去了）"), held_back=True),
    FactKind("casework.day_care", _("当月来日间照料中心的人次"), held_back=True),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the months that end on the days from `since` to `until`, both included. Below
    the floor there is none, so that none can be reckoned back."""
    last = _month_end(since)
    while last <= until:
        visited, due = visited_in_month(community, last.replace(day=1), last)
        if share_told(visited, due, floor_laid_down(community, last)):
            yield Fact(community.code, last, "casework.visited", visited, due)
        made, planned = visits_in_month(community, last.replace(day=1), last)
        # Beside the plans, a few visits more would tell of a few elders.
        more = (made - visited, planned - due, abs(planned - made - (due - visited)))
        floor = floor_laid_down(community, last)
        if share_told(made, planned, floor) and not any(suppressed(n, floor) for n in more):
            yield Fact(community.code, last, "casework.visits", made, planned)
        came = sum(counts_here(community, last.replace(day=1), last).values())
        if share_told(came, came, floor_laid_down(community, last)):
            yield Fact(community.code, last, "casework.day_care", came)
        last = _month_end(last + timedelta(days=1))


def _month_end(on: date) -> date:
    return (on.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
