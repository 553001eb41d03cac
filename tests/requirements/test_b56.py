"""B56: names are taken in the order of asking or by a published lot; learners are told as a share
of residents who wish to learn."""

import pytest

from linli.culture.activities.queries import learning
from linli.culture.activities.tests.conftest import *
from linli.mechanisms.signup.models import Sheet

ROW, ROOM, PAGES = "B56", "culture/activities", ("activities:home", "activities:wishes")
pytestmark = pytest.mark.django_db


def test_b56_who_comes_after_the_last_seat_waits_in_order(announced, put_down):
    course = announced(seats=1)
    states = [put_down(course, name).state for name in ("邻居甲", "邻居乙")]
    assert states == ["in", "waiting"]
    assert Sheet.objects.get(community=course.community_id, pk=course.sheet_id).seats == 1


def test_b56_coverage_is_learners_over_those_who_wish(setting, today):
    whole, _rows = learning.coverage_on(setting.community, today)
    assert (whole.learners, whole.wishing) == (0, 0)
