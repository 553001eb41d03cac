"""B55: no public appeal without a qualified charity and the number of its filed plan; whoever is
helped is not on the sheet."""

from datetime import timedelta

import pytest

from linli.stewardship.funds.actions import appeals
from linli.stewardship.funds.tests.conftest import *
from linli.stewardship.funds.tests.test_giving import refused

ROW, ROOM, PAGES = "B55", "stewardship/funds", ("funds:giving", "volunteering:wishes")
pytestmark = pytest.mark.django_db


def test_b55_no_appeal_without_a_charity_and_its_filing(setting, deputy, at, today):
    here = setting.community
    said = {
        "title": "冬衣募捐", "about": "为困难家庭募集冬衣", "since": today,
        "until": today + timedelta(days=30), "by": deputy(), "at": at,
    }  # fmt: skip
    refused("funds.own_appeal", appeals.draft_appeal, here, charity=None, filing="备 1", **said)
    charity = appeals.keep_charity(
        here, name="示范慈善会", qualification="Q1", agreement="A1", agreed_since=today,
        account_holder="示范慈善会", by=deputy(), at=at,
    )  # fmt: skip
    refused("funds.appeal_filed", appeals.draft_appeal, here, charity=charity, filing=" ", **said)
    assert appeals.draft_appeal(here, charity=charity, filing="备 1", **said).pk
