"""The cast, a choir that wants to be an organisation, a round of grants, and the pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.partners.organisations.actions import social, social_grants
from linli.partners.organisations.actions.social import Proposed
from linli.partners.organisations.actions.social_grants import Project, RoundSaid

BACKEND = "linli.core.access.sign_in.AccountBackend"
CHOIR = {
    "name": "东湖社区合唱队",
    "category": "culture_sport",
    "about": "每周三晚上一起唱歌，过节给邻里演出",
    "initiators": 3,
    "members": 24,
    "leader": "王秀英",
    "phone": "19900000077",
    "venue": "社区活动室",
    "charter": "自愿来，自愿走；钱记账，每季度公布；晚上九点前散。",
    "plan": "每周三排练，重阳节和春节各演一次。",
}
LINES = (("音响租用", 120_000), ("歌谱印制", 30_050))


@pytest.fixture
def at():
    """The moment of an act."""
    return timezone.now()


@pytest.fixture
def today(at):
    return timezone.localdate(at)


@pytest.fixture
def actor(setting, today):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, today)


@pytest.fixture
def propose(setting, actor, at):
    """A choir as the tenant proposes it; every part can be said otherwise."""

    def proposed(by="tenant", when=None, **more):
        said = Proposed(**{**CHOIR, **more})
        return social.propose_social(setting.community, said=said, by=actor(by), at=when or at)

    return proposed


@pytest.fixture
def file(propose, actor, at):
    """A choir on record, filed thirty days ago."""

    def filed(when=None, **more):
        moment = when or at - timedelta(days=30)
        row = propose(when=moment, **more)
        social.hand_in_social(row, by=actor("tenant"), at=moment)
        return social.file_social(row, filed_with="street", by=actor("director"), at=moment)

    return filed


@pytest.fixture
def call(setting, actor, at, today):
    """A round that was published twenty days ago and closed five days ago."""

    def called(publish=True, **more):
        moment = at - timedelta(days=20)
        posts = ("representative", "supervisor", "director")
        given = {
            "title": "2026年秋季小额资助",
            "about": "让邻里动起来的小项目",
            "paid_from": "街道公益创投资金",
            "fen": 300_000,
            "most_fen": 200_000,
            "opens_on": today - timedelta(days=20),
            "closes_on": today - timedelta(days=5),
            "criteria": [("多少邻里受益", 60), ("花得省", 40)],
            "reviewers": [(setting.accounts[post].pk, post) for post in posts],
            **more,
        }
        row = social_grants.draft_round(
            setting.community, said=RoundSaid(**given), by=actor("worker"), at=moment
        )
        if publish:
            social_grants.publish_round(row, by=actor("worker"), at=moment)
        return row

    return called


@pytest.fixture
def enter(actor, at):
    """A project handed in on the tenth day before now."""

    def applied(round_, row, when=None, **more):
        given = {
            "title": "重阳演出",
            "plan": "给老人演一场，请大家一起唱。",
            "fen": 150_050,
            "lines": LINES,
            "near": False,
            **more,
        }
        return social_grants.apply_for_grant(
            row,
            round_=round_,
            said=Project(**given),
            by=actor("tenant"),
            at=when or at - timedelta(days=10),
        )

    return applied


@pytest.fixture
def visit(setting):
    """Somebody's browser: `visit("worker")`, or `visit()` for who has not signed in."""

    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setting):
    """The address of a page of this room in the community."""

    def address(name, **parts):
        code = setting.community.code
        return reverse(f"organisations:{name}", kwargs={"community_code": code, **parts})

    return address
