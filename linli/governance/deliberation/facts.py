"""What of deliberation counts: talks held with their minutes published, weighty topics put to the
meeting, who took part. No word, no name: who came is a token, and how anybody voted on an opinion
is told to nobody."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.access.tokens import AccountTokens
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.deliberation.gatherings import OF_OFFICE
from linli.governance.deliberation.models import Point, Talk, Topic
from linli.governance.deliberation.queries.topics import PUBLIC_POINTS, WAITING_POINTS
from linli.governance.deliberation.rules.topics import days_due
from linli.lib.calendar import deadline_at, local_day
from linli.lib.facts import AT_ONCE, Fact, FactKind, stretches
from linli.lib.law import in_force
from linli.mechanisms.gathering.models import Attendance


def _kind(name: str, title: Any, opens: str, with_: str, *standard: str) -> FactKind:
    return FactKind(name, title, f"deliberation:{opens}", with_, standard)


KINDS = (
    _kind("deliberation.due", _("应当开的议事（是否开了并公布了纪要）"), "talk", "talk_id"),
    _kind("deliberation.held", _("开过并公布了纪要的议事"), "talk", "talk_id", "S1.3"),
    _kind(
        "deliberation.weighty",
        _("涉及全体居民利益、有了结果的议题（是否提请居民会议决定）"),
        "topic_desk",
        "topic_id",
        "S1.3",
    ),
    _kind("deliberation.points", _("到期的议事约定（是否按期做到）"), "point", "point_id", "S1.3"),
    _kind("deliberation.took_part", _("居民来议事的人次（人数只算登记在住的）"), "talk", "talk_id"),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from _held(community, since, until)
    yield from _topics(community, since, until)
    yield from _points(community, since, until)
    yield from _took_part(community, since, until)


def _held(community: Place, since: date, until: date) -> Iterator[Fact]:
    """A talk that is due counts on the day its minutes were published; without one, on the day it
    was due by. What is held beyond the number due counts as held, and meets no further due."""
    for year in range(since.year, until.year + 1):
        held = list(
            Talk.objects.filter(community=community, minutes_on__year=year)
            .order_by("minutes_on", "pk")
            .values_list("pk", "minutes_on")
        )
        for key, on in held:
            if on is not None and since <= on <= until:
                yield Fact(community.code, on, "deliberation.held", record=key)
        places = jurisdictions_of(community)
        for number, last in enumerate(_due(year, places)):
            met = held[number] if number < len(held) else None
            on = last if met is None else met[1]
            if on is not None and since <= on <= until:
                part, record = int(met is not None), met[0] if met else None
                yield Fact(community.code, on, "deliberation.due", part, 1, record=record)


def _due(year: int, places: Any) -> list[date]:
    number = in_force("deliberation.talks_a_year", date(year, 12, 31), places)
    return days_due(year, int(number.value)) if number is not None and number.value else []


def _topics(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Topics that touch all residents, on the day their result was published."""
    weighty = Topic.objects.filter(
        community=community, touches_all=True, published_on__gte=since, published_on__lte=until
    )
    for key, on, taken in weighty.values_list("pk", "published_on", "to_assembly_on"):
        if on is not None:
            part = int(taken is not None)
            yield Fact(community.code, on, "deliberation.weighty", part, 1, record=key)


def _points(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Points by the day they were to be done; what waits for the meeting is not due."""
    due = Point.objects.filter(
        PUBLIC_POINTS, community=community, due_on__gte=since, due_on__lte=until
    ).exclude(WAITING_POINTS)
    for key, day, state, done in due.values_list("pk", "due_on", "state", "done_on"):
        in_time = int(state == "done" and done is not None and done <= day)
        yield Fact(community.code, day, "deliberation.points", in_time, 1, record=key)


def _took_part(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Residents who came to a talk, on the day it was opened; whoever came for their work or for
    an office is not among them."""
    tokens = AccountTokens(community)
    opened = Talk.objects.filter(
        community=community,
        gathering__opened_at__gte=deadline_at(since - timedelta(days=1)),
        gathering__opened_at__lt=deadline_at(until),
    ).values_list("gathering_id", "pk", "gathering__opened_at")
    talks = {gathering: (key, local_day(at)) for gathering, key, at in opened if at}
    came = (
        Attendance.objects.filter(community=community, gathering__in=list(talks))
        .exclude(capacity__in=OF_OFFICE)
        .order_by("at", "id")
        .values_list("gathering_id", "person_id", "account_id")
    )
    for batch in stretches(came.iterator(AT_ONCE)):
        tokens.meet_accounts(
            (account for _talk, _person, account in batch),
            (person for _talk, person, _account in batch),
        )
        for talk, person, account in batch:
            key, on = talks[talk]
            who = tokens.of(on, account=account, person=person)
            yield Fact(
                community.code,
                on,
                "deliberation.took_part",
                person=who.person,
                household=who.household,
                field="development",
                record=key,
            )
