"""A choir of neighbours becomes a filed organisation and wins a small grant: from the first line to
the published result, on a phone without scripts and on a desk in English."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.partners.organisations.models.social import SocialOrganisation
from linli.stewardship.funds.actions import Opened, grants, open_source
from linli.stewardship.funds.models import Bid
from tests.stories.steps import fill, send
from tests.stories.telling import TWO, faults_of

pytestmark = pytest.mark.story

FIRST = {"name": "东湖社区合唱队", "about": "每周三晚上一起唱歌，过节给邻里演出"}
REST = {
    "initiators": "3",
    "members": "24",
    "leader": "王秀英",
    "phone": "19900000077",
    "venue": "社区活动室",
    "charter": "自愿来，自愿走；钱记账，每季度公布；晚上九点前散。",
    "plan": "每周三排练，重阳节演一场。",
}
PROJECT = {"title": "重阳演出", "plan": "给老人演一场，请大家一起唱。", "fen": "1500.50"}
SCORERS = ("representative", "supervisor", "director")


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def keep(page):
    send(page, "main form[data-guard] button[type=submit]")


def call_for(house):
    """A call for organisations on record that closes today, published eleven days ago."""
    setting, now = house.setting, timezone.now()
    today, began = timezone.localdate(now), now - timedelta(days=11)
    by = {"by": setting.actor("worker", today), "at": began}
    given = Opened("contribution", "街道公益创投资金", "culture", opening=1_000_000)
    source = open_source(setting.community, given=given, **by)
    called = grants.Called(
        "秋季小额资助", "让邻里动起来的小项目", source, 300_000, 200_000,
        today - timedelta(days=11), today, [("多少邻里受益", 60), ("花得省", 40)],
        [(setting.accounts[key].pk, key) for key in SCORERS], filed_only=True,
    )  # fmt: skip
    return grants.publish_call(grants.draft_call(setting.community, called=called, **by), **by)


def decide(house, call):
    """The next day: the call is closed, everybody named scores, and the result is published."""
    setting = house.setting
    later = timezone.now() + timedelta(days=1)
    on = timezone.localdate(later)
    grants.judge_call(call, by=setting.actor("worker", on), at=later)
    row = Bid.objects.select_related("call").get(community=setting.community)
    for key in SCORERS:
        by = setting.actor(key, on)
        grants.score_bid(row, points={"1": 50, "2": 30}, by=by, at=later)
    reasons = {row.pk: "受益的人多，花得也省"}
    grants.decide_call(call, reasons=reasons, by=setting.actor("director", on), at=later)


@pytest.mark.parametrize("look", TWO, ids=str)
def test_a_choir_becomes_an_organisation_and_wins_a_small_grant(own_house, look):
    house = own_house
    house.speak(look)
    with house.visit(look, "tenant") as page:
        page.goto(house.at("groups/start/"))
        seen(page, house, look, "c1-guide")
        page.locator(".page-actions a[href$='/groups/new/']").click()
        for name, value in FIRST.items():
            fill(page, name, value)
        fill(page, "category", "culture_sport")
        seen(page, house, look, "c2-new")
        keep(page)
        seen(page, house, look, "c3-checklist")
        case = page.url
        page.goto(f"{case}write/")
        for name, value in REST.items():
            fill(page, name, value)
        keep(page)
        page.locator(".page-actions a[href$='/hand_in/']").click()
        keep(page)
    with house.visit(look, "director") as page:
        page.goto(house.at("desk/social/"))
        seen(page, house, look, "c4-desk")
        page.locator("a.row-link").first.click()
        page.locator(".page-actions a[href$='/file/']").click()
        fill(page, "filed_with", "street")
        keep(page)
        seen(page, house, look, "c5-filed")
    row = SocialOrganisation.objects.get(community=house.setting.community)
    assert (row.state, row.serial) == ("filed", 1)
    call = call_for(house)
    with house.visit(look, "tenant") as page:
        page.goto(house.at(f"grants/{call.pk}/"))
        seen(page, house, look, "c6-call")
        page.locator("main a[href$='/apply/']").click()
        fill(page, "registered", str(row.pk))
        for name, value in PROJECT.items():
            fill(page, name, value)
        fill(page, "near", "no")
        seen(page, house, look, "c7-apply")
        keep(page)
    assert Bid.objects.get(community=house.setting.community).registered == row.pk
    decide(house, call)
    with house.visit(look) as page:
        page.goto(house.at("groups/"))
        assert "王秀英" not in page.content()
        seen(page, house, look, "c8-list")
        page.goto(house.at(f"grants/{call.pk}/"))
        assert "受益的人多，花得也省" in page.content()
        seen(page, house, look, "c9-result")
        page.goto(house.at(f"groups/{row.pk}/"))
        page.locator("main a[href*='/grants/bids/']").click()
        assert "受益的人多，花得也省" in page.content()
        seen(page, house, look, "c10-grant")
        page.locator(".kicker a").click()
        assert page.url.endswith(f"/groups/{row.pk}/")
        assert "重阳演出" in page.content()
        seen(page, house, look, "c11-organisation")
