"""The director enters, sees what would change, and a colleague confirms."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from linli.core.access.models import Account
from linli.core.audit.door import Act
from linli.core.clocks import actions as clocks
from linli.core.clocks.tests.cast import make_holder
from linli.core.local_law import actions
from linli.core.local_law.models import LocalValue
from linli.core.local_law.tests.conftest import NOW, TODAY
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import parameter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_monday_in_november():
    with time_machine.travel(NOW, tick=False):
        yield


def come_in(actor):
    client = Client()
    client.force_login(
        Account.objects.get(pk=actor.account),
        backend="linli.core.access.sign_in.AccountBackend",
    )
    return client


def page(community, name, *args):
    return reverse(f"local_law:{name}", args=[community.code, *args])


def read(response):
    return response.content.decode()


WEEKEND = {
    "value": "false",
    "in_force_from": TODAY.isoformat(),
    "issuer": "cn-37",
    "status": "verified",
    "source": "《某省期限计算规定》",
    "article": "7",
    "declares": "on",
    "signed": "陈建国",
    "once": "0192f0c4-7a1b-7c3d-8e4f-9a0b1c2d3e4f",
}


def test_from_the_form_to_the_second_person(community, director, supervisor):
    desk, rule = come_in(director), "calendar.weekend_rolls"
    listed = read(desk.get(page(community, "choose")))
    assert page(community, "enter", rule) in listed
    assert page(community, "enter", "elections.turnout_over") not in listed
    assert desk.get(page(community, "enter", "elections.turnout_over")).status_code == 404
    assert "待核对" in read(desk.get(page(community, "enter", rule)))

    wrong = desk.post(page(community, "enter", rule), WEEKEND | {"article": "", "signed": ""})
    assert wrong.status_code == 422
    seen = read(desk.post(page(community, "enter", rule), WEEKEND))
    assert "会改变什么" in seen
    # The sample: five days that end on a Saturday, in time by the one rule and late by the other.
    assert "没有超期" in seen
    assert "已经超期" in seen
    assert not LocalValue.objects.exists(), "looking saves nothing"

    saved = desk.post(page(community, "enter", rule), WEEKEND | {"sure": "1"})
    value = LocalValue.objects.get()
    assert saved.headers["Location"] == page(community, "value", value.pk)
    assert value.source == "某省期限计算规定"
    assert 'value="confirm"' not in read(desk.get(page(community, "value", value.pk)))
    alone = desk.post(page(community, "settle", value.pk), {"act": "confirm"})
    assert alone.status_code == 409

    other = come_in(supervisor)
    assert 'value="confirm"' in read(other.get(page(community, "value", value.pk)))
    other.post(page(community, "settle", value.pk), {"act": "confirm"})
    assert parameter(rule, TODAY, jurisdictions_of(community)).value is False
    shown = read(other.get(page(community, "value", value.pk)))
    assert "第二人确认本地规定" in shown
    cited = read(Client().get(f"/law/{value.cite_key}/"))
    assert "《某省期限计算规定》第七条" in cited
    assert "陈建国" not in cited, "the public reads the text, not who signed"
    compared = read(Client().get(f"/law/compare/?one={community.code}&two=cn"))
    assert "1 项不一样" in compared

    desk.post(page(community, "settle", value.pk), {"act": "ask_end", "last_day": "2026-12-31"})
    other.post(page(community, "settle", value.pk), {"act": "confirm_end"})
    value.refresh_from_db()
    assert str(value.in_force_to) == "2026-12-31"
    assert read(desk.get(page(community, "values"))).count(page(community, "value", value.pk)) == 1


def test_open_clocks_are_shown_as_keeping_their_days(community, director):
    act = Act("matters.raise", director, NOW, community)
    clocks.start(act, community, "promise", length=15, rule="matters.forward", title="路灯不亮")
    given = WEEKEND | {
        "value": "8",
        "status": "promise",
        "issuer": jurisdictions_of(community)[0],
        "source": "居民代表会议决定",
        "article": "",
    }
    seen = read(come_in(director).post(page(community, "enter", "matters.forward"), given))
    assert "路灯不亮" in seen
    assert "1 个，仍按开始时的规定" in seen
    given["in_force_from"] = (TODAY - timedelta(days=1)).isoformat()
    assert "本社区自己的承诺" in read(
        come_in(director).post(page(community, "enter", "matters.forward"), given | {"edit": "1"})
    )


def test_who_may_and_who_may_not(community, next_door, director, weekend):
    value = actions.enter(community, given=weekend, by=director, at=NOW)
    worker = come_in(make_holder(community, "worker", "李梅"))
    assert worker.get(page(community, "value", value.pk)).status_code == 200
    assert worker.get(page(community, "choose")).status_code == 404
    assert worker.post(page(community, "settle", value.pk), {"act": "confirm"}).status_code == 403
    stranger = come_in(make_holder(next_door, "director", "赵敏"))
    assert stranger.get(page(next_door, "value", value.pk)).status_code == 404
    assert Client().get(page(community, "values")).status_code == 302
    deputy = come_in(make_holder(community, "deputy_director", "吴德胜"))
    empty = deputy.post(page(community, "settle", value.pk), {"act": "withdraw", "reason": ""})
    assert empty.status_code == 302
    deputy.post(page(community, "settle", value.pk), {"act": "withdraw", "reason": "条文不对"})
    value.refresh_from_db()
    assert value.state == "withdrawn"
    assert "条文不对" in read(deputy.get(page(community, "value", value.pk)))
