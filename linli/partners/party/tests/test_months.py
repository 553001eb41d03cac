"""What a month told of check-ins stays as it was told, whoever is forgotten afterwards."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.core.access.actions import open_account
from linli.core.access.models import Account
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused
from linli.partners.party import due, facts
from linli.partners.party.actions.months import tell_month
from linli.partners.party.models import CheckIn, MonthTold, UnitCheckIn

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
OCTOBER = datetime(2026, 10, 31, 12, tzinfo=SHANGHAI)
NOVEMBER = datetime(2026, 11, 1, 3, tzinfo=SHANGHAI)


@pytest.fixture
def check_in(setting):
    """Members who check in on a day, with accounts of their own."""

    def many(count, at):
        known = Account.objects.count()
        for number in range(known, known + count):
            account = open_account(label="x", login=f"+86198{number:08}", password="", at=at)
            CheckIn.objects.create(
                community=setting.community, account=account, name="某人", consented_at=at,
                lapses_on=at.date() + timedelta(days=400),
            )  # fmt: skip

    return many


def told(community, on):
    """What the facts tell of that day."""
    rows = facts.rows(community, on.replace(day=1), on)
    found = {row.kind: row.part for row in rows if row.kind.startswith("party.reported")}
    return found.get("party.reported"), found.get("party.reported_expected")


def test_a_month_that_is_over_stays_as_it_was_told(setting, branch, unit, check_in, at):
    here, last = setting.community, OCTOBER.date()
    row = UnitCheckIn.objects.filter(community=here, pk=unit.pk)
    row.update(living_here=43, told_on=last, since=last)
    check_in(23, OCTOBER)
    check_in(1, NOVEMBER)  # the month was over
    assert told(here, last) == (20, 40)
    assert due.run(OCTOBER)["months"] == 1  # September, which told nothing
    assert due.run(NOVEMBER)["months"] == 1
    assert due.run(NOVEMBER)["months"] == 0
    CheckIn.objects.filter(community=here).delete()
    row.update(living_here=90)
    assert told(here, last) == (20, 40)
    assert told(here, NOVEMBER.date()) == (None, None)
    check_in(11, NOVEMBER)
    assert told(here, NOVEMBER.date()) == (10, 90)  # what is not over is told from the rows
    assert told(here, last) == (20, 40)
    with pytest.raises(Refused, match=r"access.permitted"):
        tell_month(here, on=last, by=setting.actor("party", last), at=at)


def test_few_are_written_down_as_nothing_and_nobody_makes_up_a_month(
    setting, branch, unit, check_in
):
    here, last = setting.community, OCTOBER.date()
    UnitCheckIn.objects.filter(community=here, pk=unit.pk).update(
        living_here=30, told_on=last, since=last
    )
    check_in(9, OCTOBER)
    due.run(NOVEMBER)
    row = MonthTold.objects.get(community=here)
    assert (row.on, row.reported, row.expected) == (last, None, None)
    check_in(9, OCTOBER)  # entered later: the month was told
    assert told(here, last) == (None, None)
    due.run(datetime(2027, 1, 2, 3, tzinfo=SHANGHAI))  # the clock stood still in December
    assert told(here, datetime(2026, 12, 31, tzinfo=SHANGHAI).date()) == (15, 30)
    assert told(here, datetime(2026, 11, 30, tzinfo=SHANGHAI).date()) == (None, None)


def test_the_clock_takes_no_more_queries_where_more_checked_in(setting, branch, check_in):
    check_in(2, OCTOBER)
    due.run(NOVEMBER)
    with CaptureQueriesContext(
        connection,
    ) as few:
        due.run(NOVEMBER)
    check_in(20, OCTOBER)
    with CaptureQueriesContext(connection) as many:
        due.run(NOVEMBER)
    assert len(many) == len(few) <= 8
