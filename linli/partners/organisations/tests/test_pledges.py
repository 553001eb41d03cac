"""Pledges of units through their acts: kept, late, given back, looked at, rated, counted."""

from datetime import date, timedelta

import pytest

from linli.core.access.models import Account
from linli.lib.law import Refused
from linli.partners.organisations import due_units
from linli.partners.organisations.actions import joint_meetings, pledges as acts
from linli.partners.organisations.facts import rows as facts
from linli.partners.organisations.models import Pledge, PledgeRating
from linli.partners.organisations.queries import pledges as read
from linli.partners.organisations.tests.units_house import at, house  # noqa: F401

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def meeting(house):  # noqa: F811
    return joint_meetings.plan_joint_meeting(
        house.here, title="联席会议", venue="居委会会议室", starts_at=house.at_moment + 9 * DAY,
        agenda=["楼道灯"], asked={house.property: "楼道灯报修多"}, **house.by("worker"),
    )  # fmt: skip


def promise(house, title="修好楼道灯", days=30, key="worker", **more):  # noqa: F811
    return acts.pledge(
        house.property, title=title, due_on=house.today + days * DAY, **more, **house.by(key)
    )


def test_the_unit_says_so_the_desk_looks_and_only_then_it_is_kept(house):  # noqa: F811
    later = house.at_moment + 10 * DAY
    row = promise(house)
    said = {"delivered_on": house.today + 9 * DAY, "delivered_how": "换了十二盏灯"}
    row = acts.deliver_pledge(row, **said, **house.by("manager", later))
    on = house.today + 10 * DAY
    assert row.standing(on) == "checking"
    with pytest.raises(Refused):
        acts.confirm_delivery(row, **house.by("manager", later))
    row = acts.turn_delivery_down(row, reason="三楼还有一盏没有换", **house.by("worker", later))
    assert (row.standing(on), row.delivered_on) == ("open", None)
    row = acts.deliver_pledge(row, **said, **house.by("manager", later))
    row = acts.confirm_delivery(row, **house.by("worker", later))
    assert row.standing(on) == "kept"
    with pytest.raises(Refused):
        acts.give_pledge_back(row, reason="不做了", **house.by("manager", later))


def test_a_late_one_is_told_once_and_stays_late(house):  # noqa: F811
    row = promise(house, days=3)
    assert due_units.run_units(house.at_moment + 3 * DAY)["late"] == 0
    assert due_units.run_units(house.at_moment + 4 * DAY)["late"] == 1
    assert due_units.run_units(house.at_moment + 5 * DAY)["late"] == 0
    done = {"delivered_on": house.today + 5 * DAY, "delivered_how": "做好了"}
    row.refresh_from_db()
    row = acts.deliver_pledge(row, **done, **house.by("worker", house.at_moment + 6 * DAY))
    assert row.standing(house.today + 99 * DAY) == "late"
    assert read.counts_by_standing(house.here, house.today + 99 * DAY)["late"] == 1


def test_nobody_speaks_for_another_unit_and_old_pages_do_not_win(house):  # noqa: F811
    row = promise(house)
    for key in ("teacher", "tenant", "outsider"):
        with pytest.raises(Refused):
            acts.give_pledge_back(row, reason="不做了", **house.by(key))
    seen = row.version
    acts.give_pledge_back(row, reason="缺一种零件", seen=seen, **house.by("manager"))
    with pytest.raises(Refused):
        acts.deliver_pledge(
            row, delivered_on=house.today, delivered_how="做好了", seen=seen, **house.by("worker")
        )
    row.refresh_from_db()
    assert row.standing(house.today) == "given_back"


def test_a_resident_rates_once_and_counts_are_told_from_ten_on(house):  # noqa: F811
    row = promise(house)
    with pytest.raises(Refused):
        acts.rate_pledge(row, score="good", **house.by("tenant"))
    row = acts.deliver_pledge(
        row, delivered_on=house.today, delivered_how="做好了", **house.by("worker")
    )
    acts.rate_pledge(row, score="good", **house.by("tenant"))
    with pytest.raises(Refused):
        acts.rate_pledge(row, score="poor", **house.by("tenant"))
    others = [
        Account.objects.create(username=f"r{n}", label="居民", created_at=house.at_moment)
        for n in range(9)
    ]
    for number, account in enumerate(others):
        assert read.said_of(row, house.today) is None
        PledgeRating.objects.create(
            community=house.here, pledge=row, account=account,
            score="good" if number < 7 else "partly",
        )  # fmt: skip
    assert [count for _words, count in read.said_of(row, house.today)] == [8, 2, 0]


def test_facts_count_what_was_promised_at_the_meeting_by_its_day(house, meeting):  # noqa: F811
    kept = promise(house, "一", 3, meeting=meeting)
    late = promise(house, "二", 3, meeting=meeting)
    promise(house, "三", 4, meeting=meeting)
    back = promise(house, "四", 4, meeting=meeting)
    promise(house, "会外", 3)
    promise(house, "以后", 300, meeting=meeting)
    for row, days in ((kept, 3), (late, 4)):
        acts.deliver_pledge(
            row, delivered_on=house.today + days * DAY, delivered_how="做好了",
            **house.by("worker", house.at_moment + 6 * DAY),
        )  # fmt: skip
    acts.give_pledge_back(back, reason="缺零件", **house.by("worker"))
    # Two years, so that the end of a month lies in them on whatever day the test runs.
    until = house.today + 60 * DAY
    told = list(facts(house.here, date(house.today.year - 1, 1, 1), until))
    promised = [fact for fact in told if fact.kind == "organisations.promised"]
    assert (sum(fact.part for fact in promised), len(promised)) == (1, 4)
    assert sum(fact.kind == "organisations.deeds" for fact in told) == 2
    stocks = ("organisations.partners", "organisations.units")
    assert {(fact.kind, fact.part) for fact in told if fact.kind in stocks} == {
        (kind, 1) for kind in stocks
    }
    assert not any(fact.person for fact in told)
    assert Pledge.objects.filter(community=house.here).count() == 6
