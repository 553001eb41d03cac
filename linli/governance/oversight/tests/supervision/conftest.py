"""A committee in office, its supervisors, and the representatives who appraise it."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.actor import the_operator
from linli.core.people.actions import move_in, register_person
from linli.core.places.queries import dwellings_under
from linli.governance.elections.actions.sitting import enter_member
from linli.governance.oversight.actions import committee
from linli.lib.calendar import SHANGHAI
from linli.web.demo.cast import gather

BACKEND = "linli.core.access.sign_in.AccountBackend"
ENDS = date(2027, 2, 28)
OFFICES = ("director", "deputy_director", "committee_member")


@pytest.fixture
def at():
    """A morning in spring under the law of 2025."""
    return datetime(2026, 4, 8, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture
def setting(db, at):
    return gather(at)


@pytest.fixture
def by(setting, at):
    """Who acts, and when: `by("supervisor")`, or so many days later."""

    def who(key, days=0):
        then = at + timedelta(days=days)
        return {"by": setting.actor(key, timezone.localdate(then)), "at": then}

    return who


@pytest.fixture
def resident(setting, at):
    """Somebody who lives in the old compound."""
    homes = iter(dwellings_under(setting.old))

    def one(name):
        person = register_person(setting.community, name=name, by=the_operator(), at=at)
        move_in(
            person, dwelling=next(homes), kind="hukou_here", since=date(2020, 1, 1),
            by=the_operator(), at=at,
        )  # fmt: skip
        return person

    return one


@pytest.fixture
def members(setting, resident, by):
    """The director, a deputy and a member, with the last year of their term to run."""
    return [
        enter_member(
            setting.community, person=resident(name), office=office, since=date(2026, 1, 5),
            term_ends=ENDS, paper="当选证书", **by("director"),
        )
        for name, office in zip(("周明", "吴德", "郑桂"), OFFICES, strict=True)
    ]  # fmt: skip


@pytest.fixture
def seat(setting, by):
    """Enters a supervisor whom the representatives' meeting has chosen."""

    def enter(person, **more):
        given = {
            "source": "resident", "body": "representatives_meeting", "present": 40,
            "votes_for": 35, "decision": "居民代表会议 2026 年第 1 次会议",
            "since": date(2026, 4, 1), "ends": ENDS, **more,
        }  # fmt: skip
        return committee.seat_supervisor(
            setting.community, person=person, **given, **by("director")
        )

    return enter


@pytest.fixture
def visit(setting):
    """A browser signed in as one of the cast, or as nobody."""

    def come(key=""):
        browser = Client()
        if key:
            browser.force_login(setting.accounts[key], BACKEND)
        return browser

    return come


@pytest.fixture
def url(setting):
    return lambda name, *args: reverse(f"oversight:{name}", args=[setting.community.code, *args])
