"""Two who would give out the last goods at once, for real."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.mechanisms.ledger.queries import balance_of
from linli.stewardship.funds.actions import giving, stock
from linli.stewardship.funds.models import Gift, Slip

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_sign_for_the_last_goods_at_once_one_is_refused(
    setting, actor, at, today, deputy, tmp_path
):
    worker, other = actor("worker"), deputy()
    rice = stock.open_good(
        setting.community, title="大米", measure="袋", purpose="relief", by=worker, at=at
    )
    given = {"on": today, "by": worker, "at": at}
    came = stock.draw_slip(rice, way="in", amount=5, what="买来的", **given)
    stock.sign_slip(came, by=other, at=at)
    drawn = [stock.draw_slip(rice, way="out", amount=3, what="慰问", **given).pk for _n in "ab"]
    rows = [
        Slip.objects.select_related("good__book").get(community=setting.community, pk=key)
        for key in drawn
    ]
    with shared_database(tmp_path):
        results = together([lambda row=row: stock.sign_slip(row, by=other, at=at) for row in rows])
        held = balance_of(stock.account_of(rice, stock.HELD))
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    assert refused in (["funds.stock_enough"], ["ledger.enough_there"])
    assert held == 2


def test_a_gift_of_goods_is_voided_or_signed_into_the_store_never_both(
    setting, actor, at, today, deputy, tmp_path
):
    worker, other, director = actor("worker"), deputy(), actor("director")
    rice = stock.open_good(
        setting.community, title="大米", measure="袋", purpose="relief", by=worker, at=at
    )
    given = giving.Given(
        what="十公斤装大米", on=today, source=None, good=rice, amount=10, fen=60_000,
        voluntary=True, name="李示范",
    )  # fmt: skip
    key = giving.take_gift(setting.community, given=given, by=worker, at=at).pk
    gift = Gift.objects.get(community=setting.community, pk=key)
    slip = Slip.objects.select_related("good__book").get(community=setting.community, gift=key)
    with shared_database(tmp_path):
        results = together(
            [
                lambda: giving.void_gift(gift, reason="写错了", by=other, at=at),
                lambda: stock.sign_slip(slip, by=director, at=at),
            ]
        )
        held = balance_of(stock.account_of(rice, stock.HELD))
        voided = Gift.objects.get(community=setting.community, pk=key).voided_on
    (refused,) = (each.finding.rule for each in results if isinstance(each, Refused))
    assert (held, voided is None, refused) in (
        (10, True, "funds.gift_not_stored"),
        (0, False, "funds.gift_stands"),
        (0, False, "funds.slip_open"),
    )
