"""B45: suspected harm to a child is reported at once, before any form is written; only the post for
children opens its file, and each look is in the closed book."""

import pytest

from linli.core.audit.models import ClosedEntry
from linli.lib.law import Refused
from linli.service.casework.actions import children, look
from linli.service.casework.tests.conftest import NOON, House, house
from linli.service.casework.tests.test_protection import report, warden

ROW, ROOM, PAGES = "B45", "service/casework", ("casework:child_report",)
pytestmark = pytest.mark.django_db


def test_b45_the_report_comes_before_the_words(house, warden):
    case = house.open("child", by="warden", second="worker", called="小雨", person=None)
    with pytest.raises(Refused, match="child_reported"):
        children.begin_child_file(
            case, suspected_harm=True, under_fourteen=True, parent_is_danger=True,
            by=house.actor("warden"), at=NOON,
        )  # fmt: skip
    assert report(house).reported_at == NOON


@pytest.mark.parametrize("key", ["director", "worker"])
def test_b45_no_other_post_opens_a_childs_file(house, warden, key):
    with pytest.raises(Refused, match="opened_by_post"):
        house.open("child", by=key, second="colleague", called="小雨", person=None)
