"""B66: residents found an organisation, it is filed with its category, the number of
its members, its leader and whether its contact may be public; it asks for a small grant, and a call
runs from its criteria to the published result with its reason."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.partners.organisations.actions import social
from linli.partners.organisations.actions.social import Proposed
from linli.stewardship.funds.actions import Opened, grants, open_source
from linli.stewardship.funds.models import Bid

ROW = "B66"
ROOM = "partners/organisations"
PAGES = (
    "organisations:social_list",
    "organisations:social_guide",
    "organisations:social_desk",
    "funds:calls",
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
    return client.get(reverse(name, kwargs=where)).content.decode()


def test_b66_a_filing_shows_category_members_leader_and_consent(setting, choir):
    desk = page(setting, "organisations:social_case", "worker", row_id=choir.pk)
    for told in ("文体活动类", "24", "王秀英", "没有同意，不公开", choir.number):
        assert told in desk
    public = page(setting, "organisations:social", row_id=choir.pk)
    assert "文体活动类" in public
    assert "王秀英" not in public


def test_b66_a_small_grant_runs_from_call_to_published_result(setting, choir):
    now = timezone.now()
    today, began = timezone.localdate(now), now - timedelta(days=15)
    actor = lambda key: setting.actor(key, today)  # noqa: E731
    keys, by = ("representative", "supervisor", "director"), {"by": actor("worker"), "at": began}
    given = Opened("contribution", "街道公益创投资金", "culture", opening=1_000_000)
    called = grants.Called(
        "秋季小额资助", "邻里小项目", open_source(setting.community, given=given, **by), 300_000,
        200_000, today - timedelta(days=15), today - timedelta(days=2),
        [("多少邻里受益", 60), ("花得省", 40)],
        [(setting.accounts[key].pk, key) for key in keys], filed_only=True,
    )  # fmt: skip
    call = grants.publish_call(grants.draft_call(setting.community, called=called, **by), **by)
    said = grants.Said("重阳演出", "给老人演一场。", 150_050, near=False, registered=choir.pk)
    row = grants.hand_in_bid(call, said=said, by=actor("tenant"), at=began)
    grants.judge_call(call, by=actor("worker"), at=now)
    row = Bid.objects.select_related("call").get(community=setting.community, pk=row.pk)
    for key in keys:
        grants.score_bid(row, points={"1": 50, "2": 30}, by=actor(key), at=now)
    reasons = {row.pk: "受益的人多"}
    grants.decide_call(call, reasons=reasons, by=actor("director"), at=now)
    told = page(setting, "funds:call", call_id=call.pk)
    for each in ("多少邻里受益", "3,000.00", "1,500.50", "受益的人多", choir.name):
        assert each in told
    assert "重阳演出" in page(setting, "organisations:social", row_id=choir.pk)
