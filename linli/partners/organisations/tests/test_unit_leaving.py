"""A unit that has left, two units by one name, and a need met on nobody's word but the desk's."""

import pytest

from linli.lib.law import Refused
from linli.partners.organisations.actions import unit_lists, units as files
from linli.partners.organisations.models import Need, Organisation, ResidentUnit
from linli.partners.organisations.queries.counted_units import NEEDED, rows_units
from linli.partners.organisations.queries.units import own_units
from linli.partners.organisations.tests.units_house import at, house, read  # noqa: F401

pytestmark = pytest.mark.django_db


def test_a_need_of_a_unit_that_left_is_not_open_again(house):  # noqa: F811
    worker = house.by("worker")
    offer = unit_lists.offer(house.school, feature="room", title="操场", **worker)
    needs = [
        unit_lists.enter_unit_need(house.property, feature="room", title=title, **worker)
        for title in ("物业要个场地", "物业要间仓库")
    ]
    left, stays = (unit_lists.match(need, offer=offer, title="借用", **worker) for need in needs)
    unit_lists.end_project(stays, came_true=False, outcome="没谈成", **worker)
    assert Need.objects.get(community=house.here, pk=needs[1].pk).state == "open"
    files.end_unit_file(house.property, **worker)
    unit_lists.end_project(left, came_true=False, outcome="单位搬走了", **worker)
    found = Need.objects.filter(community=house.here).values_list("state", "withdrawn_on")
    assert set(found) == {("withdrawn", house.today)}
    assert "物业要个场地" not in read(house.browser().get(house.url("needs")))


def test_a_delegate_speaks_for_one_unit_alone(house):  # noqa: F811
    worker, body = house.by("worker"), house.school.organisation.body
    Organisation.objects.filter(community=house.here, pk=house.school.organisation_id).update(
        name="湖滨实验小学"
    )
    for more in ({"name": "湖滨小学"}, {"name": "湖滨小学分校", "body": body}):
        with pytest.raises(Refused, match=r"organisations.body_of_one_unit"):
            files.open_unit_file(house.here, does="分校", **more, **worker)
    assert [each.pk for each in own_units(house.actor("teacher"), house.here)] == [house.school.pk]
    # A unit that has left keeps nobody from coming back.
    files.end_unit_file(house.school, **worker)
    back = files.open_unit_file(house.here, name="湖滨小学", does="小学", **worker)
    assert back.organisation.body == body
    assert ResidentUnit.objects.filter(community=house.here, ended_on__isnull=True).count() == 2


def test_a_need_is_met_once_the_desk_has_looked(house):  # noqa: F811
    worker, teacher = house.by("worker"), house.by("teacher")
    offer = unit_lists.offer(house.school, feature="room", title="操场", **worker)
    need = unit_lists.enter_community_need(
        house.here, feature="room", title="场地", wanted_by=house.today, **worker
    )
    project = unit_lists.match(need, offer=offer, title="周六在操场", **worker)
    project = unit_lists.end_project(project, came_true=True, outcome="借到了", **teacher)
    counted = lambda: [  # noqa: E731
        (each.part, each.whole)
        for each in rows_units(house.here, house.today, house.today)
        if each.kind == NEEDED
    ]
    assert counted() == [(0, 1)]
    unit_lists.show_entry(project, **worker)
    assert counted() == [(1, 1)]
