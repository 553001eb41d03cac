"""What of certificates counts: how often was asked what is not ours, issued, refused; how much was
forwarded of what somebody was helped to apply for. No names."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.service.catalogue.applications import facts as applications
from linli.service.catalogue.flows import ON_PAPER
from linli.service.catalogue.models import (
    AskedNotOurs,
    Certificate,
    GuideVersion,
    HomeService,
    ProviderCheck,
)
from linli.service.catalogue.reminders import facts as reminders
from linli.service.catalogue.work import facts as work

KINDS = (
    FactKind("certificates.asked_not_ours", _("来问的、不由居委会出具的证明")),
    FactKind("certificates.issued", _("出具的证明"), "catalogue:certificate", "certificate_id"),
    FactKind(
        "certificates.refused", _("不予出具的申请"), "catalogue:certificate", "certificate_id"
    ),
    *applications.KINDS,
    *reminders.KINDS,
    FactKind(
        "guides.offered", _("公布着的服务指南，按办得到的方式"), standard=("S3.2",), stock=True
    ),
    FactKind(
        "providers.asked", _("打电话核实了的服务单位"), "catalogue:edit_provider", "provider_id"
    ),
    *work.KINDS,
    FactKind("home_services.done", _("上门办好的事"), "catalogue:home_service", "request_id"),
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
    yield from applications.rows(community, since, until)
    yield from work.rows(community, since, until)
    yield from reminders.rows(community, since, until)
    yield from _of_guides(community, since, until)


def _of_guides(community: Place, since: date, until: date) -> Iterator[Fact]:
    """How many guides are offered on the last day, of them those by more than the window alone;
    who was asked again; which visits were done."""
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
        community=community, at__gte=start, at__lt=end, result__in=("confirmed", "changed")
    )
    for key, at in asked.order_by("at", "id").values_list("provider_id", "at"):
        yield Fact(community.code, timezone.localdate(at), "providers.asked", record=key)
    done = HomeService.objects.filter(
        community=community, state="done", closed_at__gte=start, closed_at__lt=end
    )
    for key, closed in done.order_by("closed_at", "id").values_list("id", "closed_at"):
        yield Fact(community.code, timezone.localdate(closed), "home_services.done", record=key)


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
