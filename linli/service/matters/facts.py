"""What of 诉求 counts: the rows evaluation may read. No words, no names, no places finer than
the community."""

import base64
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import dwellings_of_accounts
from linli.core.clocks.models import Clock
from linli.core.clocks.queries import work_calendar
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import working_days_between
from linli.lib.facts import Fact, FactKind, token
from linli.service.matters.models import Matter, Rating


def _kind(name: str, title: Any, *standard: str, stock: bool = False) -> FactKind:
    return FactKind(name, title, "matters:show", "matter_id", standard, stock)


KINDS = (
    _kind("matters.raised", _("收到的诉求"), "S2.2"),
    _kind("matters.responded", _("首次响应（是否在承诺日数内）")),
    _kind("matters.answered", _("答复的诉求（是否在承诺期限内）")),
    _kind("matters.answer_days", _("答复用的工作日")),
    _kind("matters.reopened", _("答复后是否重新办理")),
    _kind("matters.rated", _("评价（是否满意）"), "S3.4"),
    _kind("matters.benefit", _("解决了的诉求")),
    _kind("matters.overdue", _("到期未答复的诉求"), stock=True),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    start, end = _moment(since), _moment(until + timedelta(days=1))
    yield from _raised(community, start, end)
    yield from _responded(community, start, end)
    yield from _answered(community, start, end)
    yield from _rated(community, since, until)
    yield from _overdue(community, until, end)


def _raised(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    raised = Matter.objects.filter(community=community, raised_at__gte=start, raised_at__lt=end)
    for matter in raised.values("id", "raised_at", "kind__standard").iterator(2000):
        yield Fact(
            community.code,
            timezone.localdate(matter["raised_at"]),
            "matters.raised",
            standard=matter["kind__standard"],
            record=matter["id"],
        )


def _responded(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    """Whether the first word came within the working days promised for it."""
    calendar = work_calendar(community.pk)
    days = number_laid_down("matters.first_answer", community, timezone.localdate(start))
    responded = Matter.objects.filter(
        community=community, responded_at__gte=start, responded_at__lt=end
    ).exclude(channel="import")
    for matter in responded.values("id", "raised_at", "responded_at").iterator(2000):
        on = timezone.localdate(matter["responded_at"])
        taken = working_days_between(calendar, timezone.localdate(matter["raised_at"]), on)
        in_time = int(taken <= days)
        yield Fact(community.code, on, "matters.responded", in_time, 1, record=matter["id"])


def _answered(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    """One pass over what was answered; whether in time is what its promise clock settled as."""
    calendar = work_calendar(community.pk)
    answered = (
        Matter.objects.filter(community=community, answered_at__gte=start, answered_at__lt=end)
        .exclude(state="declined")
        .values(
            "id",
            "raised_at",
            "answered_at",
            "reopened",
            "state",
            "sender_id",
            "kind__standard",
            "kind__field",
        )
        .order_by("answered_at", "id")
    )
    batch: list[dict[str, Any]] = []
    for matter in answered.iterator(2000):
        batch.append(dict(matter))
        if len(batch) == 2000:
            yield from _told(community, batch, calendar)
            batch = []
    yield from _told(community, batch, calendar)


def _told(community: Place, batch: list[dict[str, Any]], calendar: Any) -> Iterator[Fact]:
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
    homes = dwellings_of_accounts({matter["sender_id"] for matter in batch})
    for matter in batch:
        on = timezone.localdate(matter["answered_at"])
        known = {"record": matter["id"], "standard": matter["kind__standard"]}
        if matter["id"] in kept:
            in_time = int(kept[matter["id"]] == "met")
            yield Fact(community.code, on, "matters.answered", in_time, 1, **known)
        days = working_days_between(calendar, timezone.localdate(matter["raised_at"]), on)
        yield Fact(community.code, on, "matters.answer_days", days, None, record=matter["id"])
        again = int(matter["reopened"] > 0)
        yield Fact(community.code, on, "matters.reopened", again, 1, record=matter["id"])
        if matter["state"] in ("answered", "closed"):
            yield _benefit(community, on, matter, homes.get(matter["sender_id"]))


def _benefit(community: Place, on: date, matter: dict[str, Any], home: UUID | None) -> Fact:
    """A request resolved for whoever raised it. The household is where they live, not where the
    fault was; without an account nobody is counted, and the benefit still is."""
    key = base64.b64decode(settings.INDEX_KEY)
    sender = matter["sender_id"]
    return Fact(
        community.code,
        on,
        "matters.benefit",
        person=token(key, community.pk, on.year, sender) if sender else None,
        household=token(key, community.pk, on.year, home) if home else None,
        field=matter["kind__field"],
        standard=matter["kind__standard"],
        record=matter["id"],
    )


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


def _overdue(community: Place, until: date, end: datetime) -> Iterator[Fact]:
    """As it stood at the end of that day: what was settled since counts, and a limit whose last
    day it was does not yet (`due_at` is the first moment that is too late)."""
    late = Clock.objects.filter(
        Q(settled_at__isnull=True) | Q(settled_at__gte=end),
        community=community,
        owner_kind="matters.Matter",
        name="promise",
        due_at__lt=end,
    )
    for owner in late.values_list("owner", flat=True).iterator(2000):
        yield Fact(community.code, until, "matters.overdue", record=owner)


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
