"""Teachers, groups, learning and deliveries through the door."""

from datetime import time, timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.audit.models import Entry
from linli.core.clocks.expiring import expiring
from linli.core.messages.models import Message
from linli.culture.activities import facts
from linli.culture.activities.actions import groups, learning, screenings, teaching, turns
from linli.culture.activities.actions.groups import Hours, Registered
from linli.culture.activities.actions.teaching import Taught
from linli.culture.activities.models.groups import Group, Meeting, Member, Turn
from linli.culture.activities.models.learning import CourseCertificate, NeedsAnswer, Topic, Wish
from linli.culture.activities.models.teachers import Teacher
from linli.culture.activities.queries import learning as learning_queries
from linli.culture.activities.queries.teaching import teachers_on
from linli.culture.activities.tests.conftest import moment
from linli.lib.law import Refused
from linli.mechanisms.signup.models import Occasion, Presence

pytestmark = pytest.mark.django_db


def refused(rule, act, *args, **given):
    with pytest.raises(Refused) as told:
        act(*args, **given)
    assert told.value.finding.rule == rule


@pytest.fixture
def doing(actor, at):
    """Carries an act out as somebody, now."""
    return lambda act, subject, key="worker", when=None, **given: act(
        subject, by=actor(key), at=when or at, **given
    )


@pytest.fixture
def choir(setting, doing):
    said = Registered(
        "合唱队", "culture", "爱唱歌的都来", "活动室", "王老师", "signed",
        leader_phone="0990-5550123",
    )  # fmt: skip
    return doing(groups.register_group, setting.community, registered=said)


def test_a_teacher_is_named_by_consent_and_a_certificate_that_ran_out_stays_to_be_seen(
    setting, doing, today
):
    here = setting.community
    said = Taught("太极拳", today - timedelta(days=400), kind="sport_instructor", name="李教练")
    refused(
        "activities.teacher_consents", doing, teaching.register_teacher, here,
        taught=Taught("太极拳", today, name="李教练", named=True),
    )  # fmt: skip
    teacher = doing(teaching.register_teacher, here, taught=said)
    assert teacher.shown_name == ""
    with pytest.raises(IntegrityError), transaction.atomic():
        Teacher.objects.filter(community=here, pk=teacher.pk).update(shown_name="李教练")
    kept = {"kind": "社会体育指导员证", "issuer": "区体育局", "number": "4200-77"}
    year = timedelta(days=365)
    doing(
        teaching.add_certificate, teacher, issued_on=today - 4 * year,
        valid_until=today - timedelta(days=1), **kept,
    )  # fmt: skip
    (row,) = teachers_on(here, today)
    assert [one.state for one in row.certificates] == ["expired"]
    assert facts_of(here, today)["sport.instructors"] == 0
    doing(teaching.note_taught, teacher, on=today, what="带练一小时")
    doing(teaching.note_taught, teacher, on=today, what="带练两小时")
    assert facts_of(here, today)["sport.instructors"] == 1
    refused(
        "activities.learning_not_ahead", doing, teaching.note_taught, teacher,
        on=today + timedelta(days=1), what="带练",
    )  # fmt: skip
    soon = today + timedelta(days=60)
    doing(teaching.add_certificate, teacher, issued_on=today, valid_until=soon, **kept)
    (row,) = teachers_on(here, today)
    assert [one.state for one in row.certificates] == ["soon"]
    assert teacher.certificates.count() == 2  # the old one is kept
    worker = setting.actor("worker", today)
    ending = [each.on for _source, each in expiring(here, today, soon, worker)]
    assert soon in ending
    nobody = setting.actor("elder", today)
    assert not [
        s for s, _e in expiring(here, today, soon, nobody) if s.name == "teaching_certificates"
    ]


def facts_of(community, on):
    return {fact.kind: fact.part for fact in facts.groups.rows(community, on, on)}


def test_a_group_is_registered_by_consent_and_dances_only_in_the_hours_agreed(
    setting, doing, at, today
):
    here = setting.community
    dance = {"title": "晚风舞队", "kind": "dance", "about": "跳舞", "place": "小广场",
             "leader_name": "刘"}  # fmt: skip
    for rule, way, hours in (
        ("activities.leader_consents", "spoken", Hours()),
        ("activities.hours_agreed", "signed", Hours()),
    ):
        said = Registered(**dance, way=way, hours=hours)
        refused(rule, doing, groups.register_group, here, registered=said)
    said = Registered(**dance, way="signed", hours=Hours(time(19), time(20, 30), "周围三栋和物业"))
    group = doing(groups.register_group, here, registered=said)
    tomorrow = today + timedelta(days=1)
    late = [(moment(tomorrow, 20), moment(tomorrow, 21))]
    refused("activities.within_agreed_hours", doing, groups.plan_meetings, group, spans=late)
    doing(groups.plan_meetings, group, spans=[(moment(tomorrow, 19), moment(tomorrow, 20))])
    assert Turn.objects.filter(community=here).count() == 2
    doing(groups.agree_hours, group, since=time(18), until=time(19, 30), with_whom="周围三栋")
    meeting = Meeting.objects.get(community=here)
    assert meeting.called_off_for
    assert meeting.sequence == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Group.objects.filter(community=here).update(consent_way="", consented_at=None)


def test_a_rota_is_filled_by_members_and_who_cannot_frees_it_for_the_next(
    setting, doing, choir, at, today, django_capture_on_commit_callbacks
):
    here = setting.community
    day = today + timedelta(days=2)
    doing(groups.plan_meetings, choir, spans=[(moment(day, 9), moment(day, 11))])
    turn = Turn.objects.select_related("meeting__group").get(community=here, role="lead")
    with pytest.raises(Refused):
        doing(turns.take_turn, turn, "elder")  # does not belong
    for minute, key in enumerate(("elder", "tenant", "representative")):
        doing(
            groups.join_group,
            choir,
            key,
            when=at + timedelta(minutes=minute),
            called=f"组员{minute}",
        )
    refused("activities.member_once", doing, groups.join_group, choir, "elder", called="我")
    doing(turns.take_turn, turn, "elder")
    refused("activities.turn_free", doing, turns.take_turn, turn, "tenant")
    refused("activities.turn_own", doing, turns.pass_turn, turn, "tenant")
    with django_capture_on_commit_callbacks(execute=True):
        doing(turns.pass_turn, turn, "elder")
    turn.refresh_from_db()
    assert turn.holder is None
    assert turn.asked.account == setting.accounts["tenant"]
    told = Message.objects.filter(community=here, kind="activities.turn_asked")
    assert told.filter(account=setting.accounts["tenant"]).count() == 1
    doing(groups.leave_group, choir, "tenant")  # leaving frees it, too
    turn.refresh_from_db()
    assert turn.asked.account == setting.accounts["representative"]
    assert not Member.objects.filter(community=here, account=setting.accounts["tenant"]).exists()
    doing(turns.pass_turn, turn, "representative")
    turn.refresh_from_db()
    assert (turn.holder, turn.asked) == (None, None)  # open to all; nobody is asked twice
    doing(turns.take_turn, turn, "elder")  # who could not can after all


def test_a_group_counts_as_active_once_it_met_and_leaves_the_page_at_its_leaders_word(
    setting, doing, choir, actor, at, today
):
    here = setting.community
    assert facts_of(here, today)["group.active"] == 0
    start = at - timedelta(days=1)
    spans = [(start, start + timedelta(hours=2))]
    refused("activities.meeting_ahead", doing, groups.plan_meetings, choir, spans=spans)
    doing(groups.plan_meetings, choir, when=start, spans=spans)
    meeting = Meeting.objects.select_related("group").get(community=here)
    with pytest.raises(Refused):
        doing(groups.tell_meeting, meeting, "elder", came=9)
    bearer = actor("elder").bearing(choir.pk)
    groups.lead_by_account(choir, by=bearer, at=at)
    meeting.group.refresh_from_db()
    doing(groups.tell_meeting, meeting, "elder", came=12)
    assert facts_of(here, today)["group.active"] == 1
    groups.close_group(choir, by=bearer, at=at)
    choir.refresh_from_db()
    assert (choir.leader_name, choir.leader_phone, choir.shown_since) == ("", "", None)
    assert facts_of(here, today)["group.active"] == 0


@pytest.fixture
def course(setting, doing, announced, put_down, at, today):
    """A course of three dates that lie behind, with marks: who came how often."""

    def held(*came, titles="书法班", seats=20):
        activity = announced(seats, title=titles, times=3)
        sheet = activity.sheet
        dates = list(Occasion.objects.filter(community=setting.community, sheet=sheet))
        for number, one in enumerate(dates):
            start = at - timedelta(days=20 - number)
            one.starts_at, one.ends_at = start, start + timedelta(hours=1)
            one.state, one.marked_at = "held", at
            one.save()
        for number, times in enumerate(came):
            entry = put_down(activity, f"学员{number}", f"0990-55520{number:02}")
            Presence.objects.bulk_create(
                Presence(
                    community=setting.community, signup=entry, occasion=one, at=at,
                    state="present" if place < times else "absent",
                )
                for place, one in enumerate(dates)
            )  # fmt: skip
        return sheet

    return held


def test_certificates_go_to_those_who_came_to_two_thirds_once_and_when_the_course_is_over(
    setting, doing, course
):
    here = setting.community
    sheet = course(3, 2, 1, 0)
    one = Occasion.objects.filter(community=here, sheet=sheet).first()
    Occasion.objects.filter(community=here, pk=one.pk).update(state="planned", marked_at=None)
    refused("activities.course_over", doing, learning.give_certificates, sheet)
    Occasion.objects.filter(community=here, pk=one.pk).update(state="held")
    assert doing(learning.give_certificates, sheet) == 2
    assert doing(learning.give_certificates, sheet) == 0
    given = CourseCertificate.objects.filter(community=here).order_by("serial")
    assert [(each.present, each.held, each.least) for each in given] == [
        (3, 3, "2/3"),
        (2, 3, "2/3"),
    ]
    first = given[0]
    doing(learning.void_course_certificate, first, reason="到课记错了")
    refused(
        "activities.certificate_stands", doing, learning.void_course_certificate, first,
        reason="再作废",
    )  # fmt: skip
    assert doing(learning.give_certificates, sheet) == 1  # a new one, with the next number


def test_coverage_counts_wishes_and_courses_each_person_once(
    setting, doing, course, today, put_down
):
    here = setting.community
    calligraphy = doing(learning.add_topic, here, title="书法")
    phones = doing(learning.add_topic, here, title="用手机")
    for key in ("elder", "tenant"):
        doing(learning.wish_to_learn, here, key, topics=[calligraphy, phones])
    doing(learning.wish_to_learn, here, "tenant", topics=[phones])
    assert Wish.objects.filter(community=here, account=setting.accounts["tenant"]).count() == 1
    sheet = course(*[1] * 10, *[0] * 11, seats=30)
    doing(learning.tie_course, calligraphy, sheet=sheet)
    entry = sheet.signups.first()  # the elder is one of those who signed up: counted once
    entry.account = setting.accounts["elder"]
    entry.save()
    whole, rows = learning_queries.coverage_on(here, today)
    by_title = {row.topic.title: row.coverage for row in rows}
    assert (by_title["书法"].learners, by_title["书法"].wishing) == (10, 21)
    assert by_title["书法"].may_be_told
    assert (whole.learners, whole.wishing) == (10, 22)
    assert (by_title["用手机"].learners, by_title["用手机"].wishing) == (0, 2)
    assert by_title["用手机"].wishing_hidden
    later = today + timedelta(days=400)
    assert learning_queries.coverage_on(here, later)[0].learners == 0
    told = Entry.objects.filter(community=here.pk, action="activities.wish_to_learn")
    assert {each.account for each in told} == {None}  # the book does not say who wishes what


def test_the_question_after_a_course_is_answered_once_by_who_came_and_without_a_name(
    setting, doing, course, at, actor
):
    here = setting.community
    sheet = course(1, 0)
    came, stayed = sheet.signups.order_by("number")
    topic = doing(learning.add_topic, here, title="国画")

    def say(signup, **given):
        bearer = actor("elder").bearing(signup.pk)
        return learning.answer_needs(signup, helped="much", by=bearer, at=at, **given)

    say(came, next_topic=topic)
    refused("activities.needs_once", say, came)
    refused("activities.needs_came", say, stayed)
    answer = NeedsAnswer.objects.get(community=here)
    assert {field.name for field in answer._meta.fields} == {
        "id",
        "community",
        "sheet",
        "helped",
        "next_topic",
    }
    entry = Entry.objects.get(community=here.pk, action="activities.answer_needs")
    assert entry.account is None
    assert not learning_queries.needs_of(sheet, 10).is_told
    NeedsAnswer.objects.bulk_create(
        NeedsAnswer(community=here, sheet=sheet, helped="much", next_topic=topic) for _ in range(9)
    )
    told = learning_queries.needs_of(sheet, 10)
    assert told.is_told
    assert told.next_topics == [("国画", 10)]
    doing(learning.close_topic, topic)
    assert not Topic.objects.get(community=here, pk=topic.pk).wishes.exists()


def test_a_film_is_asked_for_brought_and_told_of_and_a_fitness_day_keeps_no_result(
    setting, doing, at, today
):
    here = setting.community
    film = doing(
        screenings.ask_delivery, here, kind="film", wished="老电影，露天放", asked_of="区文化和旅游局",
        asked_on=today - timedelta(days=5), place="小广场",
    )  # fmt: skip
    refused(
        "activities.delivery_told", doing, screenings.send_delivery_feedback, film, feedback="好"
    )
    came = {"shown": "老电影一场", "deliverer": "区电影队", "came": 80}
    for days in (-6, 1):
        refused(
            "activities.delivered_after", doing, screenings.note_delivered, film,
            delivered_on=today + timedelta(days=days), **came,
        )  # fmt: skip
    doing(screenings.note_delivered, film, delivered_on=today, **came)
    doing(screenings.send_delivery_feedback, film, feedback="音响清楚，下次想看戏曲")
    refused(
        "activities.delivery_open",
        doing,
        screenings.note_delivered,
        film,
        delivered_on=today,
        **came,
    )
    said = screenings.Announced(
        "fitness_test", "国民体质监测", at - timedelta(hours=3), at + timedelta(minutes=1),
        "活动室", "区体育局",
    )  # fmt: skip
    day = doing(screenings.announce_sport_day, here, announced=said)
    refused("activities.sport_day_over", doing, screenings.tell_sport_day, day, came=40)
    doing(screenings.tell_sport_day, day, when=at + timedelta(minutes=1), came=40)
    assert not {"result", "results", "person", "account"} & {f.name for f in day._meta.fields}
