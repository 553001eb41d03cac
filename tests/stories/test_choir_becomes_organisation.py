"""A choir of neighbours becomes a filed organisation and wins a small grant: from the first line to
the published result, on a phone without scripts and on a desk in English."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.partners.organisations.actions import social_grants as grants
from linli.partners.organisations.models.social import SocialOrganisation
from linli.partners.organisations.models.social_grants import GrantApplication
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
PROJECT = {
    "title": "重阳演出",
    "plan": "给老人演一场，请大家一起唱。",
    "fen": "1500.50",
    "line_1": "音响租用",
    "fen_1": "1200.00",
    "line_2": "歌谱印制",
    "fen_2": "300.50",
}
REVIEWERS = ("representative", "supervisor", "director")


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
    """A round that closes today, drafted eleven days ago."""
    setting, now = house.setting, timezone.now()
    today, began = timezone.localdate(now), now - timedelta(days=11)
    worker = setting.actor("worker", today)
    said = grants.RoundSaid(
        "秋季小额资助", "让邻里动起来的小项目", "街道公益创投资金", 300_000, 200_000,
        today - timedelta(days=11), today,
        [("多少邻里受益", 60), ("花得省", 40)],
        [(setting.accounts[key].pk, key) for key in REVIEWERS],
    )  # fmt: skip
    row = grants.draft_round(setting.community, said=said, by=worker, at=began)
    return grants.publish_round(row, by=worker, at=began)


def review(house, round_):
    """The next day: the call is closed and everybody named reviews."""
    setting = house.setting
    later = timezone.now() + timedelta(days=1)
    on = timezone.localdate(later)
    grants.begin_review(round_, by=setting.actor("worker", on), at=later)
    row = GrantApplication.objects.select_related("round").get(community=setting.community)
    for key in REVIEWERS:
        by = setting.actor(key, on)
        grants.review_application(row, points={"1": 50, "2": 30}, by=by, at=later)
    verdict = {row.pk: grants.Verdict(150_050, "受益的人多，花得也省")}
    met = grants.Met("居民代表会议", on, 21, verdict)
    grants.decide_round(round_, met=met, by=setting.actor("director", on), at=later)


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
    round_ = call_for(house)
    with house.visit(look, "tenant") as page:
        page.goto(house.at(f"groups/grants/{round_.pk}/"))
        seen(page, house, look, "c6-call")
        page.locator("main a[href$='/apply/']").click()
        for name, value in PROJECT.items():
            fill(page, name, value)
        fill(page, "near", "no")
        keep(page)
        seen(page, house, look, "c7-applied")
    review(house, round_)
    with house.visit(look) as page:
        page.goto(house.at("groups/"))
        assert "王秀英" not in page.content()
        seen(page, house, look, "c8-list")
        page.goto(house.at(f"groups/grants/{round_.pk}/"))
        assert "受益的人多，花得也省" in page.content()
        seen(page, house, look, "c9-result")
        page.goto(house.at(f"groups/{row.pk}/"))
        assert "重阳演出" in page.content()
        seen(page, house, look, "c10-organisation")
