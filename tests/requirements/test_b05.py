"""B05: Co-building: a resident unit has a file and three lists (resources, needs, projects); it
joins no committee, and is asked to a joint meeting because of a matter of its own, by its delegate;
what it promises there is followed to the day it was done, and what was late stays late.
"""

from datetime import timedelta

import pytest

from linli.lib.law import Refused
from linli.partners.organisations.actions import joint_meetings, pledges, unit_lists
from linli.partners.organisations.queries.joint_meetings import asked_to, meetings_asking
from linli.partners.organisations.queries.pledges import pledges_shown
from linli.partners.organisations.tests.units_house import at, house

pytestmark = pytest.mark.django_db
ROW = "B05"
ROOM = "partners/organisations"
PAGES = (
    "organisations:units",
    "organisations:needs",
    "organisations:pledges",
    "organisations:joint_meetings",
    "organisations:own_units",
    "organisations:units_desk",
)
DAY = timedelta(days=1)


def test_b05_a_unit_is_asked_because_of_its_matter_and_its_pledge_is_followed(house):
    unit_lists.offer(house.school, feature="room", title="操场周末开放", **house.by("teacher"))
    unit_lists.enter_unit_need(
        house.school, feature="people", title="护学志愿者", **house.by("teacher")
    )
    plan = {"title": "联席会议", "venue": "会议室", "starts_at": house.at_moment + 9 * DAY,
            "agenda": ["雨棚"]}  # fmt: skip
    nobody = joint_meetings.plan_joint_meeting(house.here, **plan, asked={}, **house.by("worker"))
    with pytest.raises(Refused) as refused:
        joint_meetings.call_joint_meeting(nobody, **house.by("worker"))
    assert refused.value.finding.cites == ("rcl2025.46",)
    meeting = joint_meetings.plan_joint_meeting(
        house.here, **plan, asked={house.property: "雨棚清理"}, **house.by("worker")
    )
    joint_meetings.call_joint_meeting(meeting, **house.by("worker"))
    assert [each.matter for each in asked_to(meeting)] == ["雨棚清理"]
    assert not meetings_asking(house.school)
    row = pledges.pledge(
        house.property, title="清雨棚", due_on=house.today + 3 * DAY, meeting=meeting,
        **house.by("worker"),
    )  # fmt: skip
    later = house.at_moment + 5 * DAY
    row = pledges.deliver_pledge(
        row, delivered_on=house.today + 4 * DAY, delivered_how="清完", **house.by("manager", later)
    )
    pledges.confirm_delivery(row, **house.by("worker", later))
    told = pledges_shown(house.here).get()
    assert told.standing(house.today + 99 * DAY) == "late"
