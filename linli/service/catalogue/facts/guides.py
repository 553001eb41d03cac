"""What of guides and providers counts: how many are offered, and by more than the window alone; who
was asked again."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.service.catalogue.models import GuideVersion, ProviderCheck

KINDS = (
    FactKind(
        "guides.offered", _("公布着的服务指南，按办得到的方式"), standard=("S3.2",), stock=True
    ),
    FactKind(
        "providers.asked", _("打电话核实了的服务单位"), "catalogue:edit_provider", "provider_id"
    ),
)
ANSWERED = ("confirmed", "changed")


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """How many guides are offered on the last day, of them those by more than the window alone;
    who was asked again in those days."""
    live = GuideVersion.objects.filter(
        Q(in_force_to__isnull=True) | Q(in_force_to__gte=until),
        community=community,
        in_force_from__lte=until,
    ).exclude(state="draft")
    means = list(live.values_list("means", flat=True))
    if means:
        several = sum(len(each) > 1 for each in means)
        yield Fact(community.code, until, "guides.offered", several, len(means))
    start, end = _moment(since), _moment(until + timedelta(days=1))
    asked = ProviderCheck.objects.filter(
        community=community, at__gte=start, at__lt=end, result__in=ANSWERED
    )
    for key, at in asked.order_by("at", "id").values_list("provider_id", "at"):
        yield Fact(community.code, timezone.localdate(at), "providers.asked", record=key)


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
