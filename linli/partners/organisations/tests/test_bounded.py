"""The clock and the pages take the same queries whether little or much is kept."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.partners.organisations import due, due_units
from linli.partners.organisations.actions import pledges, proposals, unit_lists, units
from linli.partners.organisations.models import Proposal
from linli.partners.organisations.queries.pledges import counts_by_standing
from linli.partners.organisations.tests.units_house import house  # noqa: F401

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def queries(act):
    with CaptureQueriesContext(connection) as seen:
        act()
    return len(seen)


def test_the_clock_asks_no_office_and_no_body_one_by_one(add, office, setting, at, today):
    ending = {"term_ends": today + 10 * DAY, "term_months": 60}
    office(add("第一组", "residents_group", **ending))
    due.run(at)
    few = queries(lambda: due.run(at))
    for number in range(12):
        office(add(f"兴趣小组{number}", "other", **ending), seats=2)
    due.run(at)
    assert queries(lambda: due.run(at)) == few


def test_what_is_too_much_for_one_run_comes_with_the_next(monkeypatch, add, office, seat, at):
    last = [seat(office(add(f"第{number}组", "other")), "甲示范") for number in range(3)]
    monkeypatch.setattr(due, "AT_ONCE", 2)
    for term in last:
        term.until, term.ended_for = (at + DAY).date(), "term_over"
        term.save(update_fields=["until", "ended_for"])
    assert due.run(at)["listed"] == 0
    assert due.run(at + DAY)["listed"] == 2
    assert due.run(at + DAY)["listed"] == 1
    assert due.run(at + DAY)["listed"] == 0


def test_proposals_that_are_not_over_hold_no_others_up(house, monkeypatch):  # noqa: F811
    """Each place has its own days; whose are long over is not kept waiting by another's."""
    rows = []
    for words in ("多放两张长椅", "凉亭装灯"):
        row = proposals.propose(house.here, words=words, **house.by("tenant"))
        proposals.answer_proposal(row, what="answered", answer="好", **house.by("worker"))
        rows.append(row)
    Proposal.objects.filter(community=house.here, pk=rows[0].pk).update(
        community=house.setting.neighbour
    )
    days = {house.setting.neighbour: 4000, house.here: 30}
    monkeypatch.setattr(due_units, "number_laid_down", lambda _rule, place, _on: days[place])
    monkeypatch.setattr(due_units, "AT_ONCE", 1)
    assert due_units.run_units(house.at_moment + 29 * DAY)["forgotten"] == 0
    assert due_units.run_units(house.at_moment + 30 * DAY)["forgotten"] == 1
    few = queries(lambda: due_units.run_units(house.at_moment + 30 * DAY))
    assert few <= 8


def test_pages_of_units_take_no_more_queries_where_more_is_listed(house):  # noqa: F811
    worker, anyone = house.browser("worker"), house.browser()
    pages = [
        (worker, house.url(name)) for name in ("units_desk", "lists_desk", "pledges_desk", "desk")
    ] + [(anyone, house.url(name)) for name in ("units", "needs", "pledges")]
    by = house.by("worker")

    def fill(number):
        unit = units.open_unit_file(house.here, name=f"第{number}商店", does="店", **by)
        offer = unit_lists.offer(unit, feature="room", title=f"大厅{number}", **by)
        unit_lists.enter_unit_need(unit, feature="skill", title=f"讲座{number}", **by)
        need = unit_lists.enter_community_need(
            house.here, feature="room", title=f"场地{number}", **by
        )
        unit_lists.match(need, offer=offer, title=f"项目{number}", **by)
        pledges.pledge(unit, title=f"换灯{number}", due_on=house.today, **by)

    def seen():
        return [
            queries(lambda client=client, page=page: client.get(page)) for client, page in pages
        ]

    fill(0)
    seen()
    few = seen()
    for number in range(1, 8):
        fill(number)
    assert seen() == few
    assert queries(lambda: counts_by_standing(house.here, house.today)) == 1
