"""B15: whatever is done here without a legal basis or a line of money is flagged; residents print
what the committee does and what it does not."""

import json

import pytest

from linli.partners.intake import actions

ROW, ROOM, PAGES = "B15", "partners/intake", ("intake:list", "intake:list_data")
pytestmark = pytest.mark.django_db


def test_b15_a_line_without_money_is_flagged_before_everybody(
    setting, actor, at, today, visit, url
):
    actions.take_over(setting.community, code="fire", since=today, by=actor("director"), at=at)
    assert "经费没有落实" in visit().get(url("intake:list")).content.decode()
    data = json.loads(visit().get(url("intake:list_data")).content)
    assert data["items"][0]["lacks"] == ["intake.money_line"]


def test_b15_what_is_done_and_not_done_is_one_page_to_print(setting, actor, at, today, visit, url):
    actions.take_over(setting.community, code="aid", since=today, by=actor("director"), at=at)
    page = visit().get(url("intake:list")).content.decode()
    assert "不审批" in page
    assert "协税护税" in page
