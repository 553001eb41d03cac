"""B43: an urgent case goes before others and within the hour, papers later; no illness stands on a
public sheet."""

from datetime import datetime, timedelta

import pytest

from linli.lib.calendar import SHANGHAI
from linli.service.catalogue.applications import actions, rules
from linli.service.catalogue.applications.tests.conftest import *
from linli.service.catalogue.postings import ASSISTANCE_NOTICE

ROW, ROOM, PAGES = "B43", "service/catalogue", ("catalogue:application_scheme",)


def test_b43_an_emergency_has_one_hour():
    opened = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
    assert rules.within_the_hour(opened, opened + timedelta(hours=1), 1)
    assert not rules.within_the_hour(opened, opened + timedelta(hours=1, seconds=1), 1)


@pytest.mark.django_db
def test_b43_urgent_aid_is_forwarded_without_papers(asked, actor, later):
    urgent = asked("tenant", when=later(1), scheme="temporary_aid", urgent=True, kin="")
    row = actions.take_up(fresh(urgent), by=actor("worker"), at=later(1))
    sent = parcel(row, papers=[], purpose="急难救助")
    assert actions.forward_application(row, parcel=sent, by=actor("worker"), at=later(1)).state == (
        "forwarded"
    )


def test_b43_no_notice_has_room_for_an_illness():
    names = " ".join(each.key for each in ASSISTANCE_NOTICE.fields)
    assert not any(word in names for word in ("ill", "disease", "diagnos"))
