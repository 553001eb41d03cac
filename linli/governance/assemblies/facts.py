"""What of residents' meetings counts: held, attended, carried out. No word, no name; who came is a
token, by which people are counted once each, and nothing is told of any vote."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.access.tokens import AccountTokens
from linli.core.places.models import Place
from linli.governance.assemblies.gatherings import BODY_OF, INVITED
from linli.governance.assemblies.models import Assembly, Duty, Resolution
from linli.governance.assemblies.rules import COMMITTEE, MEETING
from linli.lib.calendar import deadline_at, local_day
from linli.lib.facts import AT_ONCE, Fact, FactKind, stretches
from linli.mechanisms.gathering.models import Attendance


def _kind(name: str, title: Any, opens: str, with_: str, *standard: str) -> FactKind:
    return FactKind(name, title, f"assemblies:{opens}", with_, standard)


KINDS = (
    _kind("assemblies.half_year", _("每半年的居民代表会议（是否开了）"), "meeting", "assembly_id"),
    _kind("assemblies.attended", _("居民代表会议到会人数"), "meeting", "assembly_id"),
    _kind("assemblies.due", _("到期的决议（是否按期落实）"), "resolution_desk", "resolution_id"),
    _kind("assemblies.adopted", _("会议通过的决议"), "resolution_desk", "resolution_id", "S1.3"),
    _kind(
        "assemblies.weighty",
        _("涉及全体居民利益的重要决定（是否由居民会议、居民代表会议讨论决定）"),
        "resolution_desk",
        "resolution_id",
        "S1.3",
    ),
    _kind(
        "assemblies.took_part",
        _("居民来参加会议的人次（人数只算登记在住的）"),
        "meeting",
        "assembly_id",
        "S1.3",
    ),
)

OF_OFFICE = ("member", INVITED.code)
"""In which capacities one comes for one's office."""


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from _half_years(community, since, until)
    yield from _attended(community, since, until)
    yield from _resolutions(community, since, until)
    yield from _took_part(community, since, until)


def _half_years(community: Place, since: date, until: date) -> Iterator[Fact]:
    """A half-year counts on the day its meeting was held; without one, on its last day."""
    duties = Duty.objects.filter(
        community=community, first_day__lte=until, last_day__gte=since
    ).select_related("held_by__gathering")
    for duty in duties:
        held = duty.held_by
        on = duty.last_day
        if held is not None and held.gathering.opened_at is not None:
            on = local_day(held.gathering.opened_at)
        if since <= on <= until:
            done = int(held is not None)
            record = held.pk if held is not None else None
            yield Fact(community.code, on, "assemblies.half_year", done, 1, record=record)


def _attended(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Of the members of each representatives' meeting, those present when it was opened."""
    held = Assembly.objects.filter(
        community=community,
        body=MEETING,
        base__isnull=False,
        gathering__opened_at__date__gte=since - timedelta(days=1),
        gathering__opened_at__date__lte=until + timedelta(days=1),
    ).select_related("gathering")
    for assembly in held:
        gathering = assembly.gathering
        if gathering.opened_at is None or assembly.base is None:
            continue
        on = local_day(gathering.opened_at)
        if since <= on <= until:
            counted = gathering.sort.counted(gathering.present_at_opening)
            yield Fact(
                community.code,
                on,
                "assemblies.attended",
                min(counted, assembly.base),
                assembly.base,
                record=assembly.pk,
            )


def _resolutions(community: Place, since: date, until: date) -> Iterator[Fact]:
    ours = Resolution.objects.filter(community=community)
    adopted = ours.filter(adopted_on__gte=since, adopted_on__lte=until).exclude(body=COMMITTEE)
    for key, on in adopted.values_list("pk", "adopted_on"):
        yield Fact(community.code, on, "assemblies.adopted", record=key)
    weighty = ours.filter(adopted_on__gte=since, adopted_on__lte=until).exclude(matter="other")
    for key, on, body in weighty.values_list("pk", "adopted_on", "body"):
        with_residents = int(body != COMMITTEE)
        yield Fact(community.code, on, "assemblies.weighty", with_residents, 1, record=key)
    due = ours.filter(due_on__gte=since, due_on__lte=until).exclude(
        state__in=["changed", "revoked"]
    )
    for key, day, done in due.values_list("pk", "due_on", "done_on"):
        if day is None:
            continue
        in_time = int(done is not None and done <= day)
        yield Fact(community.code, day, "assemblies.due", in_time, 1, record=key)


def _took_part(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Residents who came, each on the day the meeting was opened, whether they stayed or not: as
    residents, for their household, as representatives, or to listen. The committee's members and
    whoever was invited come for their office."""
    tokens = AccountTokens(community)
    opened = Assembly.objects.filter(
        community=community,
        gathering__opened_at__gte=deadline_at(since - timedelta(days=1)),
        gathering__opened_at__lt=deadline_at(until),
    ).values_list("gathering_id", "pk", "gathering__opened_at")
    meetings = {gathering: (key, local_day(at)) for gathering, key, at in opened if at}
    came = (
        Attendance.objects.filter(
            community=community, gathering__in=list(meetings), gathering__kind__in=list(BODY_OF)
        )
        .exclude(capacity__in=OF_OFFICE)
        .order_by("at", "id")
        .values_list("gathering_id", "person_id", "account_id")
    )
    for batch in stretches(came.iterator(AT_ONCE)):
        tokens.meet_accounts(
            (account for _meeting, _person, account in batch),
            (person for _meeting, person, _account in batch),
        )
        for meeting, person, account in batch:
            key, on = meetings[meeting]
            who = tokens.of(on, account=account, person=person)
            yield Fact(
                community.code,
                on,
                "assemblies.took_part",
                person=who.person,
                household=who.household,
                field="development",
                record=key,
            )
