"""Party affairs as they are lived: published, met, pledged, served, and forgotten."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from linli.core.audit.models import Entry
from linli.lib.law import Refused
from linli.partners.party import due, facts
from linli.partners.party.actions import branches, calendar, council, serving, units
from linli.partners.party.forgetting import delete_party_rows
from linli.partners.party.lists import Work
from linli.partners.party.models import CheckIn, PostClaim, Service
from linli.partners.party.queries.calendar import affairs_of, turns_in
from linli.partners.party.tests.conftest import CHOIR, LIBRARY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def refused(rule):
    return pytest.raises(Refused, match=rule)


def counted(community, since, until):
    found = {}
    for fact in facts.rows(community, since, until):
        found.setdefault(fact.kind, []).append((fact.part, fact.whole))
    return found


def deleted(at):
    done = due.run(at)
    return done["checkins"], done["claims"]


def test_meetings_are_counts_and_an_overdue_item_is_seen(setting, secretary, branch, at, today):
    here, by = setting.community, {"by": secretary, "at": at}
    meeting = calendar.plan_meeting(
        branch, sort="assembly", topic="上半年服务项目", planned_on=today, **by
    )
    with refused("party.sort_of_branch"):
        calendar.plan_meeting(branch, sort="group", topic="x", planned_on=today, **by)
    with refused("party.names_nobody"):
        calendar.plan_meeting(
            branch, sort="theme_day", topic="请打13800000000", planned_on=today, **by
        )
    with refused("party.not_ahead"):
        calendar.hold_meeting(meeting, held_on=today + DAY, present=9, minutes="记录", **by)
    meeting = calendar.hold_meeting(meeting, held_on=today, present=21, minutes="大会记录", **by)
    with refused("party.meeting_planned"):
        calendar.hold_meeting(meeting, held_on=today, present=9, minutes="记录", **by)
    turns = turns_in(here, date(2026, 1, 1), today, today)[0].turns
    held = [each for each in turns if each.held_on]
    assert [each.sort for each in held] == ["assembly"]
    waiting = affairs_of(here, today)
    late = next(each for each in waiting if each.item.key == "service")
    assert late.late
    assert late.due_on < today
    with refused("party.names_nobody"):
        calendar.publish_affair(
            here, item="service", about=late.time.starts, text="找陈大明13800000000", **by
        )
    with refused("party.time_over"):
        calendar.publish_affair(here, item="service", about=today, text="项目", **by)
    affair = calendar.publish_affair(
        here, item="service", about=late.time.starts, text="办了两个项目", **by
    )
    assert affair.posting.fields["text"] == "办了两个项目"
    with refused("party.affair_once"):
        calendar.publish_affair(here, item="service", about=late.time.ends, text="再公开", **by)


def test_pledges_and_letters_are_told_in_counts(setting, secretary, branch, room, unit, at, today):
    here, by = setting.community, {"by": secretary, "at": at}
    pledge = calendar.promise(branch, title="每周六义务修伞", due_on=today, **by)
    later = {"by": secretary, "at": at + DAY}
    calendar.keep_pledge(pledge, kept_on=today + DAY, told="修了三十把", **later)
    room.work = Work(3, 2, 1)
    letter = units.write_letter(unit, starts=today, ends=today, words="谢谢支持", **later)
    assert (letter.taken, letter.met, letter.in_time) == (3, 2, 1)
    with refused("party.letter_once"):
        units.write_letter(unit, starts=today, ends=today, **later)
    seen = counted(here, today, today + DAY)
    assert seen["party.pledge"] == [(0, 1)]
    assert "party.reported" not in seen
    assert {part for part, _whole in seen.get("party.covered", [])} <= {1}
    branches.tell_total(here, kind="members", on=today, value=85, **by)
    branches.tell_total(here, kind="team_hours", on=today, value=120, **by)
    assert counted(here, today, today)["party.team_hours"] == [(120, None)]


def test_a_unit_of_the_register_checks_in_once_and_is_called_as_it_is_there(
    setting, secretary, room, unit, at, today
):
    here, by = setting.community, {"by": secretary, "at": at}
    assert (unit.unit, unit.name) == (LIBRARY.id, LIBRARY.name)
    with refused("party.unit_once"):
        units.check_in_unit(here, unit=LIBRARY.id, office="办公室", since=today, **by)
    with refused("party.unit_known"):
        units.check_in_unit(here, unit=UUID(int=9), office="办公室", since=today, **by)
    units.end_unit(unit, until=today, **by)
    assert units.check_in_unit(here, unit=LIBRARY.id, office="办公室", since=today, **by)


def test_who_checks_in_is_nobodys_business_and_goes_at_a_word(
    setting, secretary, branch, room, actor, at, today
):
    here, me = setting.community, actor("tenant")
    with refused("party.consented"):
        serving.check_in(here, name="老林", consents=False, by=me, at=at)
    mine = serving.check_in(here, name="老林", consents=True, by=me, at=at)
    with refused("party.checked_in_once"):
        serving.check_in(here, name="老林", consents=True, by=me, at=at)
    assert (
        not Entry.objects.filter(community=here.pk, action="party.check_in")
        .exclude(account=None)
        .exists()
    )
    with refused("party.need_listed"):
        serving.record_service(
            mine, on=today, minutes=60, told="下棋", need=UUID(int=9), by=me, at=at
        )
    service = serving.record_service(
        mine, on=today, minutes=60, told="陪老人下棋", need=CHOIR.id, by=me, at=at
    )
    assert service.need_title == "排练场地"
    for other in ("worker", "director", "elder"):
        with refused("access.permitted"):
            serving.look_at_checkin(mine, by=actor(other), at=at)
        with refused("access.permitted"):
            serving.record_service(mine, on=today, minutes=60, told="x", by=actor(other), at=at)
        with refused("access.permitted"):
            serving.answer_service(service, words="好", by=actor(other), at=at)
    serving.answer_service(service, words="辛苦了", by=secretary, at=at)
    serving.look_at_checkin(mine, by=secretary, at=at)
    serving.leave(mine, by=me, at=at)
    assert not CheckIn.objects.filter(community=here).exists()
    assert not Service.objects.filter(community=here).exists()


def test_what_nobody_says_again_is_deleted_by_time(setting, secretary, actor, at, today):
    here, me = setting.community, actor("tenant")
    post = serving.open_post(here, title="楼道绿植", about="每周浇一次水", wanted=1,
                             by=secretary, at=at)  # fmt: skip
    claim = serving.claim_post(post, contact="晚上在家", by=me, at=at)
    with refused("party.post_free"):
        serving.claim_post(post, contact="x", by=actor("elder"), at=at)
    serving.check_in(here, name="老林", consents=True, by=me, at=at)
    edge = at + timedelta(days=365)
    assert deleted(edge) == (0, 0)
    serving.stay(claim, by=me, at=edge)
    assert deleted(edge + DAY) == (1, 0)
    assert deleted(edge + DAY) == (0, 0)
    assert PostClaim.objects.filter(community=here).count() == 1


def test_when_somebody_is_forgotten_their_rows_go(setting, secretary, actor, at):
    here, me = setting.community, actor("tenant")
    serving.check_in(here, name="老林", consents=True, by=me, at=at)
    person = setting.accounts["tenant"].person
    delete_party_rows(person, at)
    assert not CheckIn.objects.filter(community=here).exists()


def test_the_council_counts_once_its_minutes_are_signed(setting, secretary, unit, at):
    here, by = setting.community, {"by": secretary, "at": at}
    row = council.plan_council(
        here, title="第四季度联席会议", venue="党群服务站", starts_at=at + 5 * DAY,
        agenda=["需求清单", "明年项目"], **by,
    )  # fmt: skip
    council.call_council(row, **by)
    assert row.gathering.expected.count() == 1
    meets = {"by": secretary, "at": at + 5 * DAY}
    council.open_council(row, chair="社区党组织书记", **meets)
    council.close_council(row, **meets)
    assert row.gathering.state == "closed"
    soon = council.plan_council(
        here, title="临时会", venue="站", starts_at=at + DAY, agenda=["一件事"], **by
    )
    with refused("party.council_notice"):
        council.call_council(soon, **by)
