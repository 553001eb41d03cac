"""What of casework counts: how many plans of visits were kept in a month. Two counts, told only
from ten on; no person, no record, nothing to open, and nothing of any other kind of case."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.lib.numbers import suppressed
from linli.service.casework.queries.care import visited_this_month

KINDS = (FactKind("casework.visited", _("当月探访到的探访计划")),)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the months that end on the days from `since` to `until`, both included. Below
    ten there is none, so that none can be reckoned back."""
    last = _month_end(since)
    while last <= until:
        visited, due = visited_this_month(community, last.replace(day=1), last)
        if due and not suppressed(due) and not suppressed(visited) and not _few_left(visited, due):
            yield Fact(community.code, last, "casework.visited", visited, due)
        last = _month_end(last + timedelta(days=1))


def _few_left(visited: int, due: int) -> bool:
    """Those not visited are a count of people too."""
    return suppressed(due - visited)


def _month_end(on: date) -> date:
    return (on.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
