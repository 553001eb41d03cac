"""Two who enter what came back of a grant at once, and two who apply for one organisation, for
real."""

from datetime import timedelta

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.stewardship.funds import actions, books, groups
from linli.stewardship.funds.actions import grants, staging
from linli.stewardship.funds.groups import Group
from linli.stewardship.funds.models import Bid, GrantCall, Source

pytestmark = pytest.mark.django_db(transaction=True)

KEYS = ("supervisor", "representative", "worker")


@pytest.fixture
def call(setting, source, actor, at, today):
    called = grants.Called(
        "小额资助", "让组织为邻里办事", source("contribution", "微资助", "culture"), 500_000,
        300_000, today - timedelta(days=12), today - timedelta(days=2),
        [("邻里受益", 60), ("可行", 40)], [(setting.accounts[key].pk, key) for key in KEYS],
    )  # fmt: skip
    by = {"by": actor("director"), "at": at - timedelta(days=12)}
    return grants.publish_call(grants.draft_call(setting.community, called=called, **by), **by)


def rules_refused(results):
    wrong = [each for each in results if isinstance(each, Exception)]
    assert all(isinstance(each, Refused) for each in wrong), wrong
    return [each.finding.rule for each in wrong]


def test_the_rest_that_two_enter_at_once_comes_into_the_books_once(
    setting, call, actor, at, today, deputy, tmp_path
):
    here, tenant, director = setting.community, actor("tenant"), actor("director")
    said = grants.Said("重阳演出", "给老人演一场", 150_050, near=False, group="合唱队")
    key = grants.hand_in_bid(call, said=said, by=tenant, at=at - timedelta(days=10)).pk
    rows = Bid.objects.filter(community=here).select_related("call__source__book")

    def load():
        return rows.get(pk=key)

    grants.judge_call(call, by=director, at=at)
    for scorer in KEYS:
        grants.score_bid(load(), points={"1": 50, "2": 30}, by=actor(scorer), at=at)
    grants.decide_call(call, reasons={key: "受益的人多"}, by=director, at=at)
    staging.plan_stages(load(), stages=[(150_050, "演出")], by=director, at=at)
    stage = load().stages.select_related("bid__call__source__book").get()
    staging.ask_stage(stage, by=actor("worker"), at=at)
    actions.approve(stage.request, fits=True, by=deputy(), at=at)
    actions.pay(stage.request, fen=150_050, on=today, by=actor("worker"), at=at)
    staging.report_stage(stage, report="演了一场", spent_fen=150_000, by=tenant, at=at)
    staging.accept_report(stage, by=director, at=at)
    with shared_database(tmp_path):
        mine = [load(), load()]
        results = together(
            [
                lambda row=row: staging.take_rest(row, fen=50, on=today, by=director, at=at)
                for row in mine
            ]
        )
        left = books.free(Source.objects.select_related("book").get(community=here))
        state = load().state
    assert rules_refused(results) == ["funds.rest_once"]
    assert (left, state) == (1_000_000 - 150_000, "finished")


def test_points_changed_while_the_result_is_published_are_in_it_or_refused(
    setting, call, actor, at, tmp_path
):
    here, director = setting.community, actor("director")
    said = grants.Said("重阳演出", "给老人演一场", 150_050, near=False, group="合唱队")
    key = grants.hand_in_bid(call, said=said, by=actor("tenant"), at=at - timedelta(days=10)).pk
    grants.judge_call(call, by=director, at=at)
    rows = Bid.objects.filter(community=here, pk=key).select_related("call__community")
    for scorer in KEYS:
        grants.score_bid(rows.get(), points={"1": 50, "2": 30}, by=actor(scorer), at=at)
    with shared_database(tmp_path):
        scored, called = rows.get(), rows.get().call
        told = {"reasons": {key: "受益的人多"}, "shown": {key: "funded"}, "seen": called.version}
        nought = {"points": {"1": 0, "2": 0}, "by": actor("worker"), "at": at}
        results = together(
            [
                lambda: grants.score_bid(scored, **nought),
                lambda: grants.decide_call(called, **told, by=director, at=at),
            ]
        )
        bid = rows.get()
        points = sorted(each.total for each in bid.scores.all())
    assert (rules_refused(results), bid.call.state, bid.why, points) in (
        (["funds.call_judging"], "decided", "funded", [80, 80, 80]),
        (["funds.result_as_shown"], "judging", "", [0, 80, 80]),
    )


def test_of_two_bids_for_one_organisation_at_once_one_is_taken(
    setting, call, actor, at, tmp_path, monkeypatch
):
    here, tenant, early = setting.community, actor("tenant"), at - timedelta(days=10)
    told = Group(here.pk, "东湖合唱队")
    monkeypatch.setattr(
        groups,
        "_TELLERS",
        [(lambda _here, _by: [told], lambda *_given: told, lambda *_given: False)],
    )
    said = grants.Said("重阳演出", "给老人演一场", 150_050, near=False, registered=told.key)
    with shared_database(tmp_path):
        mine = [
            GrantCall.objects.select_related("community").get(community=here, pk=call.pk)
            for _n in "ab"
        ]
        results = together(
            [
                lambda row=row: grants.hand_in_bid(row, said=said, by=tenant, at=early)
                for row in mine
            ]
        )
        kept = Bid.objects.filter(community=here).count()
    assert rules_refused(results) == ["funds.bid_once"]
    assert kept == 1
