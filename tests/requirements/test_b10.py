"""B10: What the community can use: resources by kind, with conditions, owner and times, matched to
needs and projects. An offer is taken back by its owner at once; a need that was matched ends with
its outcome on record, and waits again where nothing came of it. The Party's council has no lists of
its own: it reads these, and a unit that checks in is the unit of the register."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from linli.lib.law import Refused
from linli.partners.organisations import facts
from linli.partners.organisations.actions import unit_lists as acts
from linli.partners.organisations.models import Project
from linli.partners.organisations.queries.units import offers_for, offers_shown
from linli.partners.organisations.tests.units_house import at, house
from linli.partners.party.lists import lists_on, units_known

pytestmark = pytest.mark.django_db
ROW = "B10"
ROOM = "partners/organisations"
PAGES = (
    "organisations:units",
    "organisations:lists_desk",
    "organisations:match",
    "party:together",
)


def test_b10_an_offer_is_withdrawn_by_its_owner_at_once(house):
    row = acts.offer(house.school, feature="room", title="操场", **house.by("teacher"))
    row = acts.show_entry(row, **house.by("worker"))
    assert list(offers_shown(house.here, house.today)) == [row]
    with pytest.raises(Refused):
        acts.withdraw_offer(row, **house.by("manager"))
    acts.withdraw_offer(row, **house.by("teacher"))
    assert not offers_shown(house.here, house.today)


def test_b10_a_matched_need_records_its_outcome(house):
    row = acts.offer(house.school, feature="room", title="操场", **house.by("worker"))
    acts.offer(house.school, feature="people", title="人手", **house.by("worker"))
    need = acts.enter_community_need(house.here, feature="room", title="场地", **house.by("worker"))
    assert offers_for(need, house.today)[0] == row
    project = acts.match(need, offer=row, title="太极队", **house.by("worker"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Project.objects.filter(community=house.here).update(state="done", ended_on=house.today)
    with pytest.raises(Refused):
        acts.end_project(project, came_true=True, outcome=" ", **house.by("teacher"))
    done = acts.end_project(project, came_true=True, outcome="每周两次", **house.by("teacher"))
    need.refresh_from_db()
    assert (done.outcome, need.state) == ("每周两次", "met")


def test_b10_the_lists_stand_once_and_the_council_reads_them(house):
    names = {model.__name__ for model in apps.get_app_config("party").get_models()}
    assert not names & {"Need", "Resource", "Offer", "Project"}
    acts.offer(house.school, feature="room", title="操场", **house.by("worker"))
    need = acts.enter_community_need(house.here, feature="room", title="场地", **house.by("worker"))
    read = lists_on(house.here, house.today)
    assert [line.title for line in read.offers] == ["操场"]
    assert [line.id for line in read.needs] == [need.pk]
    assert house.school.pk in {unit.id for unit in units_known(house.here)}


def test_b10_a_need_counts_on_the_day_it_was_wanted_by(house):
    by, day = house.by("worker"), timedelta(days=1)
    offer = acts.offer(house.school, feature="room", title="操场", **by)

    def told():
        rows = facts.rows(house.here, house.today, house.today + 9 * day)
        return sorted((row.on, row.part) for row in rows if row.kind == "organisations.need")

    def wanted(days):
        return acts.enter_community_need(
            house.here, feature="room", title="场地", wanted_by=house.today + days * day, **by
        )

    in_time, late, gone, too_late = wanted(1), wanted(2), wanted(3), wanted(4)
    acts.enter_community_need(house.here, feature="room", title="不急", **by)  # no day: never due
    for need, days in ((in_time, 1), (late, 3)):
        project = acts.match(need, offer=offer, title="用操场", **by)
        then = house.by("worker", house.at_moment + days * day)
        acts.end_project(project, came_true=True, outcome="每周两次", **then)
    acts.withdraw_need(gone, **house.by("worker", house.at_moment + 3 * day))
    acts.withdraw_need(too_late, **house.by("worker", house.at_moment + 5 * day))
    expected = [(1, 1), (2, 0), (4, 0)]
    assert told() == [(house.today + days * day, part) for days, part in expected]
