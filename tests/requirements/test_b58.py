"""B58: a broken device is out of use in one step and on the map; an instructor's certificate that
ran out stays to be seen."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.culture.activities.rules import teaching
from linli.culture.facilities.actions import defects, devices
from linli.culture.facilities.actions.defects import Seen
from linli.culture.facilities.actions.devices import Installed
from linli.culture.facilities.queries.out_of_use import standing_out
from linli.culture.facilities.tests.conftest import *

ROW, ROOM, PAGES = "B58", "culture/facilities", ("facilities:list", "activities:teachers")


@pytest.mark.django_db
def test_b58_a_broken_device_is_out_in_one_step_and_on_the_map(setting, add, actor, at):
    site, on = add("中心花园健身点", "fitness_site"), timezone.localdate(at)
    mill = devices.put_device(
        site, installed=Installed("treadmill", "漫步机 1 号", None, on), by=actor("worker"), at=at
    )
    seen = Seen("踏板断裂", mill, danger=True)
    defects.find_defect(site, seen=seen, by=actor("worker"), at=at)
    mill.refresh_from_db()
    assert mill.is_out
    assert standing_out(setting.community, at) == {setting.community.pk: 1}


def test_b58_a_certificate_is_told_before_and_after_it_ran_out():
    on = timezone.localdate()
    days = [teaching.standing(on + timedelta(days=left), on, soon_days=60) for left in (61, 60, -1)]
    assert days == ["valid", "soon", "expired"]
