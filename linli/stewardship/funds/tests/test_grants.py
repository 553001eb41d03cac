"""Small grants through the door: called, scored, decided with reasons, paid in stages, and what was
not used given back; for organisations on record by their name there."""

from datetime import timedelta

import pytest

from linli.core.messages.models import Message
from linli.lib.law import Refused
from linli.stewardship.funds import actions, books, facts, groups
from linli.stewardship.funds.actions import grants, staging
from linli.stewardship.funds.groups import Group
from linli.stewardship.funds.models import Bid, Budget, BudgetLine, Stage
from linli.stewardship.funds.queries.figures import entry_seen
from linli.stewardship.funds.queries.grants import rest_is_due, rest_of
from linli.stewardship.funds.queries.sheet import sheet_of

pytestmark = pytest.mark.django_db


def refused(rule, act, *args, **given):
    with pytest.raises(Refused) as told:
        act(*args, **given)
    assert told.value.finding.rule == rule


def test_a_grant_is_called_scored_published_and_paid_in_stages(
    setting, source, actor, at, today, deputy, django_capture_on_commit_callbacks
):
    here, director = setting.community, actor("director")
    money = source("contribution", "微资助", "culture", 1_000_000)
    keys = ("supervisor", "representative", "worker")
    scorers = [(setting.accounts[key].pk, key) for key in keys]
    called = {
        "title": "邻里小资助", "about": "让小组办自己的活动", "source": money, "fen": 500_000,
        "most_fen": 300_000, "opens_on": today - timedelta(days=12),
        "closes_on": today - timedelta(days=2), "criteria": [("邻里受益", 60), ("可行", 40)],
        "scorers": scorers,
    }  # fmt: skip
    early = at - timedelta(days=10)
    draft = {"by": director, "at": early}
    refused(
        "funds.scorers_enough", grants.draft_call, here,
        called=grants.Called(**{**called, "scorers": scorers[:2]}), **draft,
    )  # fmt: skip
    call = grants.draft_call(here, called=grants.Called(**called), **draft)
    tenant = actor("tenant")
    bid = {
        "group": "编织小组", "title": "邻里围巾", "plan": "每周一次", "fen": 300_000, "near": False,
    }  # fmt: skip
    said = lambda **more: grants.Said(**{**bid, **more})  # noqa: E731
    refused("funds.call_open", grants.hand_in_bid, call, said=said(), by=tenant, at=early)
    refused("funds.enough_free", grants.publish_call, _too_much(call, 1_000_001), **draft)
    call.refresh_from_db()
    grants.publish_call(call, **draft)
    assert books.free(money) == 500_000
    worker = actor("worker")
    refused("funds.scorer_no_bid", grants.hand_in_bid, call, said=said(), by=worker, at=early)
    first = grants.hand_in_bid(call, said=said(), by=tenant, at=early)
    for rule, wrong in (
        ("funds.bid_within", {"fen": 300_001}),
        ("funds.interest_declared", {"near": True}),
        ("funds.group_named", {"group": " "}),
        ("funds.speaks_for_group", {"registered": call.pk}),
    ):
        refused(rule, grants.hand_in_bid, call, said=said(**wrong), by=tenant, at=early)
    elders = said(group="合唱队", fen=200_100, near=True, how_near="组长和一位评审人是亲属")
    second = grants.hand_in_bid(call, said=elders, by=actor("elder"), at=early)
    killed = grants.hand_in_bid(call, said=said(), by=actor("elder"), at=early)
    refused("funds.reason_given", grants.take_back_bid, killed, by=director, at=early)
    with django_capture_on_commit_callbacks(execute=True):
        grants.take_back_bid(killed, reason="小组自己不做了", by=director, at=early)
    told = Message.objects.get(community=here, kind="funds.bid_taken_out")
    assert told.account_id == setting.accounts["elder"].pk
    refused("funds.call_over", grants.judge_call, call, by=director, at=early)
    grants.judge_call(call, by=director, at=at)
    why = {first.pk: "钱不够了，下次再来", second.pk: "老人盼着"}
    refused("funds.all_scored", grants.decide_call, call, reasons=why, by=director, at=at)
    refused("access.permitted", grants.score_bid, first, aside=True, by=tenant, at=at)
    bids = {each.pk: each for each in Bid.objects.filter(community=here).select_related("call")}
    for key, points in zip(keys, ((50, 30), (55, 35), None), strict=True):
        for each in bids.values():
            given = {"aside": True} if points is None else {
                "points": {"1": points[0], "2": points[1]}, "words": "有做头",
            }  # fmt: skip
            grants.score_bid(each, **given, by=actor(key), at=at)
    for some in ({second.pk: "好"}, {**why, first.pk: " "}):
        refused("funds.reasons_said", grants.decide_call, call, reasons=some, by=director, at=at)
    grants.decide_call(call, reasons=why, by=director, at=at)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.reason, second.reason) == ("钱不够了，下次再来", "老人盼着")
    # Of equal means the smaller sum goes first; the larger no longer fits.
    assert [(second.state, second.place), (first.state, first.why)] == [
        ("funded", 1), ("not_funded", "no_money"),
    ]  # fmt: skip
    refused(
        "funds.stages_whole", staging.plan_stages, second, stages=[(100, "一")], by=director, at=at
    )
    staging.plan_stages(second, stages=[(120_100, "开班"), (80_000, "演出")], by=director, at=at)
    one, two = second.stages.all()
    refused("funds.stage_due", staging.ask_stage, two, by=director, at=at)
    assert books.free(money) == 1_000_000 - 200_100
    # A line of the budget stands on the source; a grant is paid out of what is kept for it.
    budget = Budget.objects.create(
        community=here, year=today.year, edition=1, decided_on=today, decided_by="居民代表会议"
    )
    BudgetLine.objects.create(
        community=here, budget=budget, order=1, source=money, side="outgo", title="活动", fen=100
    )
    staging.ask_stage(one, by=actor("worker"), at=at)
    refused("funds.stage_asked_once", staging.ask_stage, one, by=director, at=at)
    said = {"report": "办了四次", "spent_fen": 120_000, "served": 48}
    refused("funds.stage_paid", staging.report_stage, one, **said, by=actor("elder"), at=at)
    actions.approve(one.request, fits=True, by=deputy(), at=at)
    actions.pay(one.request, fen=120_100, on=today, by=actor("worker"), at=at)
    refused("access.permitted", staging.report_stage, one, **said, by=tenant, at=at)
    staging.report_stage(one, **said, by=actor("elder"), at=at)
    staging.send_back_report(one, reason="请写花在哪里", by=director, at=at)
    refused("funds.stage_reported", staging.accept_report, one, by=director, at=at)
    staging.report_stage(one, **said, by=director, at=at)
    refused("funds.report_second_hand", staging.accept_report, one, by=director, at=at)
    staging.accept_report(one, by=actor("worker"), at=at)
    staging.ask_stage(two, by=actor("worker"), at=at)
    actions.approve(two.request, fits=True, by=deputy(), at=at)
    assert books.free(money) == 1_000_000 - 200_100
    # Stopped, what was approved is withdrawn in the same act and all that is left is free.
    second.refresh_from_db()
    staging.stop_grant(second, reason="小组解散了", by=director, at=at)
    two.request.refresh_from_db()
    assert (two.request.state, books.free(money)) == ("withdrawn", 1_000_000 - 120_100)
    refused("funds.bid_funded", staging.ask_stage, two, by=director, at=at)
    # What the group was paid and did not use comes back, to the fen and once.
    back = {"on": today, "by": director, "at": at}
    refused("funds.rest_whole", staging.take_rest, second, fen=99, **back)
    refused("access.permitted", staging.take_rest, second, fen=100, **{**back, "by": tenant})
    staging.take_rest(second, fen=100, **back)
    refused("funds.rest_once", staging.take_rest, second, fen=100, **back)
    # By the reports the rest was reckoned, so no report is handed in or accepted after it.
    elder = {"by": actor("elder"), "at": at}
    refused("funds.rest_once", staging.report_stage, two, report="后来", spent_fen=1, **elder)
    Stage.objects.filter(community=here, pk=two.pk).update(report="后来", reported_on=today)
    refused("funds.rest_once", staging.accept_report, two, by=actor("worker"), at=at)
    Stage.objects.filter(community=here, pk=two.pk).update(report="", reported_on=None)
    assert books.free(money) == 1_000_000 - 120_000
    assert not [each for each in facts.rows(here, today, today) if each.kind == facts.RECEIVED]
    # Entered by mistake and taken back, it can come again.
    actions.reverse_receipt(second.returned, reason="记错了", by=deputy(), at=at)
    staging.take_rest(second, fen=100, **back)
    assert books.free(money) == 1_000_000 - 120_000
    call.refresh_from_db()
    grants.end_call(call, by=director, at=at)


def _too_much(call, fen):
    """The call as it would be if it promised more than there is."""
    asked = (
        type(call)
        .objects.select_related("source__book")
        .get(community=call.community_id, pk=call.pk)
    )
    asked.fen = fen
    return asked


@pytest.fixture
def choir(setting, monkeypatch):
    """An organisation on record, for which the tenant speaks, as another room would tell it."""
    told = Group(setting.community.pk, "东湖合唱队", "/groups/choir/")
    tenant = setting.accounts["tenant"].pk

    def spoken(_here, by):
        return [told] if by.account == tenant else []

    def founded(_here, by, key):
        return key == told.key and by.account == setting.accounts["supervisor"].pk

    monkeypatch.setattr(groups, "_TELLERS", [(spoken, lambda *_given: told, founded)])
    return told


@pytest.fixture
def call(setting, source, actor, at, today):
    """A call for organisations on record, published twelve days ago and closed two days ago."""
    keys = ("supervisor", "representative", "worker")
    called = grants.Called(
        "社会组织小额资助", "让组织为邻里办事", source("contribution", "微资助", "culture"),
        500_000, 300_000, today - timedelta(days=12), today - timedelta(days=2),
        [("邻里受益", 60), ("可行", 40)], [(setting.accounts[key].pk, key) for key in keys],
        filed_only=True,
    )  # fmt: skip
    by = {"by": actor("director"), "at": at - timedelta(days=12)}
    return grants.publish_call(grants.draft_call(setting.community, called=called, **by), **by)


def test_a_call_for_those_on_record_takes_one_bid_of_each_from_who_speaks_for_it(
    choir, call, actor, at
):
    tenant, early = actor("tenant"), at - timedelta(days=10)
    bid = {"title": "重阳演出", "plan": "给老人演一场", "fen": 150_050, "near": False}
    loose = grants.Said(**bid, group="编织小组")
    refused("funds.for_registered", grants.hand_in_bid, call, said=loose, by=tenant, at=early)
    said = grants.Said(**bid, group="别的名字", registered=choir.key)
    elder = actor("elder")
    refused("funds.speaks_for_group", grants.hand_in_bid, call, said=said, by=elder, at=early)
    row = grants.hand_in_bid(call, said=said, by=tenant, at=early)
    assert (row.group, row.registered) == ("东湖合唱队", choir.key)
    refused("funds.bid_once", grants.hand_in_bid, call, said=said, by=tenant, at=early)
    grants.take_back_bid(row, by=tenant, at=early)
    grants.hand_in_bid(call, said=said, by=tenant, at=early)


def test_a_grant_not_wholly_used_is_done_when_the_rest_came_back(
    choir, call, actor, at, today, deputy, django_capture_on_commit_callbacks
):
    tenant, director, early = actor("tenant"), actor("director"), at - timedelta(days=10)
    said = grants.Said("重阳演出", "给老人演一场", 150_050, near=False, registered=choir.key)
    key = grants.hand_in_bid(call, said=said, by=tenant, at=early).pk
    grants.judge_call(call, by=director, at=at)
    row = Bid.objects.select_related("call__source__book").get(community=call.community, pk=key)
    points = {"points": {"1": 50, "2": 30}, "at": at}
    # Somebody else handed it in; a scorer who founded the organisation stands aside all the same.
    refused("funds.scorer_no_bid", grants.score_bid, row, by=actor("supervisor"), **points)
    grants.score_bid(row, aside=True, by=actor("supervisor"), at=at)
    for scorer in ("representative", "worker"):
        grants.score_bid(row, by=actor(scorer), **points)
    why = {"reasons": {key: "受益的人多"}, "by": director, "at": at}
    refused("funds.result_as_shown", grants.decide_call, call, shown={key: "below"}, **why)
    call.refresh_from_db()
    assert call.state == "judging"
    grants.decide_call(call, shown={key: "funded"}, **why)
    refused("funds.call_judging", grants.score_bid, row, by=actor("worker"), **points)
    row = Bid.objects.select_related("call__source__book").get(community=call.community, pk=key)
    staging.plan_stages(row, stages=[(150_050, "演出")], by=director, at=at)
    stage = row.stages.select_related("bid__call__source__book").get()
    staging.ask_stage(stage, by=actor("worker"), at=at)
    actions.approve(stage.request, fits=True, by=deputy(), at=at)
    actions.pay(stage.request, fen=150_050, on=today, by=actor("worker"), at=at)
    assert not rest_is_due(row)
    refused("funds.rest_due", staging.take_rest, row, fen=150_050, on=today, by=director, at=at)
    staging.report_stage(stage, report="演了一场", spent_fen=150_000, by=tenant, at=at)
    with django_capture_on_commit_callbacks(execute=True):
        staging.accept_report(stage, by=director, at=at)
    assert Message.objects.filter(community=call.community, kind="funds.rest_owed").exists()
    row.refresh_from_db()
    assert (row.state, rest_of(row)) == ("funded", 50)
    refused("funds.grants_done", grants.end_call, call, by=director, at=at)
    before = next(each for each in sheet_of(call.community, today).lines if each.moved)
    staging.take_rest(row, fen=50, on=today, by=director, at=at)
    assert row.state == "finished"
    # It lessens what was spent: nobody gave the community these fifty fen.
    line = next(each for each in sheet_of(call.community, today).lines if each.moved)
    assert (line.income, line.outgo, line.outgo_back) == (before.income, 150_050, 50)
    entry = entry_seen(call.community, row.returned.entry_id, keeper=False)
    assert (entry.side, entry.receipt) == ("outgo_back", row.returned)
    grants.end_call(call, by=director, at=at)
