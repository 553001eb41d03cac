"""A sort of gathering made up for the tests, called and ready for the door."""

from datetime import timedelta

import pytest
import rules
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.actor import holds
from linli.core.audit.door import Act
from linli.lib.law import Finding
from linli.mechanisms.gathering import actions
from linli.mechanisms.gathering.actions import Business, Member
from linli.mechanisms.gathering.kinds import Capacity, GatheringKind, register_gatherings

BACKEND = "linli.core.access.sign_in.AccountBackend"
KIND = "tests.drill"


def enough(gathering, present):
    """More than half of those the domain counts against."""
    here, base = present.get("member", 0), gathering.bases["members"]
    return Finding(2 * here > base, "gathering.has_business", numbers={"items": here, "base": base})


SORT = GatheringKind(
    "演练",
    capacities=(
        Capacity("member", "成员", counts=True, votes=True),
        Capacity("observer", "列席", walks_in=True),
    ),
    keeps="tests.keep_drill",
    quorum=enough,
)


@pytest.fixture(autouse=True)
def _a_sort_of_its_own():
    rules.add_perm("tests.keep_drill", holds("director", "worker"))
    register_gatherings({KIND: SORT})
    yield
    # The list of permissions is written in this process, too.
    rules.remove_perm("tests.keep_drill")


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def actor(setting, at):
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def act(setting, actor, at):
    """An act under way, as a domain's own act would hand it down."""
    return Act("tests.act", actor("director"), at, setting.community)


@pytest.fixture
def prepared(setting, act, at):
    gathering = actions.prepare(
        act,
        setting.community,
        kind=KIND,
        title="春季演练",
        called_by="东湖社区居民委员会",
        venue="社区活动室",
        starts_at=at + timedelta(days=12),
        agenda=[Business("怎样集合", decides=True), Business("听取意见")],
        bases={"members": 4},
    )
    people = setting.accounts
    actions.expect(
        act,
        gathering,
        [
            Member("李建国", "member", "翠湖新村居民小组", account=people["representative"].pk),
            Member("赵敏", "member", "翠湖新村居民小组", account=people["supervisor"].pk),
            Member("周明华", "member"),
            Member("张伟", "member"),
        ],
    )
    return gathering


@pytest.fixture
def called(prepared, act):
    return actions.call(act, prepared)


@pytest.fixture
def come(called, actor, at):
    """Signs in those of these names."""

    def arrive(*names):
        rows = {row.name: row for row in called.expected.all()}
        return [
            actions.check_in(called, expected=rows[name], by=actor("worker"), at=at)
            for name in names
        ]

    return arrive


@pytest.fixture
def opened(called, come, act):
    come("李建国", "赵敏", "周明华")
    return actions.open_gathering(act, called, chair="周明华")


@pytest.fixture
def visit(setting):
    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setting):
    def address(name, **parts):
        return reverse(
            f"gathering:{name}", kwargs={"community_code": setting.community.code, **parts}
        )

    return address
