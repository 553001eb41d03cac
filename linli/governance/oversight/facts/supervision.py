"""What of oversight counts: appraised in the year, answered in time. Never whose, or a grade."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.seats import seats_of
from linli.core.clocks.models import Clock
from linli.core.places.models import Place
from linli.governance.oversight.models import Appraisal, SittingIn
from linli.lib.facts import Fact, FactKind


def _kind(name: str, title: Any, opens: str = "", with_: str = "", *standard: str) -> FactKind:
    return FactKind(name, title, f"oversight:{opens}" if opens else "", with_, standard)


KINDS = (
    _kind(
        "oversight.appraised", _("居委会成员的年度民主评议（是否开了）"), "appraisal_desk",
        "appraisal_id", "S1.3",
    ),
    _kind(
        "oversight.services_appraised", _("公布了结果的公共服务评议"), "appraisal_desk",
        "appraisal_id", "S1.3",
    ),
    _kind(
        "oversight.answered", _("监督意见（是否按期答复）"), "shortcoming", "shortcoming_id", "S1.3"
    ),
    _kind("oversight.sat_in", _("通知过监督委员会的会议（是否列席）"), "", "", "S1.3"),
)  # fmt: skip


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from _appraised(community, since, until)
    yield from _services_appraised(community, since, until)
    start, end = _moment(since), _moment(until + timedelta(days=1))
    yield from _answered(community, start, end)
    yield from _sat_in(community, start, end)


def _appraised(community: Place, since: date, until: date) -> Iterator[Fact]:
    """A year counts on the day its appraisal was published; without one, on its last day, where
    there is a committee to appraise."""
    published = Appraisal.objects.filter(community=community, kind="members", state="published")
    done = {}
    for held in published.order_by("-published_on", "-id"):
        done[held.year] = held  # the first of a year stands
    for held in done.values():
        if held.published_on is not None and since <= held.published_on <= until:
            yield Fact(
                community.code, held.published_on, "oversight.appraised", 1, 1, record=held.pk
            )
    for year in range(since.year, until.year + 1):
        last = date(year, 12, 31)
        if since <= last <= until and year not in done and seats_of(community, last):
            yield Fact(community.code, last, "oversight.appraised", 0, 1)


def _services_appraised(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Each appraisal of those who serve the public, on the day its results were published. One that
    nobody began is not known to have been due, so that one begun does not count as missed either.
    """
    held = Appraisal.objects.filter(
        community=community, kind="providers", published_on__gte=since, published_on__lte=until
    ).order_by("published_on", "id")
    for key, on in held.values_list("pk", "published_on"):
        assert on is not None
        yield Fact(community.code, on, "oversight.services_appraised", 1, 1, record=key)


def _answered(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    clocks = Clock.objects.filter(
        community=community,
        owner_kind="oversight.Shortcoming",
        state__in=("met", "missed"),
        settled_at__gte=start,
        settled_at__lt=end,
    ).order_by("settled_at", "id")
    for owner, state, settled_at in clocks.values_list("owner", "state", "settled_at"):
        on = timezone.localdate(settled_at)
        done = int(state == "met")
        yield Fact(community.code, on, "oversight.answered", done, 1, record=owner)


def _sat_in(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    told = SittingIn.objects.filter(
        community=community, starts_at__gte=start, starts_at__lt=end, sat_in__isnull=False
    ).order_by("starts_at", "id")
    for starts_at, sat_in in told.values_list("starts_at", "sat_in"):
        yield Fact(
            community.code, timezone.localdate(starts_at), "oversight.sat_in", int(bool(sat_in)), 1
        )


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
