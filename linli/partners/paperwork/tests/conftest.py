"""The cast, a department, sixteen households, and a form received."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.partners.paperwork import actions, proposing
from linli.partners.paperwork.tests import making

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def actor(setting, at):
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def body(setting, at):
    return making.civil_affairs(setting.community, at)


@pytest.fixture
def homes(setting, at):
    return making.households(setting, at)


@pytest.fixture
def receive(setting, body, actor, at):
    """Takes a form in as the worker; every part can be said otherwise."""

    def received(content=None, *, when=None, by=None, name="统计表.xlsx", **said):
        content = content or making.blank()
        blank = proposing.read(content, name)
        table = proposing.first_table(blank)
        when = when or at
        given = {
            "body": body,
            "content": content,
            "file_name": name,
            "file_kind": blank.kind,
            "signature": blank.signature,
            "slots": proposing.slots_for(blank, table),
            "subject": proposing.subject_of(blank, table),
            "table": table,
            "title": blank.title or name,
            "purpose": "核对低保户近况",
            "due_on": timezone.localdate(when) + timedelta(days=3),
            **said,
        }
        return actions.receive(setting.community, by=by or actor("worker"), at=when, **given)

    return received


@pytest.fixture
def settle(actor, at):
    """Agrees to what is proposed."""

    def settled(asking, *, slots=None, subject="household", when=None):
        from linli.partners.paperwork.slots import slots_of

        return actions.settle(
            asking,
            slots=slots or slots_of(asking.form.mapping),
            subject=subject,
            table=asking.form.table,
            by=actor("worker"),
            at=when or at,
        )

    return settled


@pytest.fixture
def listed(receive, settle, homes, actor, at):
    """A form with sixteen households on it."""
    asking = settle(receive())
    actions.choose(asking, how="everybody", by=actor("worker"), at=at)
    return asking


@pytest.fixture
def give(actor, at):
    """Hands a form over."""

    def handed(asking, *, when=None, by=None, **said):
        given = {
            "received_by": "救助科",
            "way": "mail",
            "ground": "duty",
            "minutes": 12,
            **said,
        }
        return actions.hand_over(asking, by=by or actor("worker"), at=when or at, **given)

    return handed


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
            f"paperwork:{name}", kwargs={"community_code": setting.community.code, **parts}
        )

    return address
