"""Whether residents' inquiries were answered within what was promised."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Clock
from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind

KINDS = (
    FactKind(
        "oversight.inquiry",
        _("居民询问（是否按期答复）"),
        "oversight:inquiry",
        "inquiry_id",
        ("S1.2",),
    ),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Each inquiry whose clock was settled in that time, on the day it was answered."""
    start, end = _moment(since), _moment(until + timedelta(days=1))
    settled = Clock.objects.filter(
        community=community,
        owner_kind="oversight.Inquiry",
        name="inquiry_answer",
        state__in=("met", "missed"),
        settled_at__gte=start,
        settled_at__lt=end,
    )
    for owner, state, at in settled.values_list("owner", "state", "settled_at"):
        on, kept = timezone.localdate(at), int(state == "met")
        yield Fact(community.code, on, "oversight.inquiry", kept, 1, record=owner)


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
