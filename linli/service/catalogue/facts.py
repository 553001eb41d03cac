"""What of certificates counts: how often was asked what is not ours, issued, refused. No names."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.service.catalogue.flows import ON_PAPER
from linli.service.catalogue.models import AskedNotOurs, Certificate

KINDS = (
    FactKind("certificates.asked_not_ours", _("来问的、不由居委会出具的证明")),
    FactKind("certificates.issued", _("出具的证明"), "catalogue:certificate", "certificate_id"),
    FactKind(
        "certificates.refused", _("不予出具的申请"), "catalogue:certificate", "certificate_id"
    ),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    asked = AskedNotOurs.objects.filter(community=community, on__gte=since, on__lte=until)
    for row in asked.order_by("on", "id").iterator(2000):
        yield Fact(community.code, row.on, "certificates.asked_not_ours", row.count)
    start, end = _moment(since), _moment(until + timedelta(days=1))
    sealed = Certificate.objects.filter(
        community=community, state__in=ON_PAPER, issued_at__gte=start, issued_at__lt=end
    )
    for key, at in sealed.order_by("issued_at", "id").values_list("id", "issued_at"):
        yield Fact(community.code, timezone.localdate(at), "certificates.issued", record=key)
    refused = Certificate.objects.filter(
        community=community, state="refused", closed_at__gte=start, closed_at__lt=end
    )
    for key, at in refused.order_by("closed_at", "id").values_list("id", "closed_at"):
        yield Fact(community.code, timezone.localdate(at), "certificates.refused", record=key)


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
