"""The pages as the cast meets them."""

import io
import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from linli.core.messages.models import Message
from linli.core.people.models import Tie
from linli.core.people.queries.asked import LIVING
from linli.culture.activities import actions, due, facts
from linli.culture.activities.models import Activity, Picture, Term
from linli.culture.activities.queries.coming import dates_of
from linli.mechanisms.signup.models import Occasion, Presence

pytestmark = pytest.mark.django_db


def read(response):
    return response.content.decode()


def photo():
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawn, "JPEG")
    return SimpleUploadedFile("现场.jpg", drawn.getvalue(), "image/jpeg")


@pytest.fixture
def said(today):
    """The form of a course as a worker fills it."""
    return {
        "kind": "course", "topic": "culture", "title": "书法班", "about": "从握笔讲起。",
        "audience": "elders", "organiser": "东湖社区居委会", "ask_at": "居委会窗口",
        "first": today + timedelta(days=7), "starts": "09:00", "minutes": 90, "every": "week",
        "times": 4, "through_holidays": "on", "venue": "活动室", "step_free": "yes",
        "by_signup": "on", "seats": 20, "way": "first_come", "most_each": 1, "offer_hours": 24,
        "age_from": 55, "price": "low", "fen": "5.00", "bring": "毛笔",
    }  # fmt: skip


def test_a_course_from_the_form_to_the_wall_and_the_group(visit, url, setting, said):
    worker, anybody = visit("worker"), visit()
    form = worker.get(url("draft")).context["form"]
    said["once"] = form["once"].value()
    turned = worker.post(url("draft"), {**said, "ask_at": "打 13900001234", "times": ""})
    assert turned.status_code == 422
    assert "像是个人手机号" in read(turned)
    assert "一共几次" in read(turned)
    page = worker.post(url("draft"), said, follow=True)
    assert "一共 4 次" in read(page)
    worker.post(url("draft"), said)
    activity = Activity.objects.get(community=setting.community)
    assert (activity.fen, activity.sheet.age_from, activity.step_free) == (500, 55, True)
    here = {"activity_id": activity.pk}
    assert anybody.get(url("activity", **here)).status_code == 404
    form = worker.get(url("move", **here, move="announce")).context["form"]
    worker.post(url("move", **here, move="announce"), {"seen": form["seen"].value()})
    page = read(anybody.get(url("activity", **here)))
    assert "还有 20 个名额" in page
    assert "满 55 岁" in page
    assert "无台阶" in page
    assert f"/signup/{activity.sheet_id}/" in page
    block = page.split('application/ld+json">')[1].split("</script>")[0]
    (first, *rest) = json.loads(block)["@graph"]
    assert first["@type"] == "Event"
    assert first["offers"]["price"] == "5.00"
    assert len(rest) == 3
    assert anybody.get(url("activity_data", **here)).json()["seats_left"] == 20
    assert "书法班" in read(anybody.get(url("poster", **here)))
    text = read(anybody.get(url("text", **here)))
    assert "【书法班】" in text
    assert "/activities/" in text
    assert anybody.get(url("brief", **here)).status_code == 404
    feed = read(anybody.get(url("activity_feed", **here)))
    assert feed.count("BEGIN:VEVENT") == 4
    assert "STATUS:CONFIRMED" in feed
    assert anybody.get(url("of_sheet", sheet_id=activity.sheet_id)).status_code == 302


def test_the_programme_answers_by_day_topic_age_and_month(visit, url, announced, today):
    anybody = visit()
    near = {"every": "once", "times": None, "first": today + timedelta(days=2)}
    announced(title="合唱", topic="culture", **near)
    announced(title="太极", topic="sport", step_free=False, sheet={"age_from": 60}, **near)
    page = read(anybody.get(url("home")))
    assert "合唱" in page
    assert "太极" in page
    only = anybody.get(url("home_data"), {"topic": "sport"}).json()
    assert [each["title"] for each in only["dates"]] == ["太极"]
    for query in ({"age": 30}, {"step_free": "on"}):
        told = anybody.get(url("home_data"), query).json()
        assert [each["title"] for each in told["dates"]] == ["合唱"]
    assert "合唱" in read(anybody.get(url("home"), {"show": "signing"}))
    assert "这几天没有活动" in read(anybody.get(url("home"), {"show": "today"}))
    on = today + timedelta(days=2)
    month = {"year": on.year, "month": on.month}
    assert "太极" in read(anybody.get(url("month", **month)))
    assert len(anybody.get(url("month_data", **month)).json()["dates"]) == 2
    assert anybody.get(url("month", year=2026, month=13)).status_code == 404
    feed = read(anybody.get(url("feed"), {"topic": "sport"}))
    assert "太极" in feed
    assert "合唱" not in feed


def test_dates_fall_out_and_move_on_the_desk_and_the_feed_tells(visit, url, announced):
    worker, anybody = visit("worker"), visit()
    activity = announced()
    here = {"activity_id": activity.pk}
    ahead = list(dates_of(activity))
    add = url("move", **here, move="add_dates")
    extra = (ahead[0].starts_at + timedelta(days=3)).date()
    form = worker.get(add).context["form"]
    worker.post(add, {"seen": form["seen"].value(), "days": f"{extra:%Y/%m/%d}", "starts": "09:00",
                      "minutes": 90})  # fmt: skip
    assert dates_of(activity).count() == 13
    move = url("move_date", **here, occasion_id=ahead[0].pk)
    form = worker.get(move).context["form"]
    worker.post(move, {"seen": form["seen"].value(), "on": form["on"].value(), "starts": "15:00",
                       "minutes": 60, "venue": "大会议室"})  # fmt: skip
    moved = Occasion.objects.get(community=activity.community_id, pk=ahead[0].pk)
    assert (moved.venue, moved.minutes, moved.sequence) == ("大会议室", 60, 1)
    off = url("move", **here, move="call_off_dates")
    form = worker.get(off).context["form"]
    given = {"seen": form["seen"].value(), "reason": "老师出差"}
    assert worker.post(off, given).status_code == 422
    since = (ahead[-3].starts_at - timedelta(days=1)).date()
    assert worker.post(off, {**given, "since": since}).status_code == 302
    page = read(anybody.get(url("activity", **here)))
    assert page.count("老师出差") == 3
    feed = read(anybody.get(url("activity_feed", **here)))
    assert feed.count("STATUS:CANCELLED") == 3
    assert "SEQUENCE:1" in feed
    alter = url("move", **here, move="alter")
    form = worker.get(alter).context["form"]
    kept = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    assert worker.post(alter, {**kept, "seats": 5, "about": "改讲隶书"}).status_code == 302
    told = read(anybody.get(url("activity", **here)))
    assert "改讲隶书" in told
    assert "还有 5 个名额" in told


def test_the_desk_shows_the_gaps_and_the_brief_names_nobody(
    visit, url, announced, put_down, actor, at, setting
):
    past, worker = at - timedelta(days=10), visit("worker")
    activity = announced(1, every="once", times=None, title="面塑", kind="lecture")
    coming = announced(1)
    put_down(coming, "邻居丙")
    put_down(coming, "邻居丁")
    first = put_down(activity, "张三丰", when=past)
    (date,) = dates_of(activity)
    begun = {"starts_at": past, "ends_at": past + timedelta(hours=1)}
    rows = Occasion.objects.filter(community=setting.community, pk=date.pk)
    rows.update(**begun)
    type(first).objects.filter(community=setting.community, pk=first.pk).update(
        at=past - timedelta(days=1)
    )
    page = read(worker.get(url("desk")))
    assert "等点名" in page
    assert "1/1" in page
    assert url("plan", activity_id=coming.pk) in page
    here = {"activity_id": activity.pk}
    close = url("move", **here, move="close")
    form = worker.get(close).context["form"]
    given = {"seen": form["seen"].value(), "told": "捏了十二生肖。", "heads": 3}
    assert worker.post(close, given).status_code == 409
    rows.update(state="held", marked_at=at)
    Presence.objects.create(
        community=setting.community, signup=first, occasion=date, state="present", at=at
    )
    assert worker.post(close, given).status_code == 302
    add = url("add_picture", **here)
    once = worker.get(add).context["form"]["once"].value()
    picture = {"caption": "面塑作品", "once": once}
    assert worker.post(add, {**picture, "photo": photo()}).status_code == 422
    worker.post(add, {**picture, "photo": photo(), "consent": "nobody"})
    (kept,) = Picture.objects.filter(community=setting.community)
    brief = visit().get(url("brief", **here))
    assert "捏了十二生肖" in read(brief)
    assert "张三丰" not in read(brief)
    assert brief.context["hidden"]  # four came: fewer than ten are not told
    assert brief.context["brief"].visits == 4
    assert "面塑作品" in read(visit().get(url("activity", **here)))
    worker.post(url("remove_picture", **here, picture_id=kept.pk))
    assert not Picture.objects.filter(community=setting.community).exists()
    assert "面塑" in read(worker.get(url("ended")))
    assert "书法班" in read(worker.get(url("running")))


def test_a_large_fair_is_warned_of_the_licence_on_page_and_in_the_act(visit, url, drafted, today):
    worker = visit("worker")
    fair = drafted(None, kind="festival", every="once", times=None, by_signup=False,
                   expected=1000, first=today + timedelta(days=30))  # fmt: skip
    here = {"activity_id": fair.pk}
    page = read(worker.get(url("plan", **here)))
    assert "安全许可" in page
    assert "最晚" in page
    announce = url("move", **here, move="announce")
    form = worker.get(announce).context["form"]
    refused = worker.post(announce, {"seen": form["seen"].value()})
    assert refused.status_code == 409
    assert "大型群众性活动安全管理条例" in read(refused)


def test_a_term_is_opened_and_held_again(visit, url, announced, setting, today):
    worker = visit("worker")
    for name, ahead in (("春季", 0), ("秋季", 180)):
        once = worker.get(url("open_term")).context["form"]["once"].value()
        since = today + timedelta(days=ahead)
        given = {"name": name, "since": since, "until": since + timedelta(days=90), "once": once}
        worker.post(url("open_term"), given)
    spring = Term.objects.get(community=setting.community, name="春季")
    announced(term=spring)
    copy = url("copy_term", term_id=spring.pk)
    form = worker.get(copy).context["form"]
    into = Term.objects.get(community=setting.community, name="秋季")
    worker.post(copy, {"into": into.pk, "activities": form["activities"].value(),
                       "once": form["once"].value()})  # fmt: skip
    assert Activity.objects.get(community=setting.community, term=into).state == "draft"
    assert "照办到新学期" in read(worker.get(url("terms")))
    like = worker.get(url("draft"), {"like": Activity.objects.filter(
        community=setting.community).first().pk})  # fmt: skip
    assert like.context["form"]["title"].value() == "书法班"


def test_the_supervisor_looks_and_does_not_touch(visit, url, announced):
    activity = announced()
    supervisor = visit("supervisor")
    here = {"activity_id": activity.pk}
    assert supervisor.get(url("plan", **here)).status_code == 200
    assert supervisor.get(url("draft")).status_code == 404
    assert supervisor.post(url("move", **here, move="cancel")).status_code == 404
    assert visit("outsider").get(url("desk")).status_code == 404
    assert visit("elder").get(url("desk")).status_code == 404


def test_time_reminds_once_of_names_nobody_ticked(
    announced, put_down, setting, django_capture_on_commit_callbacks
):
    activity = announced(every="once", times=None)
    put_down(activity)
    (date,) = dates_of(activity)
    assert due.run(date.ends_at + timedelta(days=1)) == 0
    late = date.ends_at + timedelta(days=2, minutes=1)
    with django_capture_on_commit_callbacks(execute=True):
        assert due.run(late) == 1
    assert due.run(late) == 0
    assert Message.objects.filter(
        community=setting.community, kind="activities.attendance_missing"
    ).exists()


def test_facts_tell_who_came_by_token_and_what_was_finished(
    announced, put_down, actor, at, today, setting
):
    course = announced(every="once", times=None)
    lives = Tie.objects.filter(community=setting.community, kind__in=LIVING).first()
    row = put_down(course, person=lives.person)
    (date,) = dates_of(course)
    Occasion.objects.filter(community=setting.community, pk=date.pk).update(
        state="held", marked_at=at
    )
    Presence.objects.create(
        community=setting.community, signup=row, occasion=date, state="present", at=at
    )
    after = date.ends_at + timedelta(days=1)
    actions.close(course, by=actor("worker"), at=after)
    on = timezone.localdate(after)
    told = {each.kind: each for each in facts.rows(setting.community, today, on)}
    assert {
        "activity.persons",
        "activity.culture_persons",
        "course.persons",
        "course.attended",
    } <= set(told)
    assert "activity.env_persons" not in told
    assert told["course.persons"].person
    assert (told["course.finished"].part, told["course.finished"].whole) == (1, 1)


def test_a_page_knows_that_one_signed_up_and_the_poster_says_for_whom(
    announced, put_down, visit, url, setting
):
    course = announced(seats=5, sheet={"age_from": 6, "age_to": 12})
    one = {"activity_id": course.pk}
    assert "已经报了名" not in visit("elder").get(url("activity", **one)).content.decode()
    entry = put_down(
        course, age=8, guardian="刘洋", guardian_phone="19900000007", guardian_way="spoken"
    )
    entry.account = setting.accounts["elder"]
    entry.save()
    assert "已经报了名" in visit("elder").get(url("activity", **one)).content.decode()
    assert "已经报了名" not in visit("tenant").get(url("activity", **one)).content.decode()
    assert "6–12" in visit().get(url("poster", **one)).content.decode()


def test_a_draft_thrown_away_offers_nothing_of_an_announced_one(drafted, actor, at, visit, url):
    activity = drafted()
    actions.drop(activity, by=actor("worker"), at=at)
    page = visit("worker").get(url("plan", activity_id=activity.pk)).content.decode()
    assert url("poster", activity_id=activity.pk) not in page
