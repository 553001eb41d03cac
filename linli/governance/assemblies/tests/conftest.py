"""A community with representatives in office, and the hand that carries a meeting through."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.people.actions import register_person
from linli.core.places.queries import areas_of
from linli.governance.assemblies import actions
from linli.lib.calendar import SHANGHAI
from linli.mechanisms.gathering import actions as door
from linli.web.demo.cast import gather
from tests.remembered import remember

BACKEND = "linli.core.access.sign_in.AccountBackend"
NAMES = ("李建国", "郑玉梅", "吴海涛", "冯雪", "褚志强")


@pytest.fixture
def at():
    """A morning in spring under the law of 2025."""
    return datetime(2026, 4, 8, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture
def setting(db, at):
    return remember(at, lambda: gather(at))


@pytest.fixture
def actor(setting, at):
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def representatives(setting, actor, at):
    """Five in office, one with an account: one director and five make at least four fifths."""
    groups = list(areas_of(setting.community, timezone.localdate(at), "residents_group"))
    return [
        actions.choose_representative(
            setting.community,
            group=groups[number % len(groups)],
            name=name,
            account=setting.accounts["representative"] if name == "李建国" else None,
            person=None
            if name == "李建国"
            else register_person(setting.community, name=name, by=actor("director"), at=at),
            since=date(2026, 1, 10),
            voters=20,
            votes_for=15,
            by=actor("director"),
            at=at,
        )
        for number, name in enumerate(NAMES)
    ]


@pytest.fixture
def plan(setting, representatives, actor, at):
    """Prepares a representatives' meeting with topics, each as a dict."""

    def prepare(*topics, body="representatives_meeting", counted_by="residents", days=12, **more):
        assembly = actions.plan_assembly(
            setting.community,
            body=body,
            counted_by=counted_by,
            title="四月会议",
            venue="社区活动室",
            starts_at=at + timedelta(days=days),
            by=actor("worker"),
            at=at,
            **more,
        )
        for given in topics or ({"title": "楼道照明"},):
            actions.add_topic(assembly, by=actor("worker"), at=at, **given)
        return assembly

    return prepare


@pytest.fixture
def call(actor, at):
    return lambda assembly, **more: actions.call_assembly(
        assembly, by=actor("director"), at=at, **more
    )


@pytest.fixture
def meet(actor, at):
    """Everybody expected comes (or so many of them), and it is opened on its day."""

    def hold(assembly, come=99):
        then = assembly.gathering.starts_at
        for expected in list(assembly.gathering.expected.order_by("name"))[:come]:
            door.check_in(assembly.gathering, expected=expected, by=actor("worker"), at=then)
        return actions.open_assembly(assembly, chair="周明华", by=actor("director"), at=then)

    return hold


@pytest.fixture
def decide(actor):
    def vote(topic, votes_for, votes_against=0, abstained=0, **more):
        topic.refresh_from_db()
        return actions.decide_topic(
            topic,
            votes_for=votes_for,
            votes_against=votes_against,
            abstained=abstained,
            text=more.pop("text", "照此办理。"),
            by=actor("worker"),
            at=topic.assembly.gathering.starts_at,
            **more,
        )

    return vote


@pytest.fixture
def close(actor):
    return lambda assembly: actions.close_assembly(
        assembly, by=actor("worker"), at=assembly.gathering.starts_at + timedelta(hours=1)
    )


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
            f"assemblies:{name}", kwargs={"community_code": setting.community.code, **parts}
        )

    return address
