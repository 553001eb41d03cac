"""The pages of learning, groups and thanks, as the cast meets them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from linli.culture.activities.models.groups import Group, Meeting, Turn
from linli.culture.activities.models.learning import CourseCertificate, Topic, Wish
from linli.culture.activities.models.recognition import HonourCall, NeighbourStory, Nomination
from linli.culture.activities.models.screenings import Delivery, SportDay
from linli.culture.activities.models.teachers import Teacher
from linli.mechanisms.signup.models import Occasion, Presence

pytestmark = pytest.mark.django_db


def read(response):
    return response.content.decode()


@pytest.fixture
def fill(url):
    """Opens a form as somebody, fills it in and sends it."""

    def filled(client, name, said=None, status=302, **parts):
        address = url(name, **parts)
        page = client.get(address)
        assert page.status_code == 200, (name, page.status_code)
        form = page.context["form"]
        start = {each: form[each].value() for each in form.fields if form[each].value() is not None}
        sent = client.post(address, {**start, **(said or {})})
        assert sent.status_code == status, (name, read(sent)[-3000:])
        return sent

    return filled


def test_teachers_and_their_certificates(visit, url, fill, setting, today):
    worker, here = visit("worker"), setting.community
    assert visit("elder").get(url("teachers_desk")).status_code == 404
    said = {"kind": "sport_instructor", "engaged": "part", "teaches": "太极拳", "name": "李示范",
            "named": "on"}  # fmt: skip
    fill(worker, "register_teacher", said, 409)  # agreed how?
    fill(worker, "register_teacher", {**said, "way": "signed"})
    teacher = Teacher.objects.get(community=here)
    fill(worker, "add_certificate", {
        "kind": "社会体育指导员证", "issuer": "区体育局", "number": "4200-77",
        "issued_on": today - timedelta(days=900), "valid_until": today - timedelta(days=1),
    }, teacher_id=teacher.pk)  # fmt: skip
    fill(worker, "note_taught", {"what": "带练"}, teacher_id=teacher.pk)
    for page in (read(visit().get(url("teachers"))), read(worker.get(url("teachers_desk")))):
        assert "已过期" in page
        assert "李示范" in page
        assert "4200-77" not in page
    fill(worker, "hide_teacher", teacher_id=teacher.pk)
    assert "李示范" not in read(visit().get(url("teachers")))
    fill(worker, "end_teaching", {"until": today - timedelta(days=0)}, teacher_id=teacher.pk)


def test_a_group_from_the_desk_to_its_calendar_and_away_again(visit, url, fill, setting, today):
    worker, elder, here = visit("worker"), visit("elder"), setting.community
    said = {"title": "合唱队", "kind": "culture", "about": "爱唱歌的都来", "place": "活动室",
            "leader_name": "王示范", "leader_phone": "0990-5550123", "way": "signed"}  # fmt: skip
    fill(worker, "register_group", {**said, "kind": "dance"}, 409)
    fill(worker, "register_group", {**said, "about": "找李建国 13800001111"}, 422)
    fill(worker, "register_group", {**said, "show_phone": "on"})
    group = Group.objects.get(community=here)
    assert group.code in read(worker.get(url("group_desk", group_id=group.pk)))
    page = read(visit().get(url("group", group_id=group.pk)))
    assert "0990-5550123" in page
    assert "王示范" not in page
    fill(visit(), "hide_group_phone", code=group.code)
    assert "0990-5550123" not in read(visit().get(url("group", group_id=group.pk)))
    assert elder.get(url("plan_meetings", group_id=group.pk)).status_code == 404
    fill(elder, "lead_group", code=group.code)
    fill(elder, "plan_meetings", {
        "first": today + timedelta(days=1), "starts": "09:00", "minutes": 60, "every": "week",
        "until": today + timedelta(days=15),
    }, group_id=group.pk)  # fmt: skip
    assert Meeting.objects.filter(community=here).count() == 3
    feed = visit().get(url("group_feed", group_id=group.pk))
    assert feed["Content-Type"].startswith("text/calendar")
    assert read(feed).count("BEGIN:VEVENT") == 3
    joined = {"called": "唱低音的", "once": "0a0a0a0a-0000-4000-8000-000000000001"}
    elder.post(url("join_group", group_id=group.pk), joined)
    turn = Turn.objects.filter(community=here).first()
    elder.post(url("take_turn", turn_id=turn.pk))
    assert "我来不了" in read(elder.get(url("group", group_id=group.pk)))
    assert "唱低音的" not in read(visit("tenant").get(url("group", group_id=group.pk)))
    elder.post(url("pass_turn", turn_id=turn.pk))
    meeting = Meeting.objects.filter(community=here).order_by("starts_at").first()
    fill(elder, "call_off_meeting", {"reason": "活动室刷墙"}, meeting_id=meeting.pk)
    assert "STATUS:CANCELLED" in read(visit().get(url("group_feed", group_id=group.pk)))
    fill(worker, "agree_hours", {
        "since": "19:00", "until": "20:00", "with_whom": "周围三栋"}, group_id=group.pk)  # fmt: skip
    elder.post(url("leave_group", group_id=group.pk))
    fill(visit(), "close_own_group", code=group.code)
    assert visit().get(url("group", group_id=group.pk)).status_code == 404
    assert "合唱队" not in read(visit().get(url("groups")))
    assert read(worker.get(url("groups_desk")))


def test_wishes_the_question_and_a_certificate_that_is_checked(
    visit, url, fill, setting, announced, put_down, at
):
    worker, elder, here = visit("worker"), visit("elder"), setting.community
    fill(worker, "add_topic", {"title": "书法"})
    topic = Topic.objects.get(community=here)
    tick = {"topics": [topic.pk], "once": "0a0a0a0a-0000-4000-8000-000000000002"}
    elder.post(url("tick_wishes"), tick)
    assert Wish.objects.filter(community=here).count() == 1
    page = read(visit().get(url("wishes")))
    assert "不到 10 人，不显示" in page
    assert "怎么算的" in page
    activity = announced(20, times=1)
    sheet = activity.sheet
    entry = put_down(activity, "学员示范", account=setting.accounts["elder"])
    (date,) = Occasion.objects.filter(community=here, sheet=sheet)
    date.starts_at, date.ends_at = at - timedelta(days=2), at - timedelta(days=2, hours=-1)
    date.state = "held"
    date.save()
    Presence.objects.create(community=here, signup=entry, occasion=date, at=at, state="present")
    fill(worker, "tie_course", {"topic": topic.pk}, sheet_id=sheet.pk)
    assert "课后一问" in read(elder.get(url("wishes")))
    assert visit().get(url("answer_needs", signup_id=entry.pk)).status_code == 404
    fill(elder, "answer_needs", {"helped": "much"}, signup_id=entry.pk)
    fill(visit(), "answer_by_slip", {"helped": "much"}, 409, code=entry.code)
    assert "先不显示" in read(worker.get(url("course_desk", sheet_id=sheet.pk)))
    fill(worker, "give_certificates", sheet_id=sheet.pk)
    given = CourseCertificate.objects.get(community=here)
    assert "学员示范" in read(worker.get(url("print_certificate", certificate_id=given.pk)))
    assert visit().get(url("find_certificate"), {"code": "nothing"}).status_code == 422
    found = visit().get(url("find_certificate"), {"code": given.code.lower()}, follow=True)
    assert "学员示范" not in read(found)
    assert "学**范" in read(found)
    fill(worker, "void_course_certificate", {"reason": "记错了"}, certificate_id=given.pk)
    assert "作废" in read(visit().get(url("check_certificate", code=given.code)))
    assert read(worker.get(url("learning_desk")))
    fill(worker, "close_topic", topic_id=topic.pk)
    assert not Wish.objects.filter(community=here).exists()


def test_thanks_from_the_call_to_the_page_and_back(visit, url, fill, setting, today):
    worker, elder, tenant, here = (
        visit("worker"),
        visit("elder"),
        visit("tenant"),
        setting.community,
    )
    said = {"kind": "good_neighbour", "title": "好邻居", "criteria": "帮过邻居的忙",
            "closes_on": today + timedelta(days=9)}  # fmt: skip
    turned = fill(worker, "call_for_nominations", {**said, "criteria": "一次扣分"}, 422)
    assert "扣分" in read(turned)
    fill(worker, "call_for_nominations", said)
    call = HonourCall.objects.get(community=here)
    assert visit().get(url("nominate", call_id=call.pk)).status_code == 302  # the way in
    fill(
        tenant,
        "nominate",
        {"own": "no", "name": "三号楼老张家", "deed": "帮邻居取药"},
        call_id=call.pk,
    )
    row = Nomination.objects.get(community=here)
    assert "老张" in read(worker.get(url("call_desk", call_id=call.pk)))
    assert "老张" not in read(visit().get(url("recognition")))
    turned = fill(worker, "honour_show", status=409, nomination_id=row.pk)
    assert "本人还没有同意，不能公开" in read(turned)
    assert row.code in read(worker.get(url("nomination_slip", nomination_id=row.pk)))
    assert "帮邻居取药" in read(visit().get(url("my_nomination", code=row.code)))
    fill(
        visit(),
        "agree_to_honour",
        {"shown_name": "三号楼的一家", "told": "帮邻居取药"},
        code=row.code,
    )
    assert tenant.get(url("look_at")).status_code == 404
    for key in ("representative", "supervisor"):
        assert "三号楼的一家" in read(visit(key).get(url("look_at")))
        fill(visit(key), "look_at_one", {"says": "supports"}, nomination_id=row.pk)
    fill(worker, "honour_show", nomination_id=row.pk)
    assert "三号楼的一家" in read(visit().get(url("recognition")))
    fill(elder, "object_to_honour", {"words": "不是他"}, nomination_id=row.pk)
    page = read(elder.get(url("recognition")))
    assert "不是他" in page
    assert "不是他" not in read(visit().get(url("recognition")))
    objection = row.objections.get()
    fill(
        worker, "answer_objection", {"answer": "核对过", "upheld": "no"}, objection_id=objection.pk
    )
    fill(visit("director"), "honour_award", status=409, nomination_id=row.pk)
    fill(visit(), "withdraw_honour", code=row.code)
    assert "三号楼的一家" not in read(visit().get(url("recognition")))
    assert "已经清除" in read(visit().get(url("my_nomination", code=row.code)))
    fill(worker, "tell_story", {
        "title": "雪夜送药", "told": "邻居送来了药。", "of": "两户", "way": "signed"})  # fmt: skip
    story = NeighbourStory.objects.get(community=here)
    assert story.code in read(worker.get(url("story_slip", story_id=story.pk)))
    assert "雪夜送药" in read(visit().get(url("recognition")))
    fill(visit(), "take_down_story", code=story.code)
    assert "雪夜送药" not in read(visit().get(url("recognition")))
    fill(worker, "close_honour_call", call_id=call.pk)
    assert read(worker.get(url("recognition_desk")))


def test_a_delivery_with_its_sheet_and_a_day_of_sport(visit, url, fill, setting, today):
    worker, here = visit("worker"), setting.community
    fill(worker, "ask_delivery", {
        "kind": "film", "wished": "老电影", "asked_of": "区文化和旅游局", "place": "小广场"})  # fmt: skip
    film = Delivery.objects.get(community=here)
    came = {"shown": "老电影一场", "deliverer": "区电影队", "came": 9}
    fill(worker, "note_delivered", came, delivery_id=film.pk)
    assert "电影队" in read(visit().get(url("brought")))
    fill(worker, "note_delivered", {**came, "came": 80}, delivery_id=film.pk)
    fill(worker, "send_feedback", {"feedback": "音响清楚"}, delivery_id=film.pk)
    assert "80" in read(worker.get(url("delivery_sheet", delivery_id=film.pk)))
    fill(worker, "announce_sport_day", {
        "kind": "open_day", "title": "场地开放", "on": today + timedelta(days=3), "starts": "09:00",
        "ends": "17:00", "place": "球场", "held_with": "学校"})  # fmt: skip
    day = SportDay.objects.get(community=here)
    page = read(visit().get(url("brought")))
    assert "一个数也不存" in page
    fill(worker, "call_off_sport_day", {"reason": "下雨"}, day_id=day.pk)
    assert "下雨" in read(visit().get(url("brought")))
    assert read(worker.get(url("brought_desk")))
    assert reverse("activities:brought", args=[here.code]) in page
