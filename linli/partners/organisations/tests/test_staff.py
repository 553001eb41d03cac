"""Files of those who work here: what they hold, who reads them, what a table changes."""

from datetime import timedelta

import pytest

from linli.core.audit.models import Entry
from linli.lib.law import Refused
from linli.partners.organisations import actions, due, facts
from linli.partners.organisations.models import Staff
from linli.partners.organisations.queries.staff import file_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LOCAL = '[[line]]\nlevel = 1\npost = "一般工作人员"\n[[line]]\nlevel = 7\npost = "一般工作人员"\nyears = 2\n'


def refused(rule, act, *given, **more):
    with pytest.raises(Refused) as error:
        act(*given, **more)
    assert error.value.finding.rule == rule


def test_a_new_table_changes_proposals_and_nobodys_level(setting, take_on, actor, at, today):
    staff = take_on()
    lead = {"by": actor("director"), "at": at}
    assert file_of(staff, today).proposal.level == 2
    actions.add_qualification(staff, kind="social_worker", got_on=today - DAY, **lead)
    assert file_of(staff, today).proposal.level == 2  # three years are not six
    refused("organisations.level_in_table", actions.fix_level, staff, level=7, since=today,
            paper="区文件", seen=0, **lead)  # fmt: skip
    staff = actions.fix_level(staff, level=2, since=today, paper="区文件", seen=0, **lead)
    actions.adopt_grades(setting.community, text=LOCAL, source="市文件", since=today, **lead)
    shown = file_of(staff, today)
    assert (shown.proposal.level, shown.staff.level) == (7, 2)
    assert file_of(staff, today - DAY).proposal.level == 2  # the day before, by the table of then
    refused("organisations.table_read", actions.adopt_grades, setting.community, text="x =",
            source="市文件", since=today + DAY, **lead)  # fmt: skip


def test_nobody_began_tomorrow(take_on, actor, at, today):
    staff = take_on()
    ahead = {"worked_since": today + DAY, "since": today + DAY}
    refused("organisations.not_ahead", actions.alter_file, staff, given=ahead, seen=staff.version,
            by=actor("director"), at=at)  # fmt: skip


def test_leave_names_who_stands_in_and_training_adds_up(setting, take_on, actor, at, today):
    one, two = take_on(key="worker"), take_on("李示范")
    own = {"by": actor("worker"), "at": at}
    days = {"since": today + DAY, "until": today + 3 * DAY}
    leave = actions.enter_leave(one, cover=two, **days, **own)
    lead = {"by": actor("director"), "at": at}
    refused("organisations.not_away_twice", actions.enter_leave, one, cover=two, **days, **own)
    refused("organisations.cover_is_there", actions.enter_leave, two, cover=one, **days, **lead)
    three = take_on("孙示范")
    busy = actions.enter_leave
    refused("organisations.not_standing_in", busy, two, cover=three, **days, **lead)
    refused("access.permitted", actions.enter_leave, two, cover=one, **days, **own)
    actions.strike_leave(one, leave=leave, **own)
    actions.enter_leave(two, cover=one, **days, **lead)
    for halves in (3, 2):
        actions.record_training(one, on=today, half_hours=halves, subject="应急救护", **lead)
    assert file_of(one, today).hours == "2.5"


def test_a_file_goes_a_year_after_who_left(take_on, actor, at, today):
    staff = take_on(since=today - 800 * DAY, worked_since=today - 800 * DAY)
    lead = {"by": actor("director"), "at": at}
    actions.close_file(staff, until=today - 365 * DAY, seen=0, **lead)
    due.run(at)
    assert Staff.objects.filter(community=staff.community_id).exists()
    due.run(at + DAY)
    assert not Staff.objects.filter(community=staff.community_id).exists()


def test_heads_are_counted_and_nobody_is_named(setting, take_on, actor, at, today):
    assert list(facts.rows(setting.community, today - 40 * DAY, today)) == []
    first = take_on()
    take_on("李示范")
    lead = {"by": actor("director"), "at": at}
    for kind in ("social_worker", "assistant_social_worker", "fire"):
        actions.add_qualification(first, kind=kind, got_on=today - 100 * DAY, **lead)
    told = [(each.kind, each.part) for each in facts.rows(setting.community, today, today)]
    assert told == [(facts.STAFF, 2), (facts.CERTIFIED, 1)]


def test_each_reads_the_own_file_and_the_director_all(setting, take_on, visit, url):
    staff = take_on(key="worker")
    for key, status in (("", 302), ("elder", 404), ("worker", 404), ("director", 200)):
        assert visit(key).get(url("file", staff.pk)).status_code == status
        assert visit(key).get(url("staff")).status_code == status
    looks = Entry.objects.filter(community=setting.community.pk, action="organisations.open_file")
    assert looks.count() == 1
    own = visit("worker").get(url("own"))
    assert own.context["file"].staff == staff
    assert own.context["looks"]  # who looked, told to whom it is about
    assert visit("elder").get(url("own")).context["file"] is None
