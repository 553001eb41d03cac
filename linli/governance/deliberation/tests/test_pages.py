"""The pages as a resident, a worker and a stranger meet them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.queries import entries_about
from linli.core.people.queries.dwellings import dwelling_of
from linli.governance.deliberation import actions
from linli.governance.deliberation.models import Dissent, Drawn, Point, Topic
from linli.lib.identity.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch, at):
    """The pages read the clock; here it is the morning of the test, some days on."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at + timedelta(days=11))


def url(name, *args):
    return reverse(f"deliberation:{name}", args=["990101001001", *args])


def test_anybody_here_proposes_and_the_desk_answers_on_its_page(hand, signed):
    elder, director, anyone = signed("elder"), signed("director"), signed("street")
    assert "提一件要议的事" in elder.get(url("topics")).content.decode()
    assert anyone.get(url("propose")).status_code == 404
    sent = {"title": "门口的路灯", "text": "晚上看不见", "once": str(new_id())}
    kept = elder.post(url("propose"), {**sent, "text": "晚上看不见，打 13800138000"})
    assert kept.status_code == 422, "what looks like a number is told beside its field"
    assert kept.context["form"].errors.keys() == {"text"}
    assert "打 13800138000" in kept.content.decode(), "what was typed stays"
    done = elder.post(url("propose"), sent, follow=True).content.decode()
    assert "以前答复您" in done
    assert "还有 " in done, "until when is on the topic's own page"
    assert elder.post(url("propose"), sent).status_code == 302
    topic = Topic.objects.get(community=hand.place)
    page = anyone.get(url("topics")).content.decode()
    assert "门口的路灯" not in page, "nobody else reads it before it is answered"
    assert anyone.get(url("topic", topic.pk)).status_code == 404
    mine = elder.get(url("topic", topic.pk)).content.decode()
    assert "收回这件事" in mine
    waits = signed("worker").get(url("topic_desk", topic.pk)).content.decode()
    for page in (mine, waits):
        assert "等居委会主任答复" in page
    assert "答复的期限" in waits
    desk = director.get(url("topic_desk", topic.pk)).content.decode()
    assert "等居委会主任答复" not in desk
    assert url("accept", topic.pk) in desk
    assert signed("worker").get(url("accept", topic.pk)).status_code == 404
    assert director.post(url("decline", topic.pk), {"reason": "归市政"}).status_code == 422
    sent = {"reason": "归市政管。", "way_on": "请打城管热线。"}
    assert director.post(url("decline", topic.pk), sent).status_code == 302
    page = anyone.get(url("topic", topic.pk)).content.decode()
    assert "请打城管热线。" in page
    data = anyone.get(url("topic_data", topic.pk)).json()
    assert (data["state"], data["way_on"]) == ("declined", "请打城管热线。")
    assert "proposer" not in str(data)


def test_the_page_tells_it_all_once_it_is_published_and_the_draft_to_those_who_were_there(
    hand, signed
):
    topic = hand.invite(hand.accept())
    hand.hold(topic)
    hand.write(topic)
    elder, stranger = signed("elder"), signed("representative")
    desk = signed("worker").get(url("topic_desk", topic.pk)).content.decode()
    assert url("show_draft", topic.pk) in desk
    assert "请了：" in desk
    actions.show_draft(hand.topic(topic), **hand.by(days=10))
    # What publishing needs stands on the page before anybody presses the button.
    shown = signed("worker").get(url("topic_desk", topic.pk)).content.decode()
    assert "finding-unmet" in shown
    early = signed("director").post(url("publish", topic.pk))
    assert early.status_code == 409
    assert "公布谈成的内容" in early.content.decode()
    assert "白天让孩子玩" in elder.get(url("topic", topic.pk)).content.decode()
    assert "白天让孩子玩" not in stranger.get(url("topic", topic.pk)).content.decode()
    assert stranger.get(url("dissent", topic.pk)).status_code == 404
    assert elder.post(url("dissent", topic.pk), {"words": "车灯太亮"}).status_code == 302
    assert "收回" in elder.get(url("topic", topic.pk)).content.decode()
    actions.publish(hand.topic(topic), **hand.by("director", 13))
    page = stranger.get(url("topic", topic.pk)).content.decode()
    for words in (
        "白天让孩子玩",
        "车灯太亮",
        "提议人",
        "晚上回来没有地方停。",
        "带孩子的家庭",
        "对事不对人",
    ):
        assert words in page, words
    assert "租客" not in page
    point = hand.points(topic)[0]
    Point.objects.filter(community=hand.place, pk=point.pk).update(
        due_on=timezone.localdate() - timedelta(days=3)
    )
    for name, keys in (("topic", [topic.pk]), ("point", [point.pk])):
        assert "超期 3 天" in stranger.get(url(name, *keys)).content.decode(), name
    assert "1 条过了期限" in stranger.get(url("topics")).content.decode()
    assert (
        url("follow", point.pk, "finish")
        in signed("worker").get(url("point", point.pk)).content.decode()
    )
    assert stranger.get(url("follow", point.pk, "finish")).status_code == 404
    assert (
        signed("worker").post(url("follow", point.pk, "finish"), {"result": "画好了"}).status_code
        == 302
    )
    assert stranger.get(url("point_data", point.pk)).json()["result"] == "画好了"


def test_every_page_of_the_desk_opens(hand, signed):
    topic = hand.invite(hand.accept())
    talk = hand.plan(topic)
    draw = actions.announce_draw(topic, wanted=1, by_what=["age"], **hand.by(days=1))
    worker, director = signed("worker"), signed("director")
    for name in ("desk", "propose_desk"):
        assert worker.get(url(name)).status_code == 200, name
    for name in ("arrange", "invite", "announce_draw", "plan_talk", "write", "add_point",
                 "consider", "show_draft", "take_draft_back", "dissent_desk", "talk_again",
                 "begin_online", "record_decision", "look_back"):  # fmt: skip
        assert worker.get(url(name, topic.pk)).status_code == 200, name
    for name in ("reconsider", "publish", "take_to_assembly"):
        assert director.get(url(name, topic.pk)).status_code == 200, name
    for name in ("talk", "change_talk", "call_talk", "cancel_talk", "open_talk", "close_talk"):
        assert worker.get(url(name, talk.pk)).status_code == 200, name
    assert director.get(url("publish_minutes", talk.pk)).status_code == 200
    assert director.get(url("end", topic.pk)).status_code == 200
    held = Dissent.objects.create(
        community=hand.place, topic=topic, words="登记的", capacity="resident", at_desk=True,
        at=hand.at,
    )  # fmt: skip
    assert worker.get(url("strike_dissent", topic.pk, held.pk)).status_code == 200
    assert "没有人有账号" not in worker.get(url("topic_desk", topic.pk)).content.decode()
    draw = actions.draw_residents(draw, **hand.by(days=2))
    page = signed("supervisor").get(url("check_draw", draw.pk)).content.decode()
    assert "结果一样" in page
    assert worker.get(url("check_draw", draw.pk)).status_code == 404
    page = worker.get(url("draw", draw.pk)).content.decode()
    assert page.count("btn btn-small btn-primary") == 1
    assert "请了 1 位：来 0 位，不来 0 位，还没有答复 1 位" in page
    # Number and home are behind a look that whoever is meant reads.
    met = Drawn.objects.get(community=hand.place, asked_at__isnull=False)
    home = dwelling_of(met.person, timezone.localdate()).full_name
    assert home not in page
    opened = worker.post(url("draw", draw.pk), {"open": str(met.pk)})
    assert home in opened.content.decode()
    assert opened["Cache-Control"] == "no-store"
    assert entries_about(met.person_id).filter(action="people.open").count() == 1
    assert signed("elder").get(url("draw", draw.pk)).status_code == 404
    assert signed("tenant").get(url("invited")).status_code == 200
