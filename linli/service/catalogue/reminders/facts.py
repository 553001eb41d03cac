"""What of reminders and service cards counts: how many were reminded, rung and welcomed. Counts
alone, a month at a time, and none below the floor of the place, nor one that would give such a one
back; of nobody, and they stay when the rows are destroyed."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from linli.core.places.laid_down import floor_laid_down
from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.lib.numbers import suppressed
from linli.service.catalogue.reminders.models import ServiceCount

KINDS = (
    FactKind("reminders.reminded", _("到期提醒了的件数"), held_back=True),
    FactKind("reminders.called", _("打电话提醒到的件数"), held_back=True),
    FactKind("reminders.welcomed", _("迎接来的人：退休移交的、新搬来的、自己来的"), held_back=True),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the months that end on the days from `since` to `until`, both included. All of
    a month is told on its last day, so that no single day shows."""
    counted = ServiceCount.objects.filter(
        community=community, month__gte=since.replace(day=1), month__lte=until
    )
    found: Counter[tuple[date, str]] = Counter()
    for month, what, count in counted.values_list("month", "what", "count"):
        end = month.replace(day=monthrange(month.year, month.month)[1])
        if since <= end <= until:
            found[end, what.partition(".")[0]] += count
    for (end, what), count in sorted(found.items()):
        floor = floor_laid_down(community, end)
        left = abs(found.get((end, "reminded"), 0) - count) if what == "called" else 0
        if not suppressed(count, floor) and not suppressed(left, floor):
            yield Fact(community.code, end, f"reminders.{what}", count)
