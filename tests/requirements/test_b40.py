"""B40: the residents' committee and the management of compounds.

The end of a contract is a task ninety days before, and the end of a committee's term six months
before; the committee receives every resolution of the owners, with its day; whoever reports
common income and the fund reports them to the fen. (The count of votes by CC 278 is checked in
`test_b40_votes.py`.)
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.clocks.models import Clock
from linli.governance.property import due
from linli.governance.property.actions import contracts, estates, meetings
from linli.governance.property.actions.estates import Seat
from linli.governance.property.models import Estate, Resolution
from linli.lib.calendar import local_day
from linli.lib.law import Refused

ROW = "B40"
ROOM = "governance/property"
PAGES = ("property:list", "property:show", "property:accounts", "property:desk")
pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def estate(setting, at):
    today = local_day(at)
    by = setting.actor("worker", today)
    row = estates.enter_estate(
        setting.community, name="东湖花园", place=setting.new, given={"regime": "provider"},
        since=today - timedelta(days=30), by=by, at=at,
    )  # fmt: skip
    contracts.enter_contract(
        row, body=setting.bodies["property"], by=by, at=at,
        given={"since": today - timedelta(days=300), "ends_on": today + timedelta(days=91)},
    )  # fmt: skip
    estates.seat_body(
        row, kind="owners_committee", name="业主委员会", seats=[Seat("业主甲", "chair")],
        since=today - timedelta(days=600), term_ends=today + timedelta(days=400), by=by, at=at,
    )  # fmt: skip
    return row


def running(estate: Estate) -> set[str]:
    rows = Clock.objects.filter(community=estate.community_id, state="running")
    return set(rows.values_list("name", flat=True))


def test_b40_contract_and_term_that_end_raise_tasks(estate, at):
    due.run(at)
    assert "property_contract" not in running(estate)
    due.run(at + timedelta(days=1))
    assert running(estate) >= {"property_contract"}
    assert "property_term" not in running(estate)
    due.run(at + timedelta(days=230))
    assert "property_term" in running(estate)


def test_b40_every_resolution_is_received_with_its_day(setting, estate, at):
    today = local_day(at)
    given = {"by_whom": "committee", "title": "更换门禁", "decided_on": today}
    by = {"by": setting.actor("worker", today), "at": at}
    meetings.receive_resolution(estate, **given, received_on=today, **by)
    with pytest.raises(Refused):
        meetings.receive_resolution(estate, **given, received_on=today - timedelta(days=1), **by)
    assert Resolution.objects.get(community=setting.community).received_on == today
