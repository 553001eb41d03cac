"""The demo's register: bodies, an office that changed hands, one that is vacant, files, a list."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.partners.organisations.queries.directory import who_does
from linli.partners.organisations.queries.holders import held_by_title
from linli.partners.organisations.queries.register import ending_on, lines_of_work, vacancies_on
from linli.partners.organisations.queries.staff import staff_on
from linli.web.demo.organisations import play_organisations

pytestmark = pytest.mark.django_db


def test_the_register_was_played(setting):
    now = timezone.now()
    play_organisations(setting, now)
    here, on = setting.community, timezone.localdate(now)
    for ago, name in ((241, "许示范"), (240, "邓示范")):
        [held] = held_by_title(here, "治保主任", on - timedelta(days=ago))
        assert held.name == name
    empty = {each.office.title: each.empty for each in vacancies_on(here, on)}
    assert empty == {"治保委员": 1, "老妇儿主任": 1}
    assert [body.name for body in ending_on(here, on)] == ["公共卫生委员会"]
    assert not [line for line in lines_of_work(here, on) if line.open]
    assert staff_on(here, on).count() == 3
    assert [each.body.name for each in who_does(here, "停水", on)] == ["示范市供水公司湖滨营业所"]
    # As residents say it: several words, or one sentence without a space.
    water, street = "示范市供水公司湖滨营业所", "湖滨街道办事处"
    assert {water, street} >= {each.body.name for each in who_does(here, "漏水 停电", on)} != set()
    assert who_does(here, "水管 停水 漏水", on)[0].body.name == water
    assert [each.body.name for each in who_does(here, "电梯坏了怎么办", on)] == [street]
    assert not who_does(here, "外星人", on)
