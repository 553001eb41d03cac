"""B65: offices, what each does, whom to ring, found in residents' words and printed;
what offices ask of the committee can be told by the room that keeps it."""

import pytest

from linli.partners.organisations import actions
from linli.partners.organisations.tests.conftest import *

ROW = "B65"
ROOM = "partners/organisations"
PAGES = ("organisations:directory",)

pytestmark = pytest.mark.django_db


def test_b65_an_office_is_found_by_what_residents_say(add, actor, at, visit, url):
    office = add("东湖街道办事处", "office", phone="0990-5550100")
    actions.add_line(
        office, what="房屋安全", words="漏水 墙裂", phone="12345", by=actor("worker"), at=at
    )
    anybody = visit()
    for words, found in (("墙裂", 1), ("办事处 漏水", 1), ("停车", 0), ("", 1)):
        assert len(anybody.get(url("directory"), {"q": words}).context["found"]) == found
    [told] = anybody.get(url("directory_data")).json()["offices"]
    assert told["does"] == [{"what": "房屋安全", "phone": "12345"}]
