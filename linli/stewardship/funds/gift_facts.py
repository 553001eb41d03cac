"""What of gifts, goods and grants counts: how much came and was used, how many were told. No donor,
no group, no person."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.stewardship.funds.models import Bid, Gift, GiftNews, Request, Slip, Stage

GIVEN, USED = "funds.gift_fen", "funds.gift_used_fen"

GIFT_KINDS = (
    FactKind("funds.gift", _("收到的捐赠"), "funds:gift", "gift_id"),
    FactKind(GIVEN, _("收到的捐款（分）"), "funds:gift", "gift_id"),
    FactKind(USED, _("捐款用出去的（分）")),
    FactKind("funds.gift_told", _("捐赠用到哪里说了没有")),
    FactKind("funds.goods_out", _("两人签字发放的物品单")),
    FactKind("funds.grant", _("资助的小组项目"), "funds:bid", "bid_id"),
    FactKind("funds.grant_reported", _("付过的资助有没有报告"), "funds:bid", "bid_id"),
)


def gift_rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    code, days = community.code, (since, until)
    gifts = Gift.objects.filter(community=community, voided_on__isnull=True, on__range=days)
    told = _last_told(community)
    columns = ("pk", "on", "form", "fen", "source_id")
    for key, on, form, fen, source in gifts.values_list(*columns).iterator(2000):
        yield Fact(code, on, "funds.gift", record=key)
        if form == "money":
            yield Fact(code, on, GIVEN, fen or 0, record=key)
        news = told.get(source or key)
        yield Fact(code, on, "funds.gift_told", int(news is not None and news >= on), 1)
    given_to = Gift.objects.filter(community=community, source__isnull=False).values("source")
    used = Request.objects.filter(
        community=community,
        state__in=("paid", "settled"),
        source__in=given_to,
        paid_on__range=days,
    )
    for on, fen in used.values_list("paid_on", "paid_fen").iterator(2000):
        if on is not None:
            yield Fact(code, on, USED, fen or 0)
    out = Slip.objects.filter(
        community=community, way="out", signed_at__isnull=False, on__range=days
    )
    for on in out.values_list("on", flat=True).iterator(2000):
        yield Fact(code, on, "funds.goods_out")
    yield from _grants(community, since, until)


def _grants(community: Place, since: date, until: date) -> Iterator[Fact]:
    code = community.code
    funded = Bid.objects.filter(
        community=community, why="funded", call__closes_on__range=(since, until)
    )
    for key, on in funded.values_list("pk", "call__closes_on").iterator(2000):
        yield Fact(code, on, "funds.grant", record=key)
    paid = Stage.objects.filter(
        community=community, request__paid_on__range=(since, until)
    ).exclude(request__state="reversed")
    columns = ("bid_id", "request__paid_on", "accepted_on")
    for key, on, accepted in paid.values_list(*columns).iterator(2000):
        if on is not None:
            yield Fact(code, on, "funds.grant_reported", int(accepted is not None), 1, record=key)


def _last_told(community: Place) -> dict[object, date]:
    """When donors were last told of a source, or of a gift in kind."""
    rows = GiftNews.objects.filter(community=community)
    told: dict[object, date] = {}
    for name in ("source", "gift"):
        found = rows.filter(**{f"{name}__isnull": False}).order_by()
        told.update(found.values_list(name).annotate(last=Max("on")))
    return told
