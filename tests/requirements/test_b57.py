"""B57: an event for a thousand people is not announced less than twenty days ahead without its
licence; one fewer needs none."""

from datetime import timedelta

import pytest

from linli.culture.activities import actions
from linli.culture.activities.tests.conftest import *
from linli.lib.law import Refused

ROW, ROOM, PAGES = "B57", "culture/activities", ("activities:home", "activities:desk")
pytestmark = pytest.mark.django_db


def test_b57_a_thousand_need_a_licence_twenty_days_ahead(drafted, actor, at, today):
    fair = {"kind": "festival", "every": "once", "first": today + timedelta(days=19),
            "by_signup": False}  # fmt: skip
    small = drafted(None, expected=999, **fair)
    assert actions.announce(small, by=actor("worker"), at=at).state == "announced"
    large = drafted(None, expected=1000, applied_on=today, **fair)
    with pytest.raises(Refused, match="licence"):
        actions.announce(large, by=actor("worker"), at=at)
