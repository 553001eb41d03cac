"""What of mediations counts: how many came, were taken up in time, ended, in agreement, were kept.

No name, no kind, no record, and no day: everything is told on the last day of its month, and of
cases only from the floor of the place on, so that no single case shows to anybody."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Clock
from linli.core.places.laid_down import floor_laid_down
from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.lib.numbers import share_told, suppressed
from linli.safety.mediation.flows import IN_FORCE
from linli.safety.mediation.models import Agreement, Mediation, Point, Screening

KINDS = (
    FactKind("mediation.reported", _("登记的纠纷"), standard=("S2.4",), held_back=True),
    FactKind(
        "mediation.taken_in_time", _("按时有人接案的纠纷"), standard=("S2.4",), held_back=True
    ),
    FactKind("mediation.concluded", _("终结的调解"), standard=("S2.4",), held_back=True),
    FactKind("mediation.due", _("到期的调解协议"), standard=("S2.4",), held_back=True),
    FactKind("mediation.screened", _("矛盾纠纷排查的轮次"), standard=("S2.4",)),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the months whose last day lies between `since` and `until`, both included."""
    for end in _month_ends(since, until):
        yield from _month(community, end.replace(day=1), end)


def _month(community: Place, first: date, last: date) -> Iterator[Fact]:
    ours, span = {"community": community}, (first, last)
    floor = floor_laid_down(community, last)
    cases = Mediation.objects.filter(**ours)
    came = cases.filter(received_on__range=span).count()
    if came and not suppressed(came, floor):
        yield Fact(community.code, last, "mediation.reported", came)
        in_time = _in_time(community, cases, span)
        if share_told(in_time, came, floor):
            yield Fact(community.code, last, "mediation.taken_in_time", in_time, came)
    ended = cases.filter(ended_on__range=span)
    concluded = ended.exclude(state__in=("withdrawn", "declined")).count()
    agreed = ended.filter(state__in=IN_FORCE).count()
    if share_told(agreed, concluded, floor):
        yield Fact(community.code, last, "mediation.concluded", agreed, concluded)
    due, kept = _kept(ours, span)
    if share_told(kept, due, floor):
        yield Fact(community.code, last, "mediation.due", kept, due)
    rounds = Screening.objects.filter(on__range=span, **ours).count()
    if rounds:
        yield Fact(community.code, last, "mediation.screened", rounds)


def _in_time(community: Place, cases: Any, span: tuple[date, date]) -> int:
    """How many of those that came in the month were taken up before their clock broke; offered
    ones were from the start."""
    came = cases.filter(received_on__range=span)
    offered = came.filter(source="own_motion").count()
    taken = list(came.exclude(source="own_motion").values_list("pk", flat=True))
    met = Clock.objects.filter(
        community=community,
        owner__in=taken,
        name="mediation_taken_up",
        state="met",
    )
    return offered + met.values("owner").distinct().count()


def _kept(ours: Any, span: tuple[date, date]) -> tuple[int, int]:
    """Agreements whose last point fell due in the month, and how many of them were kept by then."""
    due = kept = 0
    agreements = Agreement.objects.filter(in_force_on__isnull=False, **ours)
    for agreement in agreements.filter(points__due_on__range=span).distinct():
        points = list(Point.objects.filter(agreement=agreement, **ours))
        if max(point.due_on for point in points) > span[1]:
            continue
        due += 1
        kept += all(point.done_on and point.done_on <= point.due_on for point in points)
    return due, kept


def _month_ends(since: date, until: date) -> Iterator[date]:
    day = since
    while day <= until:
        end = day.replace(day=monthrange(day.year, day.month)[1])
        if end <= until:
            yield end
        day = end + timedelta(days=1)
