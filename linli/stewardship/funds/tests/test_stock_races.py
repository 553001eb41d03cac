"""Two who would give out the last goods at once, for real."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.mechanisms.ledger.queries import balance_of
from linli.stewardship.funds.actions import stock
from linli.stewardship.funds.models import Slip

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
