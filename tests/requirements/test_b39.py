"""B39: asked for a certificate it must not give, the desk has the legal answer and the right
office; the month's burden names who asked and how many minutes it took."""

import json

import pytest

from linli.core.access.actions import register_body
from linli.partners.intake import actions
from linli.service.catalogue.queries.lists import search

ROW, ROOM, PAGES = "B39", "partners/intake", ("intake:burden", "catalogue:certificates")
pytestmark = pytest.mark.django_db


def test_b39_a_certificate_that_is_not_ours_names_its_office(setting, today):
    found = search(setting.community, "没有犯罪记录", today)[0]
    assert not found.ours
    assert found.office.phone
    assert found.way_on


def test_b39_the_burden_names_its_sources_and_minutes(setting, actor, at, today, visit, url):
    here = setting.community
    bureau = register_body(
        here, name="示范区统计局", kind="department", place=here, by=actor("director"), at=at
    )
    actions.log_minutes(
        here, body=bureau, minutes=75, on=today, what="填表", by=actor("worker"), at=at
    )
    data = json.loads(visit("director").get(url("intake:burden_json")).content)
    assert (data["rows"][0]["office"], data["total"]["minutes"]) == ("示范区统计局", 75)
