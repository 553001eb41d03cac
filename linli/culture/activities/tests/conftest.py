"""A course of calligraphy as it is written down, announced, and full of names."""

from datetime import datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.culture.activities import actions
from linli.culture.activities.plans import Plan
from linli.lib.calendar import SHANGHAI
from linli.mechanisms.signup.actions import sign_up
from linli.mechanisms.signup.kinds import Applicant

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def at():
    """The moment of an act: pages read the clock, so it is now."""
    return timezone.now()


@pytest.fixture
def today(at):
    return timezone.localdate(at)


@pytest.fixture
def actor(setting, today):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, today)


@pytest.fixture
def plan(today):
    """A weekly course from a week ahead; every part can be said otherwise."""

    def written(seats=2, *, sheet=None, **told):
        given = {
            "kind": "course", "topic": "culture", "audience": "elders", "title": "书法班",
            "about": "从握笔讲起。", "bring": "毛笔", "organiser": "东湖社区居委会", "venue": "活动室",
            "first": today + timedelta(days=7), "starts": time(9), "minutes": 90, "every": "week",
            "times": 12, "through_holidays": True, "step_free": True,
        }  # fmt: skip
        return Plan({**given, **told}, {"seats": seats, **(sheet or {})})

    return written


@pytest.fixture
def drafted(setting, actor, at, plan):
    def made(*given, **told):
        return actions.draft(
            setting.community, plan=plan(*given, **told), by=actor("worker"), at=at
        )

    return made


@pytest.fixture
def announced(drafted, actor, at):
    """An announced activity; `when`: the moment of it."""

    def made(*given, **told):
        return actions.announce(drafted(*given, **told), by=actor("worker"), at=at)

    return made


@pytest.fixture
def put_down(actor, at):
    """Types a name into the sheet of an activity, as it comes by telephone."""

    def typed(activity, name="邻居甲", phone="", when=None, **more):
        who = Applicant(name, phone=phone, **more)
        return sign_up(activity.sheet, who=who, via="phone", by=actor("worker"), at=when or at)

    return typed


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
        kept = {"community_code": setting.community.code, **parts}
        return reverse(f"activities:{name}", kwargs=kept)

    return address


def moment(on, hour=9):
    """An hour of a day, here."""
    return datetime.combine(on, time(hour), tzinfo=SHANGHAI)
