"""The pages of small grants, as the cast meets them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.stewardship.funds import actions
from linli.stewardship.funds.models import Bid, GrantCall, Score

pytestmark = pytest.mark.django_db


def read(response):
    return response.content.decode()


@pytest.fixture
def at():
    """Pages read the clock, so their acts are of today."""
    return timezone.now()


def test_a_grant_on_its_pages_from_the_call_to_the_report(
    visit, url, setting, actor, at, today, deputy, source
):
    here, director = setting.community, visit("director")
    money = source("contribution", "微资助", "culture", 1_000_000)
    form = director.get(url("draft_call")).context["form"]
    wanted = [str(setting.accounts[key].pk) for key in ("worker", "representative", "supervisor")]
    offered = [key for key, _told in form.fields["scorers"].choices]
    scorers = [key for key in offered if key.split("/")[0] in wanted]
    said = {
        "title": "邻里小资助", "about": "小组办自己的活动", "source": money.pk, "fen": "5000",
        "most_fen": "3000", "opens_on": today, "closes_on": today + timedelta(days=10),
        "pass_mark": 60, "scorers": scorers, "criterion_1": "邻里受益", "points_1": 60,
        "criterion_2": "可行", "points_2": 40, "once": form["once"].value(),
    }  # fmt: skip
    assert director.post(url("draft_call"), {**said, "points_2": 30}).status_code == 409
    director.post(url("draft_call"), said)
    call = GrantCall.objects.get(community=here)
    page = url("call", call_id=call.pk)
    tenant = visit("tenant")
    assert tenant.get(page).status_code == 404
    director.post(url("call_move", call_id=call.pk, move="publish"), {"seen": call.version})
    apply = url("hand_in_bid", call_id=call.pk)
    assert visit().get(apply).status_code == 302
    bid = {
        "group": "编织小组", "title": "邻里围巾", "plan": "每周一次", "fen": "1000", "near": "no",
    }  # fmt: skip
    once = tenant.get(apply).context["form"]["once"].value()
    assert "最多 ¥3,000.00" in read(tenant.get(apply))
    wrong = {**bid, "fen": "3000.01", "plan": "每周一次，打 13800138000", "once": once}
    kept = tenant.post(apply, wrong)
    assert (kept.status_code, set(kept.context["form"].errors)) == (422, {"fen", "plan"})
    assert "打 13800138000" in read(kept), "what was typed stays"
    tenant.post(apply, {**bid, "once": once})
    assert call.title in read(visit().get(url("home"))), "it is found from where the money is"
    row = Bid.objects.get(community=here)
    assert "邻里围巾" in read(tenant.get(page))
    assert "邻里围巾" not in read(visit().get(page))
    assert visit("elder").get(url("bid", bid_id=row.pk)).status_code == 404
    assert tenant.get(url("take_back_bid", bid_id=row.pk)).status_code == 200
    GrantCall.objects.filter(community=here).update(
        opens_on=today - timedelta(days=12), closes_on=today - timedelta(days=1)
    )
    call.refresh_from_db()
    director.post(url("call_move", call_id=call.pk, move="judge"), {"seen": call.version})
    for key, points in (("worker", 50), ("representative", 60), ("supervisor", 40)):
        score = url("score_bid", bid_id=row.pk)
        assert visit(key).post(score, {"points_1": "", "points_2": 30}).status_code == 422
        visit(key).post(score, {"points_1": points, "points_2": 30, "words": "有做头"})
    assert Score.objects.filter(community=here).count() == 3
    assert tenant.get(url("score_bid", bid_id=row.pk)).status_code == 404
    call.refresh_from_db()
    decide = url("call_move", call_id=call.pk, move="decide")
    form = director.get(decide).context["form"]
    assert "获得资助" in str(form.fields["reason_1"].help_text)
    assert director.post(decide, {"seen": call.version}).status_code == 422
    # The worker takes points back meanwhile: the page comes again with what came of it now.
    worker = visit("worker")
    worker.post(url("score_bid", bid_id=row.pk), {"points_1": 0, "points_2": 0, "words": "不合适"})
    said = {
        "seen": call.version,
        "why_1": form["why_1"].value(),
        "reason_1": "受益的人多，花得也省",
    }
    again = director.post(decide, said)
    assert (again.status_code, again.context["form"]["why_1"].value()) == (422, "below")
    assert "写理由的时候有评审人改了分" in read(again)
    assert "受益的人多，花得也省" in read(again), "what was typed stays"
    worker.post(score, {"points_1": 50, "points_2": 30, "words": "有做头"})
    director.post(decide, said)
    result = read(visit().get(page))
    assert "80.00" in result
    assert "受益的人多，花得也省" in result
    assert "居务监督委员会成员" in read(visit().get(url("bid", bid_id=row.pk)))
    stages = {"fen_1": "1000", "condition_1": "办四次"}
    director.post(url("plan_stages", bid_id=row.pk), stages)
    stage = row.stages.get()
    asks = url("ask_stage", stage_id=stage.pk)
    form = director.get(asks).context["form"]
    assert list(form.fields) == ["once"]
    for _twice in "ab":
        assert director.post(asks, {"once": form["once"].value()}).status_code == 302
    stage.refresh_from_db()
    actions.approve(stage.request, by=deputy(), at=at)
    actions.pay(stage.request, fen=100_000, on=today, by=actor("worker"), at=at)
    told = {"report": "办了四次", "spent_fen": "990", "served": 9}
    elder = visit("elder")
    for closed in (url("report_stage", stage_id=stage.pk), url("take_back_bid", bid_id=row.pk)):
        assert elder.get(closed).status_code == 404, "the bid of another"
    assert tenant.get(url("report_stage", stage_id=stage.pk)).status_code == 200
    tenant.post(url("report_stage", stage_id=stage.pk), told)
    assert "办了四次" not in read(visit().get(url("bid", bid_id=row.pk)))
    director.post(url("send_back", stage_id=stage.pk), {"reason": "请写花在哪里"})
    assert "请写花在哪里" in read(tenant.get(url("bid", bid_id=row.pk)))
    tenant.post(url("report_stage", stage_id=stage.pk), told)
    director.post(url("accept_report", stage_id=stage.pk))
    public = read(visit().get(url("bid", bid_id=row.pk)))
    assert "办了四次" in public
    assert "不到 10 人次" in public
    assert "9 人次" in read(tenant.get(url("bid", bid_id=row.pk)))
    assert "请退回居委会的账户" in read(tenant.get(url("bid", bid_id=row.pk)))
    rest = url("take_rest", bid_id=row.pk)
    assert tenant.get(rest).status_code == 404
    assert director.post(rest, {"fen": "9.99", "on": today}).status_code == 409
    assert director.post(rest, {"fen": "10", "on": today}).status_code == 302
    assert "退回的余款" in read(visit().get(url("bid", bid_id=row.pk)))
    call.refresh_from_db()
    director.post(url("call_move", call_id=call.pk, move="end"), {"seen": call.version})
    assert "已结束" in read(visit().get(url("calls")))
