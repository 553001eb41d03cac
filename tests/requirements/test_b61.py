"""B61: outside its group help in corrections does not exist; it knows initials and no person; it is
sealed after its last day by itself."""

from datetime import datetime, time, timedelta

import pytest

from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused
from linli.service.casework import due
from linli.service.casework.models import CorrectionsHelp
from linli.service.casework.queries import cases
from linli.service.casework.tests.conftest import NOON, house
from linli.service.casework.tests.test_protection import TODAY, begin_help

ROW, ROOM, PAGES = "B61", "service/casework", ("casework:mine",)
pytestmark = pytest.mark.django_db


def test_b61_initials_and_no_person(house):
    with pytest.raises(Refused, match="corrections_initials"):
        house.open("corrections", called="王小龙", person=None)
    fields = {field.name for field in CorrectionsHelp._meta.concrete_fields}
    assert not fields & {"name", "person", "place", "phone", "address", "grade", "assessment"}


def test_b61_nobody_outside_the_group_finds_it_and_it_is_sealed_after_its_last_day(house):
    case = house.open("corrections_minor", called="ZM", person=None)
    begin_help(house, case, for_a_minor=True, minors_member=house.account("colleague").pk)
    for key in ("director", "third", "supervisor"):
        found = cases.of(house.actor(key), house.community)
        assert case.pk not in {row.pk for row in found}, key
    last = datetime.combine(TODAY + timedelta(days=30), time(23, 59), SHANGHAI)
    due.run(last)
    case.refresh_from_db()
    assert case.is_open
    due.run(last + timedelta(minutes=1))
    case.refresh_from_db()
    assert not case.is_open
