"""B60: The community police's page tells an office and its hours; alerts have a source and end;
the situation is told by place and kind; nothing goes to the police without a paper, and what goes
is written down; no list of persons can be made."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.safety.hazards.actions import police
from linli.safety.hazards.models import GivenToPolice
from linli.safety.hazards.queries.standing import alerts_now

ROW = "B60"
ROOM = "safety/hazards"
PAGES = ("hazards:police", "hazards:situation", "hazards:found", "hazards:police_desk")

pytestmark = pytest.mark.django_db


def test_b60_the_page_names_an_office_and_an_alert_ends(setting):
    now, here = timezone.now(), setting.community
    on = local_day(now)
    worker = setting.actor("worker", on)
    police.set_police_office(
        here, station="示范派出所", room="社区一楼", office_phone="0838-0000000",
        hours="周三 14:00–17:00", offers="", by=worker, at=now,
    )  # fmt: skip
    alert = {"kind": "fraud", "title": "谨防冒充客服", "words": "不转账，不给验证码。",
             "told_by": "示范派出所", "until": on}  # fmt: skip
    police.put_alert(here, **alert, by=worker, at=now)
    page = Client().get(f"/c/{here.code}/hazards/police/").content.decode()
    assert "周三 14:00" in page
    assert "谨防冒充客服" in page
    assert not alerts_now(here, on + timedelta(days=1)).exists()
    named = {**alert, "words": "骗子张伟电话 13800000000"}
    with pytest.raises(Refused, match=r"hazards\.names_nobody"):
        police.put_alert(here, **named, by=worker, at=now)


def test_b60_nothing_goes_to_the_police_without_a_paper_and_what_goes_is_written_down(setting):
    now, here = timezone.now(), setting.community
    director = setting.actor("director", local_day(now))
    given = {"ground": "law", "what": "诉求原文"}
    with pytest.raises(Refused, match=r"hazards\.given_on_paper"):
        police.log_given(here, **given, paper="", by=director, at=now)
    police.log_given(here, **given, paper="调取 1 号", by=director, at=now)
    assert GivenToPolice.objects.get(community=here).ground == "law"
    fields = {each.name for each in GivenToPolice._meta.get_fields()}
    assert fields == {"id", "community", "ground", "paper", "what", "on", "account"}


def test_b60_the_situation_is_told_by_place_and_kind_and_searched_by_nobody(setting):
    page = f"/c/{setting.community.code}/hazards/"
    told = Client().get(f"{page}situation.json").json()
    assert set(told) == {"by_kind", "by_place"}
    listed = f"/c/{setting.community.code}/hazards.json"
    assert Client().get(listed).json() == Client().get(f"{listed}?person=1&name=x").json()
