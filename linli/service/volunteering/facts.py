"""What of volunteering counts: how many are registered, who served, how many hours. No name: a
person is a token that cannot be followed from year to year, and stands for who served, never for
how long."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.tokens import Tokens
from linli.core.places.facts import month_ends
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind
from linli.service.volunteering.models import ServiceRecord, Volunteer

REGISTERED = "volunteer.registered"
SERVED = "volunteer.served_persons"
HOURS = "volunteer.hours"
WATCH = "watch.active_persons"
WATCHED, ENOUGH = "patrol", 4
"""A shift of which kind is a watch, and how many of them in a quarter are counted."""

KINDS = (
    FactKind(REGISTERED, _("在册的志愿者"), standard=("S1.3",), stock=True),
    FactKind(SERVED, _("服务过的志愿者"), standard=("S1.3",)),
    FactKind(HOURS, _("确认过的服务小时数"), standard=("S1.3",)),
    FactKind(WATCH, _("一季里巡逻值勤满四班的志愿者"), standard=("S4.1",)),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """How many were registered on the last day of each month and of the period; each confirmed
    service on its day. Hours are whole: a half is carried on to the next day of its month, so that
    a month loses at most one. Of a quarter, who watched in four shifts or more, on the day of the
    fourth."""
    yield from _registered(community, since, until)
    yield from _served(community, since, until)
    yield from _watched(community, since, until)


def _registered(community: Place, since: date, until: date) -> Iterator[Fact]:
    terms = [
        (local_day(begun), local_day(ended) if ended else None)
        for begun, ended in Volunteer.objects.filter(
            Q(withdrawn_at__isnull=True) | Q(withdrawn_at__date__gte=since),
            community=community,
            registered_at__date__lte=until,
        ).values_list("registered_at", "withdrawn_at")
    ]
    if not Volunteer.objects.filter(community=community).exists():
        return  # nobody ever registered: there is no record yet, and no nought
    for on in month_ends(since, until):
        count = sum(begun <= on and (ended is None or on < ended) for begun, ended in terms)
        yield Fact(community.code, on, REGISTERED, count)


def _served(community: Place, since: date, until: date) -> Iterator[Fact]:
    tokens = Tokens(community)
    found = (
        ServiceRecord.objects.filter(
            community=community, on__gte=since.replace(day=1), on__lte=until
        )
        .order_by("on", "pk")
        .values_list("on", "half_hours", "shift_id", "volunteer__person_id", "volunteer_id")
    )
    held: dict[tuple[date, UUID, UUID | None, UUID], int] = {}
    for on, half_hours, shift, person, line in found.iterator(2000):
        key = (on, shift, person, person or line)  # the forgotten stay apart, by their line
        held[key] = held.get(key, 0) + half_hours
    halves: dict[date, int] = {}
    for (on, _shift, whose, _line), half_hours in held.items():
        if half_hours <= 0:
            continue  # mended to nothing
        halves[on] = halves.get(on, 0) + half_hours
        if on >= since:
            who = tokens.of_person(on, whose) if whose is not None else None
            yield Fact(community.code, on, SERVED, person=who)
    yield from _hours(community, since, halves)


def _watched(community: Place, since: date, until: date) -> Iterator[Fact]:
    tokens, begun = Tokens(community), since.replace(month=(since.month - 1) // 3 * 3 + 1, day=1)
    found = ServiceRecord.objects.filter(
        community=community, shift__kind=WATCHED, on__gte=begun, on__lte=until
    ).values_list("on", "half_hours", "shift_id", "volunteer__person_id", "volunteer_id")
    held: dict[tuple[UUID | None, UUID, UUID, date], int] = {}
    for on, half_hours, shift, person, line in found.order_by("on", "pk").iterator(2000):
        whose = person or line  # the forgotten stay apart, by their line
        service = (person, whose, shift, on)
        held[service] = held.get(service, 0) + half_hours
    times: dict[tuple[UUID, int, int], int] = {}
    for (someone, whose, _shift, on), half_hours in held.items():
        if half_hours <= 0:
            continue  # mended to nothing
        quarter = (whose, on.year, (on.month - 1) // 3)
        times[quarter] = times.get(quarter, 0) + 1
        if times[quarter] == ENOUGH and on >= since:
            who = tokens.of_person(on, someone) if someone is not None else None
            yield Fact(community.code, on, WATCH, person=who)


def _hours(community: Place, since: date, halves: dict[date, int]) -> Iterator[Fact]:
    over, month = 0, None
    for on in sorted(halves):
        over = over if (on.year, on.month) == month else 0
        month = (on.year, on.month)
        hours, over = divmod(over + halves[on], 2)
        if on >= since and hours:
            yield Fact(community.code, on, HOURS, hours)
