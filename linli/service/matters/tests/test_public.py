"""The look before anything is public, what everybody reads afterwards, and taking it down."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from linli.mechanisms.publication.models import Posting
from linli.service.matters import actions
from linli.service.matters.actions.publishing import posting_of
from linli.service.matters.models import Matter

pytestmark = pytest.mark.django_db


def again(matter):
    return Matter.objects.get(community=matter.community_id, pk=matter.pk)


@pytest.fixture
def told(report, actor, at):
    """A matter with private things in it, answered."""
    matter = report(
        title="王秀兰家门口灯不亮",
        text="我是王秀兰，住501室，电话13812345678，灯不亮。",
        contact_name="王秀兰",
        where="501室门口",
    )
    actions.answer(matter, text="已为王秀兰换好", by=actor("worker"), at=at)
    return matter


def test_the_look_begins_with_what_is_private_masked(visit, url, told):
    page = visit("worker").get(url("look", matter_id=told.pk))
    offered = page.context["form"].initial
    for name in ("title", "text", "place", "answer"):
        for secret in ("王秀兰", "501", "13812345678"):
            assert secret not in offered[name], (name, secret)
    assert "系统遮住了" in page.text
    assert told.text in page.text.replace("<br>", "\n"), "beside it, as it was said"


def test_what_only_may_be_a_name_is_pointed_out_to_who_looks(visit, url, report):
    matter = report(text="楼下王阿姨也说灯不亮。")
    page = visit("worker").get(url("look", matter_id=matter.pk)).text
    assert "拿不准" in page
    assert "<mark>王阿姨</mark>" in page


def test_nothing_is_public_before_a_worker_has_looked(client, url, told):
    assert "灯" not in client.get(url("public")).text.split('id="items"')[1].split("</main>")[0]
    assert json.loads(client.get(url("public_json")).content)["matters"] == []
    assert json.loads(client.get(url("requests")).content) == []


def test_what_still_looks_private_is_refused_and_nothing_is_shown(visit, url, told, client):
    given = {"title": "灯", "text": "请打13812345678", "place": "", "answer": ""}
    response = visit("worker").post(url("look", matter_id=told.pk), given)
    assert response.status_code == 409
    assert "手机号" in response.text
    assert again(told).published_at is None
    assert not Posting.objects.filter(community=told.community_id).exists()


def test_an_empty_look_is_shown_again(visit, url, told):
    response = visit("worker").post(url("look", matter_id=told.pk), {"title": "", "text": ""})
    assert response.status_code == 422
    assert "data-error-summary" in response.text


def test_after_the_look_everybody_reads_it_and_nothing_else(visit, url, told, client):
    given = {
        "title": "楼道灯不亮",
        "text": "三楼灯不亮。",
        "place": "翠湖新村 1号楼",
        "answer": "换好了。",
    }
    done = visit("worker").post(url("look", matter_id=told.pk), given)
    assert done["Location"] == url("show", matter_id=told.pk)
    assert "楼道灯不亮" in client.get(url("public")).text
    posting = posting_of(again(told))
    page = client.get(url("public_one", posting_id=posting.pk))
    for words in given.values():
        assert words in page.text
    for secret in ("王秀兰", "501室", "13812345678", told.receipt):
        assert secret not in page.text
    data = client.get(url("public_one_json", posting_id=posting.pk)).content.decode()
    assert "换好了。" in data
    assert told.receipt not in data
    assert str(told.pk) not in data


def test_a_published_matter_tells_of_its_progress_by_itself(client, url, told, actor, at):
    actions.publish(told, title="灯", text="不亮", by=actor("worker"), at=at)
    posting = posting_of(again(told))
    before = client.get(url("public_one", posting_id=posting.pk)).text
    assert "已答复" in before
    from linli.core.audit.actor import NOBODY

    actions.rate(told, score="poor", by=NOBODY.bearing(told.pk), at=at)
    page = client.get(url("public_one", posting_id=posting.pk)).text
    assert "办理中" in page
    assert "重新办理" in page
    assert "办理有了进展" in page


def test_an_answer_is_public_only_after_a_look_at_it(client, url, matter, actor, at):
    actions.publish(matter, title="灯", text="不亮", by=actor("worker"), at=at)
    actions.answer(matter, text="王秀兰家换好了", by=actor("worker"), at=at)
    page = client.get(url("public_one", posting_id=posting_of(matter).pk)).text
    assert "王秀兰" not in page
    assert "答复核对后在这里公开" in page


def test_what_should_never_have_been_up_comes_down_at_once(visit, url, told, client, actor, at):
    actions.publish(told, title="灯", text="不亮", by=actor("worker"), at=at)
    posting = posting_of(again(told))
    browser = visit("worker")
    look = url("look", matter_id=told.pk)
    assert browser.post(look, {"take_down": "whim"}).status_code == 422, "no such ground"
    assert browser.post(look, {"take_down": "privacy"}).status_code == 302
    assert client.get(url("public_one", posting_id=posting.pk)).status_code == 404
    assert client.get(url("request", posting_id=posting.pk)).status_code == 404
    kept = again(told)
    assert (kept.public_title, kept.public_text, kept.published_at) == ("", "", None)
    assert "灯" not in client.get(url("public")).text.split('id="items"')[1].split("</main>")[0]


def test_before_the_fifteenth_day_only_a_mistake_is_a_ground(visit, url, told, actor, at):
    actions.publish(told, title="灯", text="不亮", by=actor("worker"), at=at)
    response = visit("worker").post(url("look", matter_id=told.pk), {"take_down": "withdrawn"})
    assert response.status_code == 409
    assert again(told).published_at is not None


def test_a_second_look_corrects_what_is_up(visit, url, told, client, actor, at):
    actions.publish(told, title="灯", text="不亮", by=actor("worker"), at=at)
    first = posting_of(again(told))
    given = {"title": "三楼的灯", "text": "不亮", "place": "", "answer": ""}
    visit("worker").post(url("look", matter_id=told.pk), given)
    second = posting_of(again(told))
    assert second.pk == first.pk
    assert second.state == "corrected"
    page = client.get(url("public_one", posting_id=first.pk)).text
    assert "三楼的灯" in page
    assert "工作人员核对了公开内容" in page


def test_the_public_list_is_filtered_and_goes_on_without_repeating(
    client, url, report, published, at
):
    raised = at - timedelta(hours=1)
    for number in range(23):
        moment = at - timedelta(seconds=number // 3)
        published(report(when=raised), title=f"第{number:02}盏", when=moment)
    published(report(code="noise"), title="太吵了")
    seen, after = [], ""
    for _page in range(3):
        response = client.get(url("public"), {"after": after, "kind": "stair_light"})
        seen += [item["title"] for item in response.context["items"]]
        after = response.context["after"]
        if not after:
            break
    assert len(seen) == len(set(seen)) == 23
    assert "太吵了" not in seen
    done = client.get(url("public"), {"show": "done", "kind": "noise"})
    assert [item["title"] for item in done.context["items"]] == ["太吵了"]
    still_open = client.get(url("public"), {"show": "open"})
    assert still_open.context["items"] == []
    assert "没有符合条件的" in still_open.text


def test_the_list_in_the_next_community_shows_nothing_of_here(
    client, url, setting, told, actor, at
):
    actions.publish(told, title="楼道灯不亮", text="不亮", by=actor("worker"), at=at)
    assert "楼道灯不亮" not in client.get(url("public", community=setting.neighbour)).text
    posting = posting_of(again(told))
    elsewhere = url("public_one", community=setting.neighbour, posting_id=posting.pk)
    assert client.get(elsewhere).status_code == 404


def test_patterns_are_of_places_and_never_of_who_reported(client, visit, url, report, at):
    for _time in range(3):
        report(contact_name="王秀兰")
        report(place=None, where="王秀兰家门口")
    public = client.get(url("places"), {"days": "90", "at_least": "2"})
    assert "翠湖新村 › 1号楼 › 2单元" in public.text
    assert "王秀兰" not in public.text
    data = json.loads(client.get(url("places_json"), {"days": "", "at_least": "2"}).content)
    assert [(row["count"], row["open"]) for row in data["places"]] == [(3, 3)]
    assert data["places"][0]["last"] == timezone.localdate(at).isoformat()
    desk = visit("worker").get(url("patterns"), {"days": "90", "at_least": "2"})
    assert len(desk.context["groups"]) == 2
    assert "王秀兰家门口" in desk.text
    spot = desk.context["groups"][0]["spot"]
    opened = visit("worker").get(
        url("patterns"), {"days": "", "at_least": "2", "of": "stair_light", "spot": spot}
    )
    assert len(opened.context["matters"]) == 3


@pytest.mark.parametrize("asked", [{"days": "7"}, {"at_least": "1"}, {"at_least": "x"}])
def test_a_pattern_filter_that_makes_no_sense_is_told_and_the_usual_shown(client, url, asked):
    assert client.get(url("places"), asked).status_code == 200


def test_counts_of_a_pattern_leave_out_what_was_merged(client, url, report, actor, at):
    first, second, third = report(), report(), report()
    actions.merge(third, into=first, by=actor("worker"), at=at)
    data = json.loads(client.get(url("places_json"), {"days": "", "at_least": "2"}).content)
    assert [row["count"] for row in data["places"]] == [2]
    assert second.state == "received"
