"""What facilities tell the evaluation: floor, functions, venues and their hours, stations. As it
stands on the last day of each month; no person is in it.

A facility counts from the day it was entered (its id tells the moment) until it was taken out;
its areas and functions are those known now.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.facts import month_ends
from linli.core.places.models import Place
from linli.culture.facilities.models import Facility
from linli.lib.calendar import SHANGHAI
from linli.lib.facts import Fact, FactKind

AREA, RESIDENTS, ELDERS = (
    "facilities.area", "facilities.residents_area", "facilities.elder_area",
)  # fmt: skip
FUNCTIONS, VENUES, HOURS, STATION, COMMUNITY = (
    "facilities.functions", "facilities.venues", "facilities.venue_hours", "facilities.station",
    "facilities.community",
)  # fmt: skip

KINDS = (
    FactKind(AREA, _("综合服务设施面积（平方米）"), standard=("S3.1",), stock=True),
    FactKind(RESIDENTS, _("供居民活动的面积（平方米）"), standard=("S3.1",), stock=True),
    FactKind(ELDERS, _("养老服务设施面积（平方米）"), standard=("S3.1",), stock=True),
    FactKind(FUNCTIONS, _("开着的嵌入式服务功能"), standard=("S3.1",), stock=True),
    FactKind(VENUES, _("向居民开放的文体场所"), standard=("S6.2",), stock=True),
    FactKind(HOURS, _("文体场所每周开放的小时数"), standard=("S6.2",), stock=True),
    FactKind(STATION, _("有志愿服务站点的社区"), standard=("S3.1",), stock=True),
    FactKind(COMMUNITY, _("登记了服务设施的社区"), stock=True),
)

EMBEDDED = frozenset(
    {
        "elder_care", "toddlers", "after_school", "meals", "housekeeping", "health", "sport",
        "culture", "repair",
    }
)  # fmt: skip
"""The nine functions the guide names; others are of use and are not counted there."""
VENUE = ("culture", "sport")
INDOORS = ("room", "hall")
HUNDREDTHS = 100


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included. A community that has entered
    no facility tells nothing: that is not nought."""
    known = list(
        Facility.objects.filter(
            Q(withdrawn_at__isnull=True) | Q(withdrawn_at__date__gt=since), community=community
        ).prefetch_related("hours")
    )
    for on in month_ends(since, until):
        standing = [each for each in known if _stands(each, on)]
        if standing:
            for kind, count in _counted(standing, on):
                yield Fact(community.code, on, kind, count)


def _counted(standing: list[Any], on: date) -> Iterator[tuple[str, int]]:
    whole = [each for each in standing if each.whole_id is None and each.kind in INDOORS]
    for kind, field in (
        (AREA, "area"), (RESIDENTS, "residents_area"), (ELDERS, "elder_area"),
    ):  # fmt: skip
        total = sum(getattr(each, field) or 0 for each in whole)
        if any(getattr(each, field) is not None for each in whole):
            yield kind, total // HUNDREDTHS
    run = {name for each in standing if not _is_out(each, on) for name in each.functions}
    yield FUNCTIONS, len(run & EMBEDDED)
    # A half of a hall is no venue of its own.
    venues = [each for each in standing if each.listed and each.kind != "thing"]
    venues = [each for each in venues if each.whole_id is None and set(each.functions) & set(VENUE)]
    yield VENUES, len(venues)
    if venues:
        yield HOURS, sum(_minutes_a_week(each) for each in venues) // 60
    yield STATION, int(any("volunteer_station" in each.functions for each in whole))
    yield COMMUNITY, 1


def _minutes_a_week(facility: Any) -> int:
    return sum(row.closes - row.opens for row in facility.hours.all())


def _stands(facility: Any, on: date) -> bool:
    gone, end = facility.withdrawn_at, _end_of(on)
    entered = datetime.fromtimestamp((facility.pk.int >> 80) / 1000, tz=SHANGHAI)
    return entered < end and (gone is None or gone > end)


def _is_out(facility: Any, on: date) -> bool:
    out: bool = facility.is_out_at(_end_of(on) - timedelta(seconds=1))
    return out


def _end_of(on: date) -> datetime:
    return datetime.combine(on + timedelta(days=1), time(), tzinfo=SHANGHAI)
