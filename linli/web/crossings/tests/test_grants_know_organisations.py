"""An organisation on record asks for a small grant: for whom one may apply, what its page shows,
and that it does not end before its grant is done."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.lib.law import Refused
from linli.partners.organisations.actions import social
from linli.partners.organisations.actions.social import Proposed
from linli.partners.organisations.grants_told import grants_of
from linli.stewardship.funds.actions import Opened, grants, open_source, staging
from linli.stewardship.funds.groups import founded_by, group_called, groups_for
from linli.stewardship.funds.models import Bid

pytestmark = pytest.mark.django_db

KEYS = ("representative", "supervisor", "director")


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def actor(setting, at):
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def choir(setting, actor, at):
    """On record since thirty days; a draft of the same person lies beside it."""
    when = at - timedelta(days=30)
    said = Proposed(
        "东湖社区合唱队", "culture_sport", "每周一起唱歌", initiators=3, members=24,
        leader="王秀英", phone="19900000077", venue="活动室", charter="自愿来，自愿走。",
        plan="每周三排练。",
    )  # fmt: skip
    tenant = actor("tenant")
    row = social.propose_social(setting.community, said=said, by=tenant, at=when)
    social.hand_in_social(row, by=tenant, at=when)
    draft = Proposed("木工坊", "service", "修小板凳")
    social.propose_social(setting.community, said=draft, by=tenant, at=when)
    return social.file_social(row, filed_with="street", by=actor("director"), at=when)


@pytest.fixture
def bid(setting, choir, actor, at):
    """Of the choir, funded."""
    began, today = at - timedelta(days=15), timezone.localdate(at)
    by = {"by": actor("worker"), "at": began}
    given = Opened("contribution", "公益创投资金", "culture", opening=1_000_000)
    called = grants.Called(
        "秋季小额资助", "邻里小项目", open_source(setting.community, given=given, **by), 300_000,
        200_000, today - timedelta(days=15), today - timedelta(days=2),
        [("受益", 60), ("花得省", 40)], [(setting.accounts[key].pk, key) for key in KEYS],
    )  # fmt: skip
    call = grants.publish_call(grants.draft_call(setting.community, called=called, **by), **by)
    said = grants.Said("重阳演出", "给老人演一场。", 150_050, near=False, registered=choir.pk)
    key = grants.hand_in_bid(call, said=said, by=actor("tenant"), at=began).pk
    grants.judge_call(call, by=actor("worker"), at=at)
    row = Bid.objects.select_related("call").get(community=setting.community, pk=key)
    assert grants_of(setting.community, choir.pk)[0].granted is False
    for scorer in KEYS:
        grants.score_bid(row, points={"1": 50, "2": 30}, by=actor(scorer), at=at)
    grants.decide_call(call, reasons={key: "受益的人多"}, by=actor("director"), at=at)
    return Bid.objects.select_related("call__source__book").get(community=setting.community, pk=key)


def test_one_applies_for_what_one_founded_and_the_desk_for_all_on_record(setting, choir, actor):
    here = setting.community
    names = lambda by: [each.name for each in groups_for(here, by)]  # noqa: E731
    assert names(actor("tenant")) == [choir.name]
    assert names(actor("elder")) == []
    assert names(NOBODY) == []
    assert names(actor("worker")) == [choir.name]
    found = group_called(here, choir.pk)
    assert found is not None
    assert found.url.endswith(f"/groups/{choir.pk}/")
    assert group_called(here, here.pk) is None
    # The desk applies for all of them at the window, and founded none.
    founders = [
        key for key in ("tenant", "elder", "worker") if founded_by(here, actor(key), choir.pk)
    ]
    assert founders == ["tenant"]
    assert not founded_by(here, NOBODY, choir.pk)


def test_its_page_tells_the_grant_and_it_does_not_end_before_it_is_done(
    setting, choir, bid, actor, at
):
    told = grants_of(setting.community, choir.pk)
    assert [(each.title, each.fen, each.granted, each.running) for each in told] == [
        ("重阳演出", 150_050, True, True)
    ]
    end = {"reason": "成员决定解散", "by": actor("worker"), "at": at}
    with pytest.raises(Refused, match=r"organisations.no_open_grant"):
        social.end_social(choir, **end)
    staging.stop_grant(bid, reason="不办了", by=actor("director"), at=at)
    social.end_social(choir, **end)
    assert groups_for(setting.community, actor("tenant")) == []
