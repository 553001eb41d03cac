"""A keep-list with one item, the cast as actors and visitors, and the addresses of the pages."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
from linli.core.people.models import Person
from linli.service.catalogue import actions
from linli.service.catalogue.actions import Draft, Line
from linli.service.catalogue.queries.roster import known_of

BACKEND = "linli.core.access.sign_in.AccountBackend"
TEMPLATE = "兹证明{姓名}自{起始日期}起住在{住址}（{与住房的关系}）。"


@pytest.fixture
def at():
    """The moment of an act."""
    return timezone.now()


@pytest.fixture
def on(at):
    return timezone.localdate(at)


@pytest.fixture
def actor(setting, on):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, on)


@pytest.fixture
def deputy(setting, at, on):
    """A deputy director, who keeps the seal as well."""
    account = open_account(label="吴敏", login="+8619900000021", password="linli-2026", at=at)
    appoint(
        setting.community,
        account=account,
        post="deputy_director",
        since=on,
        by=the_operator(),
        at=at,
    )
    setting.accounts["deputy"] = account
    return account


def line(**more):
    """A line of the keep-list as the director enters it."""
    return Line(
        **{
            "listed": "kept",
            "title": "居住情况证明",
            "title_en": "Where I live",
            "words": ["我住这里", "住址"],
            "basis": "local",
            "basis_text": "示范市社区出具证明保留清单",
            "document": "示政办发〔2026〕8号",
            "in_force_from": date(2026, 1, 1),
            "template": TEMPLATE,
            "papers": "身份证",
            **more,
        }
    )


@pytest.fixture
def kept(setting, actor, at):
    """Where one lives: on the keep-list of the place."""
    return actions.enter_line(setting.community, line=line(), by=actor("director"), at=at)


@pytest.fixture
def elder(setting):
    """The elderly resident as she stands on the roster."""
    return Person.objects.get(community=setting.community, pk=setting.accounts["elder"].person_id)


@pytest.fixture
def stated(elder, on):
    """What she states, all of it as the roster has it; every part can be said otherwise."""

    def draft(**more):
        known = {name: (values or ("",))[0] for name, values in known_of(elder, on).items()}
        given = {"purpose": "办图书馆借书证", "for_office": "示范市图书馆", "proofs": {}, **more}
        return Draft(stated={**known, **given.pop("stated", {})}, **given)

    return draft


@pytest.fixture
def drafted(setting, kept, elder, stated, actor, at):
    """Drafted by the worker, not yet sealed."""

    def draft(item=None, by="worker", when=None, **more):
        return actions.draft_here(
            setting.community,
            item=item or kept,
            person=elder,
            draft=stated(**more),
            by=actor(by),
            at=when or at,
        )

    return draft


@pytest.fixture
def issued(drafted, actor, at):
    """Sealed by the director."""

    def seal(when=None, **more):
        made = drafted(when=when, **more)
        return actions.seal_certificate(made, by=actor("director"), at=when or at)

    return seal


@pytest.fixture
def visit(setting):
    """Somebody's browser: `visit("worker")`, or `visit("visitor")` for who has not signed in."""

    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setting):
    """The address of a page in the community."""

    def address(name, **parts):
        here = {"community_code": setting.community.code, **parts}
        return reverse(f"catalogue:{name}", kwargs=here)

    return address


@pytest.fixture
def days():
    """So many days, to count with."""
    return lambda number: timedelta(days=number)
