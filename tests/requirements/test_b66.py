"""B66: residents found an organisation, it is filed with its category, the number of
its members, its leader and whether its contact may be public; a round of small grants runs from
the call to the published result."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.partners.organisations.actions import social, social_grants as grants
from linli.partners.organisations.actions.social import Proposed

ROW = "B66"
ROOM = "partners/organisations"
PAGES = (
    "organisations:social_list",
    "organisations:social_guide",
    "organisations:social_desk",
    "organisations:grant_rounds",
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def choir(setting):
    """Filed twenty days ago, its leader silent on the contact."""
    at = timezone.now() - timedelta(days=20)
    on = timezone.localdate(at)
    said = Proposed(
        "东湖社区合唱队", "culture_sport", "每周一起唱歌", initiators=3, members=24,
        leader="王秀英", phone="19900000077", venue="活动室", charter="自愿来，自愿走。",
        plan="每周三排练。",
    )  # fmt: skip
    tenant, director = setting.actor("tenant", on), setting.actor("director", on)
    row = social.propose_social(setting.community, said=said, by=tenant, at=at)
    social.hand_in_social(row, by=tenant, at=at)
    return social.file_social(row, filed_with="street", by=director, at=at)


def page(setting, name, who="", **parts):
    client = Client()
    if who:
        client.force_login(setting.accounts[who], "linli.core.access.sign_in.AccountBackend")
    where = {"community_code": setting.community.code, **parts}
    return client.get(reverse(f"organisations:{name}", kwargs=where)).content.decode()


def test_b66_a_filing_shows_category_members_leader_and_consent(setting, choir):
    desk = page(setting, "social_case", "worker", row_id=choir.pk)
    for told in ("文体活动类", "24", "王秀英", "没有同意，不公开", choir.number):
        assert told in desk
    public = page(setting, "social", row_id=choir.pk)
    assert "文体活动类" in public
    assert "王秀英" not in public


def test_b66_a_round_of_small_grants_runs_from_call_to_published_result(setting, choir):
    now = timezone.now()
    today, began = timezone.localdate(now), now - timedelta(days=15)
    actor = lambda key: setting.actor(key, today)  # noqa: E731
    keys = ("representative", "supervisor", "director")
    said = grants.RoundSaid(
        "秋季小额资助", "邻里小项目", "街道公益创投资金", 300_000, 200_000,
        today - timedelta(days=15), today - timedelta(days=2),
        [("多少邻里受益", 60), ("花得省", 40)],
        [(setting.accounts[key].pk, key) for key in keys],
    )  # fmt: skip
    round_ = grants.draft_round(setting.community, said=said, by=actor("worker"), at=began)
    grants.publish_round(round_, by=actor("worker"), at=began)
    project = grants.Project(
        "重阳演出", "给老人演一场。", 150_050, [("音响", 120_000), ("歌谱", 30_050)], near=False
    )
    row = grants.apply_for_grant(choir, round_=round_, said=project, by=actor("tenant"), at=began)
    grants.begin_review(round_, by=actor("worker"), at=now)
    row.round = round_
    for key in keys:
        grants.review_application(row, points={"1": 50, "2": 30}, by=actor(key), at=now)
    met = grants.Met("居民代表会议", today, 21, {row.pk: grants.Verdict(150_050, "受益的人多")})
    grants.decide_round(round_, met=met, by=actor("director"), at=now)
    told = page(setting, "grant_round", round_id=round_.pk)
    for each in ("多少邻里受益", "3,000.00", "1,500.50", "受益的人多", "居民代表会议"):
        assert each in told
