"""Two households above each other, a leak between them, and whoever mediates."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.access.tests.browsers import know_browsers
from linli.core.audit.actor import the_operator
from linli.core.people.models import Person
from linli.safety.mediation import actions
from linli.safety.mediation.actions import Agreed, Due, PartyGiven, Quarrel
from linli.safety.mediation.models import Mediation

BACKEND = "linli.core.access.sign_in.AccountBackend"
FACTS = "楼上卫生间漏水，楼下顶棚发霉"


@pytest.fixture(autouse=True)
def usual(monkeypatch):
    """Nobody comes with a browser they have not proved themselves with."""
    know_browsers(monkeypatch)


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def on(at):
    return timezone.localdate(at)


@pytest.fixture
def actor(setting, on):
    return lambda key: setting.actor(key, on)


@pytest.fixture
def second(setting, at, on):
    """Another mediator."""
    account = open_account(label="吴敏", login="+8619900000021", password="linli-2026", at=at)
    since = on - timedelta(days=30)
    appoint(
        setting.community, account=account, post="mediator", since=since, by=the_operator(), at=at
    )
    setting.accounts["second"] = account
    return account


@pytest.fixture
def term(setting, actor, at, on, second):
    """The second mediator takes the chair."""
    return actions.enter_term(
        setting.community,
        chair=second,
        members=5,
        women=2,
        chosen_on=on - timedelta(days=30),
        by=actor("director"),
        at=at,
    )


@pytest.fixture
def person(setting):
    def of(key):
        return Person.objects.get(community=setting.community, pk=setting.accounts[key].person_id)

    return of


@pytest.fixture
def sides(person):
    """The tenant below asks; the elder above is asked."""
    below, above = person("tenant"), person("elder")
    return (
        PartyGiven("applicant", below.name, person=below, address="1号楼2单元201"),
        PartyGiven("other", above.name, person=above, address="1号楼2单元301"),
    )


@pytest.fixture
def registered(setting, actor, at, sides):
    """Written down at the window by the worker."""

    def register(by="worker", **more):
        given = {"kind": "neighbour", "facts": FACTS, **more}
        return actions.register(
            setting.community, quarrel=Quarrel(**given), parties=sides, by=actor(by), at=at
        )

    return register


@pytest.fixture
def taken(registered, actor, at):
    """Taken on by the mediator, where nobody takes the chair."""

    def take(**more):
        case = fresh(registered(**more))
        return fresh(actions.take_on(case, apart=True, by=actor("mediator"), at=at))

    return take


@pytest.fixture
def talking(taken, actor, at):
    """Both sides are willing and know their rights: the talks have begun."""

    def begin(**more):
        case, by = taken(**more), actor("mediator")
        for side in case.sides:
            actions.tell_side(case, party=side, others_agreed=True, by=by, at=at)
            actions.tell_rights(case, party=side, by=by, at=at)
        return fresh(actions.begin(case, by=by, at=at))

    return begin


@pytest.fixture
def held(talking, actor, at):
    """One session was held and written down."""

    def talk(**more):
        case, by = talking(**more), actor("mediator")
        when = at - timedelta(hours=1)
        record = actions.fix_session(case, when=when, where="调解室", by=by, at=at)
        actions.write_session(
            case, record=record, present="双方到场", text="谈妥", result="agreed", by=by, at=at
        )
        return fresh(case)

    return talk


@pytest.fixture
def agreement(on):
    """What they agree; every part can be said otherwise."""

    def agreed(case, **more):
        above = case.sides[1]
        return Agreed(
            **{
                "reached_on": on,
                "facts": FACTS,
                "issue": "谁来修，赔多少",
                "responsibility": "楼上防水层坏了",
                "content": "楼上十日内修好防水，赔楼下粉刷费八百元",
                "manner": "自行维修，现金支付",
                "limit": "十日内",
                "points": [Due(above, "修好防水，付八百元", on + timedelta(days=10))],
                **more,
            }
        )

    return agreed


@pytest.fixture
def in_force(held, agreement, actor, at, on):
    """Signed by all, sealed, in force today."""

    def sign(**more):
        case, by = held(**more), actor("mediator")
        actions.agree(case, agreed=agreement(case), by=by, at=at)
        signed = {side.pk: on for side in case.sides}
        actions.sign(case, signed=signed, mediator_on=on, sealed_on=on, by=by, at=at)
        return fresh(case)

    return sign


@pytest.fixture
def whole(in_force, actor, at, on):
    """Everything a file must have is there and signed; only the back cover is not."""

    def gather(**more):
        case, by = in_force(**more), actor("mediator")
        for side in case.sides:
            given = PartyGiven(
                side.role, side.name, address=side.address, identity_seen="身份证原件"
            )
            actions.change_party(case, party=side, given=given, by=by, at=at)
        for paper in ("application", "rights", "record"):
            actions.mark_paper(case, paper=paper, signed_on=on, by=by, at=at)
        return fresh(case)

    return gather


def fresh(case):
    """The case as whoever opens it next has it."""
    rows = Mediation.objects.filter(community=case.community_id)
    return rows.select_related("community", "agreement").get(pk=case.pk)


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
        here = {"community_code": setting.community.code, **parts}
        return reverse(f"mediation:{name}", kwargs=here)

    return address
