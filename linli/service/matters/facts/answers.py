"""What was answered: within what was promised, after how many days, and how it was found."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Clock
from linli.core.clocks.queries import work_calendar
from linli.core.places.models import Place
from linli.lib.calendar import local_day, working_days_between
from linli.lib.facts import AT_ONCE, Fact, stretches
from linli.service.matters.facts.reading import kind, moment
from linli.service.matters.models import Matter, Rating

KINDS = (
    kind("answered", _("答复的诉求（是否在承诺期限内）")),
    kind("answer_days", _("答复用的工作日")),
    kind("reopened", _("答复后是否重新办理")),
    kind("rated", _("评价（是否满意）"), "S3.4"),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    calendar = work_calendar(community.pk)
    answered = (
        Matter.objects.filter(
            community=community,
            answered_at__gte=moment(since),
            answered_at__lt=moment(until + timedelta(days=1)),
        )
        .exclude(state="declined")
        .values("id", "raised_at", "answered_at", "reopened", "kind__standard")
        .order_by("answered_at", "id")
    )
    for batch in stretches(answered.iterator(AT_ONCE)):
        yield from _told(community, batch, calendar)
    yield from _rated(community, since, until)


def _told(community: Place, batch: tuple[Any, ...], calendar: Any) -> Iterator[Fact]:
    """Whether in time is what its promise clock settled as."""
    kept = dict(
        Clock.objects.filter(
            community=community,
            owner__in=[matter["id"] for matter in batch],
            name="promise",
            state__in=("met", "missed"),
        )
        .order_by("settled_at")
        .values_list("owner", "state")
    )
    for matter in batch:
        on = local_day(matter["answered_at"])
        known = {"record": matter["id"], "standard": matter["kind__standard"]}
        if matter["id"] in kept:
            in_time = int(kept[matter["id"]] == "met")
            yield Fact(community.code, on, "matters.answered", in_time, 1, **known)
        days = working_days_between(calendar, local_day(matter["raised_at"]), on)
        yield Fact(community.code, on, "matters.answer_days", days, None, record=matter["id"])
        again = int(matter["reopened"] > 0)
        yield Fact(community.code, on, "matters.reopened", again, 1, record=matter["id"])


def _rated(community: Place, since: date, until: date) -> Iterator[Fact]:
    ratings = Rating.objects.filter(community=community, on__gte=since, on__lte=until)
    for rating in ratings.values("on", "score", "matter_id").iterator(2000):
        yield Fact(
            community.code,
            rating["on"],
            "matters.rated",
            int(rating["score"] in ("good", "fair")),
            1,
            record=rating["matter_id"],
        )
