"""Whether residents' inquiries were answered within ten working days."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.queries import work_calendar
from linli.core.clocks.rules import judged_on
from linli.core.places.models import Place
from linli.governance.oversight.models import Inquiry
from linli.lib.calendar import add_working_days, local_day
from linli.lib.facts import Fact, FactKind

KINDS = (
    FactKind(
        "oversight.inquiry",
        _("居民询问（是否在十个工作日内答复）"),
        "oversight:inquiry",
        "inquiry_id",
        ("S1.2",),
    ),
)
WITHIN = 10
"""Working days by which openness is judged alike everywhere; what a community promises may be
shorter, and has a clock of its own."""


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Each inquiry on the day it was answered in time, else on the first day that was too late,
    answered later or never: the street office answering is no answer of the committee. One taken
    back before that is not among them."""
    calendar = work_calendar(community.pk)
    first = add_working_days(calendar, since, -(WITHIN + 1)) - timedelta(days=1)
    asked = (
        Inquiry.objects.filter(
            community=community,
            asked_at__gte=_moment(first),
            asked_at__lt=_moment(until + timedelta(days=1)),
        )
        .annotate(answered=Min("steps__at", filter=Q(steps__move="answer")))
        .order_by("asked_at", "id")
        .values_list("pk", "asked_at", "answered", "state", "state_since")
    )
    for key, asked_at, answered, state, moved_at in asked.iterator(2000):
        done = local_day(answered) if answered else None
        on, kept = judged_on(calendar, local_day(asked_at), done, WITHIN)
        gone = done is None and state == "withdrawn" and local_day(moved_at) < on
        if since <= on <= until and not gone:
            yield Fact(community.code, on, "oversight.inquiry", int(kept), 1, record=key)


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
