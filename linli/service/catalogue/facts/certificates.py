"""What of certificates counts: how often was asked what is not ours, what was issued, refused, done
in time; and for how many people. No names."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.tokens import AccountTokens
from linli.core.clocks.queries.kept import judged
from linli.core.places.models import Place
from linli.lib.facts import AT_ONCE, Fact, FactKind, stretches
from linli.service.catalogue.flows import ON_PAPER
from linli.service.catalogue.models import AskedNotOurs, Certificate

_OPENS = ("catalogue:certificate", "certificate_id")
KINDS = (
    FactKind("certificates.asked_not_ours", _("来问的、不由居委会出具的证明")),
    FactKind("certificates.issued", _("出具的证明"), *_OPENS),
    FactKind(
        "certificates.benefit",
        _("给居民出具的、有效的证明（人数只算登记在住的）"),
        *_OPENS,
        ("S3.2",),
    ),
    FactKind("certificates.refused", _("不予出具的申请（是否说明理由和去处）"), *_OPENS),
    FactKind("certificates.due", _("到期的证明申请（是否按承诺办结）"), *_OPENS),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    asked = AskedNotOurs.objects.filter(community=community, on__gte=since, on__lte=until)
    for row in asked.order_by("on", "id").iterator(2000):
        yield Fact(community.code, row.on, "certificates.asked_not_ours", row.count)
    yield from _issued(community, _moment(since), _moment(until + timedelta(days=1)))
    yield from _refused(community, _moment(since), _moment(until + timedelta(days=1)))
    for each in judged(community, since, until, Certificate._meta.label, "promise"):
        yield Fact(
            community.code, each.on, "certificates.due", int(each.kept), 1, record=each.owner
        )


def _issued(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    """What was sealed; one revoked since was issued, and is good for nobody."""
    tokens = AccountTokens(community)
    sealed = (
        Certificate.objects.filter(
            community=community, state__in=ON_PAPER, issued_at__gte=start, issued_at__lt=end
        )
        .order_by("issued_at", "id")
        .values_list("id", "issued_at", "state", "person_id")
    )
    for batch in stretches(sealed.iterator(AT_ONCE)):
        tokens.meet_accounts((), (whom for _key, _at, _state, whom in batch))
        for key, at, state, whom in batch:
            on = timezone.localdate(at)
            yield Fact(community.code, on, "certificates.issued", record=key)
            if state == "revoked":
                continue
            who = tokens.of(on, person=whom)
            yield Fact(
                community.code,
                on,
                "certificates.benefit",
                person=who.person,
                household=who.household,
                field="basic",
                record=key,
            )


def _refused(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    """The words go when its term is over; nothing is refused without them, so one that has been
    forgotten had them."""
    refused = Certificate.objects.filter(
        community=community, state="refused", closed_at__gte=start, closed_at__lt=end
    ).order_by("closed_at", "id")
    columns = ("id", "closed_at", "reason", "way_on", "forgotten_at")
    for key, at, reason, way_on, forgotten in refused.values_list(*columns).iterator(2000):
        told = int(bool(forgotten or (reason and way_on)))
        yield Fact(
            community.code, timezone.localdate(at), "certificates.refused", told, 1, record=key
        )


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
