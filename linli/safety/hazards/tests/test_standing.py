"""Fire, the community police's page, the monthly meeting, lost and found."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.places.queries import houses_in
from linli.lib.law import Refused
from linli.safety.hazards import due
from linli.safety.hazards.actions import fire, found, meeting, police
from linli.safety.hazards.models import FireKeeper
from linli.safety.hazards.queries import standing

pytestmark = pytest.mark.django_db


def refused(rule):
    return pytest.raises(Refused, match=rule)


def test_one_office_keeps_fire_safety_and_a_covenant_is_signed_by_counts(setting, by, today):
    ours = setting.community
    for office in ("居委会主任", "居委会副主任"):
        fire.name_fire_keeper(ours, office=office, office_phone="", paper="居委会 1 号文",
                              since=today, **by("director"))  # fmt: skip
    assert standing.keeper_of(ours).office == "居委会副主任"
    assert FireKeeper.objects.filter(community=ours).count() == 2
    given = {"text": "不占通道，不在楼道充电。", "adopted_on": today, "adopted_by": "居民会议"}
    covenant = fire.adopt_covenant(ours, **given, **by("worker"))
    house = houses_in(ours).first()
    with refused("hazards.signed_within"):
        fire.count_signed(covenant, place=house, signed=61, households=60, **by("worker"))
    fire.count_signed(covenant, place=house, signed=4, households=60, **by("worker"))
    assert standing.signed_by_building(covenant, today) == [(house, "few")]
    fire.count_signed(covenant, place=house, signed=40, households=60, **by("worker"))
    assert standing.signed_by_building(covenant, today) == [(house, 40)]


def test_an_alert_ends_by_itself_and_nothing_goes_to_the_police_without_a_paper(setting, by, today):
    ours = setting.community
    given = {"kind": "fraud", "title": "谨防冒充客服", "words": "不转账，不给验证码。",
             "told_by": "示范派出所"}  # fmt: skip
    police.put_alert(ours, until=today, **given, **by("worker"))
    assert standing.alerts_now(ours, today).exists()
    assert not standing.alerts_now(ours, today + timedelta(days=1)).exists()
    with refused("hazards.alert_ahead"):
        police.put_alert(ours, until=today - timedelta(days=1), **given, **by("worker"))
    with refused("hazards.given_on_paper"):
        police.log_given(ours, ground="law", paper=" ", what="诉求原文", **by("director"))
    with refused("access.permitted"):
        police.log_given(ours, ground="law", paper="调取 1 号", what="诉求原文", **by("worker"))
    police.log_given(ours, ground="law", paper="调取 1 号", what="诉求原文", **by("director"))


def test_what_a_meeting_wants_done_has_an_owner_and_a_day(setting, by, at, today):
    called = meeting.call_meeting(
        setting.community, title="社区安全例会", venue="警务室", starts_at=at + timedelta(days=1),
        agenda=["消防通道", "防诈骗"], called_by="居委会", **by("worker"),
    )  # fmt: skip
    wanted = {"what": "通道口加标志", "owner": "物业", "due_on": today}
    with refused("hazards.meeting_began"):
        meeting.add_meeting_point(called, **wanted, **by("worker"))
    meeting.open_meeting(called, chair="居委会主任", **by("worker"))
    point = meeting.add_meeting_point(called, **wanted, **by("worker"))
    assert list(standing.points_late(setting.community, today + timedelta(days=1))) == [point]
    meeting.close_meeting(called, **by("worker"))
    meeting.settle_point(point, outcome="装好了两块", **by("worker"))
    with refused("hazards.point_settled_once"):
        meeting.settle_point(point, outcome="装好了两块", **by("worker"))


def test_a_found_thing_goes_to_its_owner_or_to_the_police_and_names_are_blanked(
    setting, by, at, today
):
    given = {"thing": "一串钥匙", "where": "北门", "found_on": today, "marks": "红绳",
             "finder": "保安室"}  # fmt: skip
    row = found.take_in_found(setting.community, **given, **by("worker"))
    assert row.until == today + timedelta(days=20)
    with refused("hazards.claim_proved"):
        found.give_back_found(row, claimant="示范领取人", proof=" ", **by("worker"))
    found.give_back_found(row, claimant="示范领取人", proof="红绳对上", **by("worker"))
    other = found.take_in_found(setting.community, **given, **by("worker"))
    with refused("hazards.police_receipt"):
        found.pass_on_found(other, paper="", **by("worker"))
    found.pass_on_found(other, paper="回执 7 号", **by("worker"))
    lost = found.report_lost(
        setting.community, thing="老年卡", where="菜场", lost_on=today, contact="示范联系",
        by=NOBODY, at=at,
    )  # fmt: skip
    due.run(at + timedelta(days=30))
    row.refresh_from_db()
    assert row.claimant == "示范领取人"
    due.run(at + timedelta(days=31))
    due.run(at + timedelta(days=200))
    for each in (row, other, lost):
        each.refresh_from_db()
    assert (row.claimant, row.proof, other.marks, lost.contact) == ("", "", "", "")
    assert due.run(at + timedelta(days=201)) == 0
