"""Who came to what, and who finished a course. Counted by tokens, which tell nobody; told only of
dates on which somebody ticked who came."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.access.tokens import AccountTokens
from linli.core.places.laid_down import laid_down
from linli.core.places.models import Place
from linli.culture.activities.models import Activity
from linli.culture.activities.queries.attendance import held_of
from linli.culture.activities.rules.learning import completes
from linli.culture.activities.sheets import SHEET
from linli.lib.calendar import deadline_at, local_day
from linli.lib.facts import AT_ONCE, Fact, FactKind, stretches
from linli.mechanisms.signup.models import Presence, SignUp
from linli.mechanisms.signup.rules import IN, PRESENT

CULTURE, GREEN, ANY = "activity.culture_persons", "activity.env_persons", "activity.persons"
LEARNT, TAUGHT, FINISHED = "course.persons", "course.attended", "course.finished"

CULTURAL = (
    "culture", "sport", "reading", "handicraft", "tradition", "elder_school",
)  # fmt: skip
"""Topics of culture and sport; health, digital skills and green days are counted elsewhere."""


def _kind(name: str, title: Any, standard: str) -> FactKind:
    return FactKind(name, title, "activities:plan", "activity_id", (standard,))


KINDS = (
    _kind(ANY, _("来参加活动的人次"), "S6.2"),
    _kind(CULTURE, _("来参加文化体育活动的人次"), "S6.2"),
    _kind(GREEN, _("来参加环保活动的人次"), "S5.6"),
    _kind(LEARNT, _("上课、听讲座的人次"), "S6.1"),
    _kind(TAUGHT, _("上课程的人次（讲座除外）"), "S6.1"),
    _kind(FINISHED, _("已结束课程的报名人次（学完了多少）"), "S6.1"),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from _came(community, since, until)
    yield from _finished(community, since, until)


def kinds_of(activity: Activity) -> list[str]:
    """What coming to it counts as; to a calligraphy course, say, as culture and as learning."""
    found = [ANY]
    if activity.topic in CULTURAL:
        found.append(CULTURE)
    if activity.topic == "green":
        found.append(GREEN)
    if activity.kind in ("course", "lecture"):
        found.append(LEARNT)
    if activity.kind == "course":
        found.append(TAUGHT)
    return found


def _came(community: Place, since: date, until: date) -> Iterator[Fact]:
    tokens = AccountTokens(community)
    activities = {
        each.sheet_id: each
        for each in Activity.objects.filter(community=community, announced_at__isnull=False)
    }
    came = Presence.objects.filter(
        community=community,
        state=PRESENT,
        occasion__sheet__kind=SHEET,
        occasion__starts_at__gte=deadline_at(since - timedelta(days=1)),
        occasion__starts_at__lt=deadline_at(until),
    ).order_by("occasion__starts_at", "id")
    columns = (
        "occasion__sheet", "occasion__starts_at", "seats", "signup__person", "signup__account",
    )  # fmt: skip
    for batch in stretches(came.values_list(*columns).iterator(AT_ONCE)):
        tokens.meet_accounts((row[4] for row in batch), (row[3] for row in batch))
        for sheet, starts, seats, person, account in batch:
            activity, on = activities.get(sheet), local_day(starts)
            if activity is None:
                continue
            who = tokens.of(on, account=account, person=person)
            for kind in kinds_of(activity):
                yield Fact(
                    community.code, on, kind, seats, person=who.person, household=who.household,
                    field="development", record=activity.pk,
                )  # fmt: skip


def _finished(community: Place, since: date, until: date) -> Iterator[Fact]:
    """A course counts on the day it was closed: of those who had a place to the end, how many were
    at enough of the lessons that were held."""
    courses = Activity.objects.filter(
        community=community,
        kind="course",
        state="closed",
        closed_at__gte=deadline_at(since - timedelta(days=1)),
        closed_at__lt=deadline_at(until),
    ).select_related("sheet")
    for course in courses.order_by("closed_at", "pk"):
        assert course.closed_at is not None
        on = local_day(course.closed_at)
        least = Fraction(laid_down("activities.completion_share", community, on).value)
        held = held_of(course.sheet)
        enrolled = set(
            SignUp.objects.filter(
                community=community, sheet=course.sheet_id, state=IN
            ).values_list("pk", flat=True)
        )  # fmt: skip
        done = sum(
            bool(completes(each.present, held.held, least))
            for each in held.by_signup
            if each.signup.pk in enrolled
        )
        if enrolled and held.held:
            yield Fact(community.code, on, FINISHED, done, len(enrolled), record=course.pk)
