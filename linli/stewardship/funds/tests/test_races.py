"""Two who agree at once, for real: what both promise together is never more than there is."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.mechanisms.ledger.models import Account
from linli.stewardship.funds import actions, books, charts
from linli.stewardship.funds.models import Request
from linli.stewardship.funds.queries.desk import request_for

pytestmark = pytest.mark.django_db(transaction=True)


def sorted_out(results):
    unexpected = [each for each in results if isinstance(each, Exception) and not
                  isinstance(each, Refused)]  # fmt: skip
    assert not unexpected, unexpected
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    return len(results) - len(refused), refused


def test_two_requests_agreed_to_at_once_never_promise_more_than_there_is(
    source, ask, actor, at, deputy, tmp_path
):
    money = source(opening=150_000)
    rows = [ask(money), ask(money)]
    hands = [actor("director"), deputy()]
    here = money.community
    with shared_database(tmp_path):
        mine = [request_for(by, here, row.pk) for by, row in zip(hands, rows, strict=True)]
        results = together(
            [
                lambda row=row, by=by: actions.approve(row, by=by, at=at)
                for row, by in zip(mine, hands, strict=True)
            ]
        )
        held = books.balances(money)
        below = Account.objects.filter(community=here, never_negative=True, balance__lt=0).count()
    done, refused = sorted_out(results)
    assert (done, refused, below) == (1, ["funds.enough_free"], 0)
    assert held == {charts.FREE: 50_000, charts.COMMITTED: 100_000, charts.RESERVED: 0}


def test_one_request_agreed_to_by_two_at_once_is_set_apart_once(
    source, ask, actor, at, deputy, tmp_path
):
    money = source()
    row = ask(money)
    hands, here = [actor("director"), deputy()], money.community
    with shared_database(tmp_path):
        mine = [request_for(by, here, row.pk) for by in hands]
        results = together(
            [
                lambda row=row, by=by: actions.approve(row, by=by, at=at)
                for row, by in zip(mine, hands, strict=True)
            ]
        )
        held = books.balances(money)
    done, refused = sorted_out(results)
    assert (done, refused) == (1, ["flow.fresh"])
    assert held[charts.COMMITTED] == 100_000


def test_requests_made_at_once_are_numbered_without_a_gap(source, ask, actor, at, tmp_path):
    money = source()
    here = money.community
    with shared_database(tmp_path):
        results = together([lambda: ask(money, fen=1_000) for _n in range(4)])
        numbers = Request.objects.filter(community=here).values_list("serial", flat=True)
        found = sorted(numbers)
    done, refused = sorted_out(results)
    assert (done, refused, found) == (4, [], [1, 2, 3, 4])
