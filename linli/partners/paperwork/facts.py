"""What of filling forms counts: asked, handed over, cells, minutes. No name, no cell."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.queries.kept import judged
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind
from linli.partners.paperwork.models import Asking, HandOver

_OPENS = ("paperwork:form", "asking_id")

KINDS = (
    FactKind("paperwork.asked", _("别的单位要的表"), *_OPENS),
    FactKind("paperwork.handed_over", _("交出去的表（是否按期）"), *_OPENS),
    FactKind("paperwork.due", _("到期的表（是否按期交）"), *_OPENS),
    FactKind("paperwork.filled_cells", _("表格里不用动手填的格（占全部的格）"), *_OPENS),
    FactKind("paperwork.typed_cells", _("当面问来、手工填的格（占全部的格）"), *_OPENS),
    FactKind("paperwork.minutes", _("填表用的分钟"), *_OPENS),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    start, end = _moment(since), _moment(until + timedelta(days=1))
    asked = Asking.objects.filter(
        community=community, received_at__gte=start, received_at__lt=end
    ).values_list("pk", "received_at")
    for pk, at in asked.iterator(2000):
        yield Fact(community.code, local_day(at), "paperwork.asked", record=pk)
    for each in judged(community, since, until, Asking._meta.label, "due"):
        kept = int(each.kept)
        yield Fact(community.code, each.on, "paperwork.due", kept, 1, record=each.owner)
    handed = HandOver.objects.filter(community=community, at__gte=start, at__lt=end)
    for each in handed.iterator(2000):
        on, code, of = local_day(each.at), community.code, each.asking_id
        ours = each.filled + each.kept_on
        cells = ours + each.typed + each.empty
        yield Fact(code, on, "paperwork.handed_over", int(each.in_time), 1, record=of)
        yield Fact(code, on, "paperwork.filled_cells", ours, cells, record=of)
        yield Fact(code, on, "paperwork.typed_cells", each.typed, cells, record=of)
        yield Fact(code, on, "paperwork.minutes", each.minutes, None, record=of)


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
