"""A sort of sheet made up for the tests, laid out and open, with one date a week ahead."""

from datetime import timedelta

import pytest
import rules as permissions
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.actor import NOBODY, holds
from linli.core.audit.door import Act
from linli.mechanisms.signup import actions
from linli.mechanisms.signup.kinds import Applicant, SheetKind, register_sheets

BACKEND = "linli.core.access.sign_in.AccountBackend"
KIND, KNOWN = "tests.course", "tests.shift"
SORTS = {
    KIND: SheetKind("课程", keeps="tests.keep_course"),
    KNOWN: SheetKind("班次", keeps="tests.keep_course", account_only=True, asks_minutes=True),
}


@pytest.fixture(autouse=True)
def _sorts_of_its_own():
    permissions.add_perm("tests.keep_course", holds("director", "worker"))
    register_sheets(SORTS)
    yield
    # The list of permissions is written in this process, too.
    permissions.remove_perm("tests.keep_course")


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
def lay(setting, act, at):
    def laid(*, kind=KIND, title="剪纸课", dates=1, seats=2, **given):
        first = at + timedelta(days=7)
        spans = [
            (first + timedelta(weeks=n), first + timedelta(weeks=n, hours=2)) for n in range(dates)
        ]
        with transaction.atomic():
            sheet = actions.lay_out(
                act, setting.community, kind=kind, title=title, seats=seats, **given
            )
            actions.add_occasions(act, sheet, spans, venue="活动室")
            return actions.open_up(act, sheet)

    return laid


@pytest.fixture
def sheet(lay):
    return lay()


@pytest.fixture
def put(at):
    """Somebody without an account puts their name down."""

    def put_down(sheet, name, *, phone="13800000001", by=NOBODY, when=None, **given):
        seats, via = given.pop("seats", 1), given.pop("via", "web")
        who = Applicant(name=name, phone=phone, **given)
        return actions.sign_up(sheet, who=who, seats=seats, via=via, by=by, at=when or at)

    return put_down


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
        return reverse(f"signup:{name}", kwargs={"community_code": setting.community.code, **parts})

    return address
