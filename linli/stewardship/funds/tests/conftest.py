"""The cast, a deputy director, sources with money in them, and the addresses of the pages."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.lib.tellers import Tellers
from linli.stewardship.funds import actions, origins
from linli.stewardship.funds.actions import Asked, Opened, Paper
from linli.stewardship.funds.models import Budget
from linli.stewardship.funds.origins import Decision

BACKEND = "linli.core.access.sign_in.AccountBackend"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def at():
    """The moment of an act: the middle of a month, so that a month lies behind."""
    return timezone.now().replace(day=15, hour=4)


@pytest.fixture
def today(at):
    return timezone.localdate(at)


@pytest.fixture
def actor(setting, today):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, today)


@pytest.fixture
def deputy(setting, at):
    """The representative sits on the committee as its deputy director, too."""
    appoint(
        setting.community,
        account=setting.accounts["representative"],
        post="deputy_director",
        since=timezone.localdate(at) - timedelta(days=90),
        by=the_operator(),
        at=at,
    )
    return lambda: setting.actor("representative", timezone.localdate(at))


@pytest.fixture
def source(setting, actor, at, today):
    """A source with 10 000 yuan in it since forty days; every part can be said otherwise."""

    def opened(kind="operating", title="工作经费", purpose="office", opening=1_000_000, **more):
        day = today - timedelta(days=40)
        given = Opened(kind, title, purpose, opening=opening, **{"opened_on": day, **more})
        return actions.open_source(setting.community, given=given, by=actor("worker"), at=at)

    return opened


@pytest.fixture
def paper(today):
    """An invoice as it is brought."""

    def brought(says="文具一批，收款单位盖章", **more):
        file = SimpleUploadedFile("发票.pdf", PDF, "application/pdf")
        return Paper("invoice", today, says, files=[file], **more)

    return brought


@pytest.fixture
def ask(actor, at):
    """Asks for 1 000 yuan of a source; every part can be said otherwise."""

    def asked(source, fen=100_000, what="打印纸和墨盒", *, by="worker", when=None, **more):
        given = {"purpose": source.purpose, "party": "unit", "name": "示范文具店", **more}
        return actions.ask(source, asked=Asked(fen, what, **given), by=actor(by), at=when or at)

    return asked


@pytest.fixture
def resolved(setting, today, monkeypatch):
    """What residents decided, as another room would tell it; its address in a form."""
    row = Budget.objects.create(community=setting.community, year=2020)
    told = Decision("funds.Budget", row.pk, "居民代表会议《修活动室》", today)
    monkeypatch.setattr(origins, "_DECISIONS", Tellers(lambda community: [told]))
    return told.ref


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
        return reverse(f"funds:{name}", kwargs={"community_code": setting.community.code, **parts})

    return address
