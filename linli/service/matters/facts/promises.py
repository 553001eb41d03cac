"""What came in, and whether what was promised of it was kept."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from uuid import UUID

from django.db.models import Min, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Clock
from linli.core.clocks.queries import work_calendar
from linli.core.clocks.queries.kept import Judged, judged
from linli.core.clocks.rules import judged_on
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import add_working_days, local_day
from linli.lib.facts import Fact
from linli.service.matters.facts.reading import kind, moment
from linli.service.matters.models import Matter

KINDS = (
    kind("raised", _("收到的诉求"), "S2.2"),
    kind("responded", _("登记的诉求（首次响应是否在承诺日数内）")),
    kind("environment", _("环境类诉求（是否在承诺期限内答复）")),
    kind("overdue", _("到期未答复的诉求"), stock=True),
)
GONE = ("withdrawn", "merged", "split")
"""What ended without being handled as itself."""
CHANGED = timedelta(days=62)
"""So far back another number of days may have been promised."""


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    start, end = moment(since), moment(until + timedelta(days=1))
    yield from _raised(community, start, end)
    yield from _responded(community, since, until)
    yield from _environment(community, since, until)
    yield from _overdue(community, until, end)


def _raised(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    raised = Matter.objects.filter(community=community, raised_at__gte=start, raised_at__lt=end)
    for matter in raised.values("id", "raised_at", "kind__standard").iterator(2000):
        yield Fact(
            community.code,
            local_day(matter["raised_at"]),
            "matters.raised",
            standard=matter["kind__standard"],
            record=matter["id"],
        )


def _responded(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Whether the first word came within the working days promised for it, counted as its clocks
    are: from the day it was written down. Each matter counts once: on the day of that word, else
    on the first day it was too late, so that one nobody answers is not left out. One that was
    divided is one matter, answered by the first word about any of its parts."""
    calendar = work_calendar(community.pk)
    promised = cache(lambda on: number_laid_down("matters.first_answer", community, on))
    # Whatever could be judged in these days was written down no earlier than this.
    days = max(promised(until), promised(since), promised(since - CHANGED))
    first = add_working_days(calendar, since, -(days + 1)) - timedelta(days=1)
    came = (
        Matter.objects.filter(
            community=community,
            recorded_at__gte=moment(first),
            recorded_at__lt=moment(until + timedelta(days=1)),
            split_from__isnull=True,
        )
        .exclude(channel="import")
        .annotate(of_parts=Min("parts__responded_at"))
        .order_by("recorded_at", "id")
    )
    judge = cache(lambda began, done: judged_on(calendar, began, done, promised(began)))
    columns = ("id", "recorded_at", "responded_at", "of_parts", "closed_at", "state")
    for key, recorded_at, own, of_parts, closed_at, state in came.values_list(*columns).iterator(
        2000
    ):
        said = [local_day(at) for at in (own, of_parts) if at]
        done = min(said, default=None)
        on, in_time = judge(local_day(recorded_at), done)
        left = done is None and state in GONE and state != "split"
        gone = left and closed_at and local_day(closed_at) < on
        if since <= on <= until and not gone:
            yield Fact(community.code, on, "matters.responded", int(in_time), 1, record=key)


def _environment(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Of environment matters, whether each promise was kept, on the day that decided it."""
    promised = list(judged(community, since, until, Matter._meta.label, "promise"))
    ended = ended_on(
        Matter.objects.filter(community=community, kind__group="environment"), promised
    )
    for each in promised:
        if each.owner in ended and not went_elsewhere(ended[each.owner], each.on):
            yield Fact(
                community.code, each.on, "matters.environment", int(each.kept), 1, record=each.owner
            )


def ended_on(matters: QuerySet[Matter], limits: Iterable[Judged]) -> dict[UUID, date | None]:
    """Of those of the matters whose limits these are, the day each ended without an answer of
    ours: declined, withdrawn, merged or divided; None for one that did not."""
    found = matters.filter(pk__in=[each.owner for each in limits])
    return {
        key: local_day(closed_at) if closed_at and state in ("declined", *GONE) else None
        for key, closed_at, state in found.values_list("pk", "closed_at", "state")
    }


def went_elsewhere(ended: date | None, on: date) -> bool:
    """Whether it had ended so by the day a limit was decided; what ended so later was ours on that
    day, and stays counted as it was."""
    return ended is not None and ended <= on


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
