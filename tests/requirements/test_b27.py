"""B27: the year's diagnosis of itself finds staffing and system gaps in the register; each figure
says whether something is wanting and opens its rows, so that it can become a task."""

import pytest

from linli.partners.organisations.queries.gaps import gaps_of
from linli.partners.organisations.tests.conftest import *

ROW = "B27"
ROOM = "partners/organisations"
PAGES = ("organisations:desk", "organisations:staff")

pytestmark = pytest.mark.django_db


def test_b27_staffing_and_system_gaps_are_told(setting, add, office, take_on, visit, today):
    office(add(), seats=2)
    take_on()
    found = {each.key: each for each in gaps_of(setting.community, today, residents=3_000)}
    assert (found["staff"].n, found["staff"].gap) == (1, True)
    assert (found["vacancies"].n, found["vacancies"].gap) == (2, True)
    assert (found["certified"].n, found["certified"].whole) == (0, 1)
    assert found["without_duties"].gap
    director = visit("director")
    for each in found.values():
        assert director.get(each.url).status_code == 200
