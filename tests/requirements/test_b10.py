"""B10: What the community can use: resources by kind, with conditions, owner and times, matched to
needs and projects. An offer is taken back by its owner at once; a need that was matched ends with
its outcome on record, and waits again where nothing came of it."""

import pytest
from django.db import IntegrityError, transaction

from linli.lib.law import Refused
from linli.partners.organisations.actions import unit_lists as acts
from linli.partners.organisations.models import Project
from linli.partners.organisations.queries.units import offers_for, offers_shown
from linli.partners.organisations.tests.units_house import at, house

pytestmark = pytest.mark.django_db
ROW = "B10"
ROOM = "partners/organisations"
PAGES = ("organisations:units", "organisations:lists_desk", "organisations:match")


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
