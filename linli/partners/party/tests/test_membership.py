"""What could tell that somebody is a member: the door of a meeting, numbers, looks, telephones."""

from datetime import timedelta

import pytest

from linli.core.audit.models import Entry
from linli.lib.law import Refused
from linli.mechanisms.gathering import actions as steps
from linli.partners.party import facts
from linli.partners.party.actions import branches, calendar, council, serving, units
from linli.partners.party.gatherings import COUNCIL
from linli.partners.party.models import Branch, CheckIn, Letter, UnitCheckIn
from linli.partners.party.queries.calendar import meetings_told
from linli.partners.party.rules.serving import shares_told, told
from linli.partners.party.tests.conftest import LIBRARY
from linli.partners.party.tests.test_pages import send

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def refused(rule):
    return pytest.raises(Refused, match=rule)


def test_nobody_walks_in_for_a_branch_and_branches_are_expected_by_name(
    setting, secretary, branch, unit, actor, at
):
    row = council.plan_council(
        setting.community, title="联席会议", venue="党群服务站", starts_at=at + 5 * DAY,
        agenda=["需求清单"], by=secretary, at=at,
    )  # fmt: skip
    council.call_council(row, by=secretary, at=at)
    assert row.gathering.kind == COUNCIL
    expected = {(each.capacity, each.name, each.person_id) for each in row.gathering.expected.all()}
    assert expected == {("unit", unit.name, None), ("branch", branch.name, None)}
    later = {"by": secretary, "at": at + 5 * DAY}
    with refused("party.names_nobody"):
        council.open_council(row, chair="请打13800138000", **later)
    council.open_council(row, chair="社区党组织书记", **later)
    with pytest.raises(Refused):
        steps.check_in(row.gathering, name="林示范", capacity="branch", **later)
    one = row.gathering.expected.get(capacity="branch")
    steps.check_in(row.gathering, expected=one, **later)
    came = row.gathering.attendances.get(capacity="branch")
    assert (came.name, came.account_id, came.person_id) == (branch.name, None, None)


def test_members_are_told_in_fives_and_never_where_few_are_missing():
    assert told(14, 10) == 10
    assert shares_told(12, 27, 10) == (10, 25)
    assert shares_told(9, 30, 10) is None
    assert shares_told(11, 12, 10) is None  # the one who did not would be known
    assert shares_told(21, 30, 10) is None
    assert shares_told(20, 30, 10) == (20, 30)
    assert shares_told(13, 12, 10) is None


def test_small_totals_are_no_facts_and_a_letter_says_nothing_of_members(
    setting, visit, url, secretary, unit, at, today
):
    here, by = setting.community, {"by": secretary, "at": at}
    Branch.objects.create(community=here, kind="branch", name="支部", counted_from=today - 80 * DAY)
    on = today.replace(day=1) - DAY

    def stocks():
        rows = facts.rows(here, on.replace(day=1), on)
        return {row.kind: row.part for row in rows if row.kind.startswith("party.")}

    for kind, value in (("members", 2), ("special_known", 12), ("special_joined", 11)):
        branches.tell_total(here, kind=kind, on=on - DAY, value=value, **by)
    assert not {"party.members", "party.joined", "party.special_known"} & set(stocks())
    for kind, value in (("members", 87), ("special_known", 43), ("special_joined", 22)):
        branches.tell_total(here, kind=kind, on=on, value=value, **by)
    assert stocks()["party.members"] == 85
    assert (stocks()["party.joined"], stocks()["party.special_known"]) == (20, 40)
    letter = units.write_letter(unit, starts=today - DAY, ends=today - DAY, **by)
    assert "members" not in {field.name for field in Letter._meta.get_fields()}
    assert letter.taken == 0
    UnitCheckIn.objects.filter(community=here, pk=unit.pk).update(living_here=3)
    assert "不满十人" in visit("director").get(url("unit", unit.pk)).content.decode()


def test_each_look_is_told_to_whom_it_is_about(setting, visit, url, secretary, actor, at, today):
    me = actor("tenant")
    row = serving.check_in(setting.community, name="小何", consents=True, by=me, at=at)
    service = serving.record_service(row, on=today, minutes=30, told="陪聊", by=me, at=at)
    desk, mine = visit("party"), visit("tenant")
    assert "书记还没有看过" in mine.get(url("mine")).content.decode()
    assert "陪聊" in desk.get(url("answer", service.pk)).content.decode()
    assert desk.get(url("row", row.pk)).status_code == 200
    looks = Entry.objects.filter(action="party.look_at_checkin", subject=row.pk)
    assert looks.count() == 2
    assert not looks.exclude(about=None).exists()  # the book names no member
    assert len(mine.get(url("mine")).context["looks"]) == 2
    once = mine.get(url("mine")).context["once"]
    key = once.get_initial_for_field(once.fields["once"], "once")
    for _twice in range(2):
        assert mine.post(url("stay", row.pk), {"once": key}).status_code == 302
    assert CheckIn.objects.filter(community=setting.community).count() == 1


def test_only_what_is_open_to_residents_is_announced(setting, secretary, branch, at, today):
    for sort in ("assembly", "committee", "life", "theme_day", "lecture"):
        calendar.plan_meeting(
            branch, sort=sort, topic="学习", planned_on=today, by=secretary, at=at
        )
    told_sorts = {each.sort for each in meetings_told(setting.community, today)}
    assert told_sorts == {"theme_day", "lecture"}


def test_telephones_are_of_offices_and_rows_are_entered_once(
    monkeypatch, setting, secretary, branch, room, at, today
):
    here, by = setting.community, {"by": secretary, "at": at}
    with refused("party.office_phone"):
        branches.change_branch(branch, phone="13800138000", seen=branch.version, **by)
    with refused("party.office_phone"):
        units.check_in_unit(
            here, unit=LIBRARY.id, office="办公室", phone="13800138000", since=today, **by
        )
    monkeypatch.setattr(branches, "_fits", lambda *_given: None)  # a twin was a moment faster
    with refused("party.branch_named_once"):
        branches.found_branch(here, kind="branch", name=branch.name, **by)
    later = branches.found_branch(
        here, kind="group", name="新小组", counted_from=today + 60 * DAY, phone="0990-5550100", **by
    )
    assert branches.end_branch(later, until=today, **by).until == today


def test_an_item_of_no_year_is_not_there(visit, url, secretary):
    desk = visit("party")
    for day in ("9999-12-01", "0001-01-01"):
        assert desk.get(url("publish", "service", day)).status_code == 404


def test_after_the_call_the_slips_are_at_hand(setting, visit, url, secretary, unit, at):
    row = council.plan_council(
        setting.community, title="联席会议", venue="服务站", starts_at=at + 9 * DAY,
        agenda=["需求"], by=secretary, at=at,
    )  # fmt: skip
    desk = visit("party")
    sent = send(desk, url("step_council", row.pk, "call"))
    slips = desk.get(sent.url)
    assert "slips" in sent.url
    assert unit.name in slips.content.decode()
