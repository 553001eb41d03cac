"""What of help to apply counts: how many were forwarded, and how many of them in the time that was
promised. Counts alone, a month at a time, and none below the floor of the place, nor one that would
give such a one back; no row, no scheme, no person, no day."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Clock
from linli.core.places.laid_down import floor_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind
from linli.lib.numbers import share_told, suppressed
from linli.service.catalogue.applications.models import ApplicationHelp

KINDS = (
    FactKind("applications.forwarded", _("转交的帮助申请"), held_back=True),
    FactKind("applications.forwarded_in_time", _("按承诺的时间转交的帮助申请"), held_back=True),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the months that end on the days from `since` to `until`, both included. All of
    a month is told on its last day, so that no single day shows."""
    sent = ApplicationHelp.objects.filter(
        community=community,
        forwarded_at__date__gte=since.replace(day=1),
        forwarded_at__date__lte=until,
    )
    months = {
        pk: end
        for pk, at in sent.values_list("pk", "forwarded_at")
        if at and (end := _month_end(local_day(at))) <= until
    }
    met = Clock.objects.filter(
        community=community, name="forward", state="met", owner__in=list(months)
    ).values_list("owner", flat=True)
    in_time = Counter(months[owner] for owner in met)
    for end, count in sorted(Counter(months.values()).items()):
        floor = floor_laid_down(community, end)
        if suppressed(count, floor):
            continue
        yield Fact(community.code, end, "applications.forwarded", count)
        if in_time[end] and share_told(in_time[end], count, floor):
            yield Fact(community.code, end, "applications.forwarded_in_time", in_time[end])


def _month_end(on: date) -> date:
    return on.replace(day=monthrange(on.year, on.month)[1])
