"""Two who act on one row of a unit at once, for real."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.partners.organisations.actions import pledges, unit_lists
from linli.partners.organisations.models import Need, Offer, Pledge, Project
from linli.partners.organisations.tests.units_house import at, house  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_need_is_matched_once_and_a_pledge_is_kept_or_given_back(house, tmp_path):  # noqa: F811
    by = house.by("worker")
    key = unit_lists.offer(house.school, feature="room", title="操场", **by).pk
    wanted = unit_lists.enter_community_need(house.here, feature="room", title="场地", **by).pk
    promised = pledges.pledge(house.property, title="换灯", due_on=house.today, **by).pk
    here = {"community": house.here}
    offer = Offer.objects.select_related("unit__organisation").get(**here, pk=key)
    needs = [Need.objects.select_related("community").get(**here, pk=wanted) for _each in "ab"]
    rows = [
        Pledge.objects.select_related("unit__organisation", "community").get(**here, pk=promised)
        for _each in "ab"
    ]
    done = {"delivered_on": house.today, "delivered_how": "换好了"}
    with shared_database(tmp_path):
        matched = together(
            [
                lambda row=row: unit_lists.match(row, offer=offer, title="太极", **by)
                for row in needs
            ]
        )
        ended = together(
            [
                lambda: pledges.deliver_pledge(rows[0], seen=1, **done, **by),
                lambda: pledges.give_pledge_back(rows[1], reason="缺灯", seen=1, **by),
            ]
        )
        projects = Project.objects.filter(**here).count()
        left = Pledge.objects.get(**here, pk=promised)
    assert [each.finding.rule for each in matched if isinstance(each, Refused)] == [
        "organisations.need_open"
    ]
    assert projects == 1
    assert [each.finding.rule for each in ended if isinstance(each, Refused)] == [
        "organisations.unit_row_fresh"
    ]
    assert (left.confirmed_on is None) != (left.given_back_on is None)
