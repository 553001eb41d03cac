"""B37: a file of those who work here holds what work needs; the grade table is data, and a changed
table changes what is proposed, not what was fixed; each reads the own file."""

from datetime import timedelta

import pytest

from linli.partners.organisations import actions
from linli.partners.organisations.models import Staff
from linli.partners.organisations.queries.staff import file_of
from linli.partners.organisations.tests.conftest import *

ROW = "B37"
ROOM = "partners/organisations"
PAGES = ("organisations:staff", "organisations:file", "organisations:own")

pytestmark = pytest.mark.django_db


def test_b37_the_grade_table_is_data_and_only_proposes(setting, take_on, actor, at, today):
    staff, lead = take_on(), {"by": actor("director"), "at": at}
    assert len(file_of(staff, today).table.lines) == 18
    assert len({line.post for line in file_of(staff, today).table.lines}) == 3
    staff = actions.fix_level(staff, level=2, since=today, paper="区文件", seen=0, **lead)
    local = '[[line]]\nlevel = 9\npost = "一般工作人员"'
    actions.adopt_grades(setting.community, text=local, source="市文件", since=today, **lead)
    shown = file_of(staff, today)
    assert (shown.proposal.level, shown.staff.level) == (9, 2)


def test_b37_no_field_of_pay_health_or_home():
    fields = {field.name for field in Staff._meta.get_fields()}
    assert not fields & {"pay", "salary", "health", "address", "id_number", "party", "religion"}


def test_b37_leave_has_cover_and_only_the_own_file_opens(take_on, actor, at, today, visit, url):
    mine, other = take_on(key="worker"), take_on("李示范")
    tomorrow = today + timedelta(days=1)
    leave = actions.enter_leave(
        mine, since=tomorrow, until=tomorrow, cover=other, by=actor("worker"), at=at
    )
    assert leave.cover == other
    worker = visit("worker")
    assert worker.get(url("own")).context["file"].leaves == [leave]
    assert worker.get(url("file", other.pk)).status_code == 404
    assert visit("director").get(url("file", other.pk)).status_code == 200
