"""A topic being talked over, the gathering of opinions on it, and neighbours who vote."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.actor import Actor
from linli.governance.deliberation.actions.opining import vote
from linli.governance.deliberation.actions.statements import open_opinions
from linli.governance.deliberation.models import Topic

BACKEND = "linli.core.access.sign_in.AccountBackend"
TEXTS = [
    "院子里先保证孩子有地方玩。",
    "院子里先多划几个车位。",
    "晚上十点以后院子里不鸣笛。",
    "消防通道一米也不能占。",
    "拍球的时间要有规定。",
    "外来车辆要收费。",
    "车位轮流用。",
    "装一个秋千。",
]


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def actor(setting, at):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def topic(setting, at):
    return Topic.objects.create(
        community=setting.community,
        year=2026,
        serial=3,
        title="一个院子，停车还是玩耍",
        text="院子就这么大，怎么用，大家议一议。",
        source="resident",
        form="council",
        touches_all=False,
        touches_why="只是一个院子。",
        state="talking",
        state_since=at,
        version=3,
    )


@pytest.fixture
def gather(topic, actor, at):
    """Begins to gather opinions: `gather(mode="before", limit=2, …)`."""

    def begin(mode="after", limit=2, texts=TEXTS, **more):
        given = {"mode": mode, "limit": limit, "texts": texts, **more}
        return open_opinions(topic, **given, by=actor("worker"), at=at)

    return begin


@pytest.fixture
def neighbours(setting, actor, at):
    """So many who live here and have an account each."""
    dwellings = actor("elder").dwellings
    return lambda number: [Actor(account=uuid4(), dwellings=dwellings) for _each in range(number)]


@pytest.fixture
def vote_in_camps(neighbours, at):
    """Two camps: the first two statements divide them, the next two unite them."""

    def play(conversation, players=12, parkers=8):
        shown = list(conversation.statements.all())
        voters = neighbours(players + parkers)
        for number, each in enumerate(voters):
            side = 1 if number < players else -1
            values = [side, -side, 1, 1, -side, -side, 0, side][: len(shown)]
            choices = {row.pk: value for row, value in zip(shown, values, strict=False)}
            vote(conversation, choices=choices, by=each, at=at)
        return voters

    return play


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
def url(setting, topic):
    """The address of a page of opinions on the topic."""
    code = setting.community.code
    return lambda name, *parts: reverse(f"deliberation:{name}", args=[code, topic.pk, *parts])
