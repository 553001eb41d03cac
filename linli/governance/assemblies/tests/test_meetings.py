"""A meeting from its plan to its resolutions: what the law asks, and what it refuses."""

from datetime import date, timedelta

import pytest

from linli.core.clocks.models import Clock
from linli.governance.assemblies import actions
from linli.governance.assemblies.models import Assembly, Resolution
from linli.governance.assemblies.queries import topics_of
from linli.lib.law import Refused
from linli.mechanisms.gathering import actions as door
from linli.mechanisms.publication.models import Posting

pytestmark = pytest.mark.django_db


def refused(rule):
    return pytest.raises(Refused, match=rule)


def kept(assembly):
    return Assembly.objects.select_related("gathering", "community").get(
        community=assembly.community_id, pk=assembly.pk
    )


def test_committee_and_representatives_make_up_the_meeting(plan, call):
    assembly = kept(call(plan()))
    assert (assembly.base, assembly.representatives) == (6, 5)
    expected = assembly.gathering.expected.values_list("name", "capacity").order_by("name")
    assert ("周明华", "member") in expected
    assert ("李建国", "representative") in expected


def test_ten_days_are_enough_and_nine_want_a_reason(plan, call):
    with refused("assemblies.notice_given"):
        call(plan(days=9))
    assembly = call(plan(days=9), urgent_reason="地下车库进水，要马上决定")
    assert (assembly.gathering.notice_days, bool(assembly.gathering.urgent_reason)) == (9, True)
    assert call(plan(days=10)).gathering.notice_days == 10


def test_only_the_director_calls(plan, actor, at):
    with refused("access.permitted"):
        actions.call_assembly(plan(), by=actor("worker"), at=at)


def test_the_notice_hangs_on_the_board_without_a_name(plan, call):
    assembly = call(plan({"title": "楼道照明", "presenter": "周明华"}))
    posting = Posting.objects.get(community=assembly.community_id, template="assemblies.notice")
    assert [row["title"] for row in posting.fields["agenda"]] == ["楼道照明"]
    assert "周明华" not in str(posting.fields)


def test_two_thirds_are_a_quorum_and_one_less_is_not(plan, call, meet):
    with refused("assemblies.meeting_quorum"):
        meet(call(plan()), come=3)
    assert meet(call(plan(days=20)), come=4).gathering.state == "open"


def test_those_who_only_sit_in_make_no_quorum(plan, call, meet, actor, at):
    assembly = call(plan())
    for name in ("甲", "乙", "丙", "丁"):
        door.check_in(assembly.gathering, name=name, capacity="observer", by=actor("worker"), at=at)
    with refused("assemblies.meeting_quorum"):
        meet(assembly, come=3)


def test_half_of_those_present_is_not_enough_and_abstaining_counts_against(
    plan, call, meet, decide
):
    assembly = meet(call(plan({"title": "甲"}, {"title": "乙"}, {"title": "丙"})))
    first, second, third = topics_of(assembly)
    assert not decide(first, 3, 3).adopted
    assert decide(second, 4, 2).adopted
    assert not decide(third, 3, 0, 3).adopted
    numbers = Resolution.objects.filter(community=assembly.community_id)
    assert [each.title for each in numbers] == ["乙"]


def test_no_more_votes_than_people(plan, call, meet, decide):
    (topic,) = topics_of(meet(call(plan())))
    with refused("gathering.votes_add_up"):
        decide(topic, 5, 2)


def test_whoever_leaves_may_take_the_quorum_along(plan, call, meet, decide, actor):
    assembly = meet(call(plan()), come=4)
    came = assembly.gathering.attendances.first()
    then = assembly.gathering.starts_at
    door.check_out(came, by=actor("worker"), at=then + timedelta(minutes=5))
    (topic,) = topics_of(assembly)
    with refused("assemblies.meeting_quorum"):
        decide(topic, 3)


def test_a_reserved_matter_waits_for_study_and_authorisation(
    plan, call, setting, actor, at, representatives
):
    assembly = plan({"title": "年度工作报告", "matter": "annual_report"})
    with refused("assemblies.may_decide"):
        call(assembly)
    given = actions.authorise(
        setting.community,
        matter="annual_report",
        source="2026 年 1 月 10 日居民会议决议",
        since=date(2026, 1, 10),
        by=actor("director"),
        at=at,
    )
    (topic,) = topics_of(assembly)
    actions.change_topic(topic, authorisation=given, by=actor("worker"), at=at)
    with refused("assemblies.studied_first"):
        call(assembly)
    actions.record_study(
        topic,
        on=date(2026, 4, 1),
        by_whom="东湖社区党委",
        opinion="同意提交会议",
        by=actor("worker"),
        at=at,
    )
    assert call(assembly).gathering.state == "called"


def test_an_authorisation_for_another_matter_does_not_help(plan, call, setting, actor, at):
    given = actions.authorise(
        setting.community,
        matter="appraisal",
        source="居民会议决议",
        since=date(2026, 1, 10),
        by=actor("director"),
        at=at,
    )
    with refused("assemblies.may_decide"):
        call(plan({"title": "报告", "matter": "annual_report", "authorisation": given}))


def test_the_study_holds_no_votes():
    from linli.governance.assemblies.models import Study

    fields = {field.name for field in Study._meta.concrete_fields}
    assert fields == {"id", "community", "topic", "on", "by", "opinion", "at"}


def test_the_assembly_counts_residents_against_a_stated_figure(
    plan, call, meet, setting, actor, at
):
    with refused("assemblies.figure_known"):
        call(plan(body="assembly"))
    actions.state_figure(
        setting.community,
        kind="residents",
        number=4,
        source="派出所 2026 年 3 月统计",
        on=date(2026, 3, 31),
        by=actor("worker"),
        at=at,
    )
    assembly = call(plan(body="assembly", days=20))
    for name in ("甲", "乙"):
        door.check_in(assembly.gathering, name=name, capacity="resident", by=actor("worker"), at=at)
    with refused("assemblies.quorum"):
        meet(assembly, come=0)
    door.check_in(assembly.gathering, name="丙", capacity="resident", by=actor("worker"), at=at)
    assert meet(assembly, come=0).gathering.state == "open"


def carried(plan, call, meet, decide, close, **topic):
    assembly = meet(call(plan({"title": "楼道照明", **topic})))
    decide(topics_of(assembly)[0], 5, 1, due_on=date(2026, 6, 30))
    close(assembly)
    return Resolution.objects.select_related("community").get(
        community=assembly.community_id, title="楼道照明"
    )


def test_a_resolution_is_followed_until_it_is_carried_out(plan, call, meet, decide, close, actor):
    resolution = carried(plan, call, meet, decide, close)
    clock = Clock.objects.get(community=resolution.community_id, owner=resolution.pk)
    assert (clock.state, clock.last_day) == ("running", date(2026, 6, 30))
    then = clock.started_at + timedelta(days=30)
    actions.begin(resolution, by=actor("worker"), at=then)
    actions.report_progress(resolution, words="灯具已到货。", by=actor("worker"), at=then)
    actions.carry_out(resolution, words="全部换好。", by=actor("worker"), at=then)
    clock.refresh_from_db()
    assert (resolution.state, clock.state) == ("carried_out", "met")


def test_what_was_decided_hangs_on_the_board_with_its_votes(plan, call, meet, decide, close):
    resolution = carried(plan, call, meet, decide, close)
    posting = Posting.objects.get(community=resolution.community_id, owner=resolution.pk)
    assert posting.fields["votes"] == "在场 6 人：赞成 5，反对 1，弃权 0"


def test_progress_names_nobody(plan, call, meet, decide, close, actor, at):
    resolution = carried(plan, call, meet, decide, close)
    with refused("assemblies.public_words"):
        actions.report_progress(
            resolution, words="请打 13812345678", by=actor("worker"), at=at + timedelta(days=20)
        )


def test_residents_revoke_what_their_committee_decided(
    plan, call, meet, decide, close, setting, actor, at
):
    ours = actions.decide_in_committee(
        setting.community,
        title="活动室周日不开",
        text="活动室每周日闭馆。",
        by=actor("director"),
        at=at,
    )
    assembly = meet(call(plan({"title": "恢复周日开放", "alters": ours, "alters_how": "revoke"})))
    decide(topics_of(assembly)[0], 6)
    close(assembly)
    ours.refresh_from_db()
    assert (ours.state, ours.changed_by.title) == ("revoked", "恢复周日开放")


def test_the_committee_decides_nothing_reserved_to_residents(setting, actor, at):
    with refused("assemblies.may_decide"):
        actions.decide_in_committee(
            setting.community,
            title="公约",
            text="……",
            matter="covenant",
            by=actor("director"),
            at=at,
        )


def test_once_the_notice_is_out_the_agenda_stands(plan, call, actor, at):
    assembly = call(plan())
    with refused("assemblies.topic_planned"):
        actions.add_topic(assembly, title="临时动议", by=actor("worker"), at=at)


def test_a_meeting_called_off_takes_its_notice_down(plan, call, actor, at):
    assembly = call(plan())
    actions.cancel_assembly(assembly, reason="场地停电", by=actor("director"), at=at)
    posting = Posting.objects.get(community=assembly.community_id, template="assemblies.notice")
    assert posting.state == "taken_down"
