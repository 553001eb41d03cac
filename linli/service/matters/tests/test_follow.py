"""Following by receipt: whoever bears it is the sender, and nobody else is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.core.audit.models import Entry
from linli.lib.identity.ids import new_id
from linli.service.matters import actions
from linli.service.matters.actions.joining import Part
from linli.service.matters.models import Matter, Rating, Remark

pytestmark = pytest.mark.django_db


def again(matter):
    return Matter.objects.get(community=matter.community_id, pk=matter.pk)


@pytest.fixture
def answered(report, actor, at):
    matter = report(when=at - timedelta(hours=5))
    actions.accept(matter, by=actor("worker"), at=at - timedelta(hours=3))
    actions.answer(matter, text="灯换好了。", by=actor("worker"), at=at - timedelta(hours=1))
    return matter


def test_the_number_is_found_however_it_is_typed(client, url, matter):
    loose = f"回执号 {matter.receipt.lower().replace('-', ' ')}"
    found = client.get(url("find"), {"receipt": loose})
    assert found["Location"] == url("follow", receipt=matter.receipt)


def test_a_slip_of_the_pen_is_told_from_a_number_nobody_was_given(client, url, matter):
    last = "2" if matter.receipt[-1] != "2" else "3"
    slipped = client.get(url("find"), {"receipt": matter.receipt[:-1] + last})
    assert slipped.status_code == 422
    unknown = client.get(url("find"), {"receipt": "0000-0000-0000"})
    assert unknown.status_code == 422
    short = client.get(url("find"), {"receipt": "K7QM"})
    assert short.status_code == 422
    sentences = [str(page.context["form"].errors["receipt"]) for page in (slipped, unknown, short)]
    assert len(set(sentences)) == 3
    assert "没有这个回执号" in sentences[1]


def test_a_receipt_of_the_next_community_is_no_page_here(client, url, report, setting):
    theirs = report(community=setting.neighbour, place=None, where="桥头")
    assert client.get(url("follow", receipt=theirs.receipt)).status_code == 404
    assert client.get(url("follow", receipt="0000-0000-0000")).status_code == 404
    at_home = url("follow", community=setting.neighbour, receipt=theirs.receipt)
    assert client.get(at_home).status_code == 200
    found = client.get(url("find"), {"receipt": theirs.receipt})
    assert found["Location"] == at_home, "the form at home leads to wherever it was raised"


def test_the_page_is_kept_out_of_search_and_tells_no_other_site_where_one_was(client, url, matter):
    response = client.get(url("follow", receipt=matter.receipt))
    assert '<meta name="robots" content="noindex, nofollow">' in response.text
    assert response["Referrer-Policy"] == "same-origin"


def test_the_sender_reads_all_but_what_is_for_colleagues_only(client, url, answered, actor, at):
    actions.note(answered, text="这位老人听力不好", by=actor("worker"), at=at)
    page = client.get(url("follow", receipt=answered.receipt)).text
    assert "三楼的灯不亮，晚上很黑。" in page
    assert "灯换好了。" in page
    assert "听力不好" not in page
    assert "陈晓" not in page, "the office answers, not a person"


def test_a_worker_who_opens_the_sender_s_page_reads_no_notes_there(visit, url, matter, actor, at):
    actions.note(matter, text="内部的话", by=actor("worker"), at=at)
    page = visit("worker").get(url("follow", receipt=matter.receipt)).text
    assert "内部的话" not in page


def test_a_body_that_routing_only_has_in_mind_is_not_named(client, url, setting, report, actor, at):
    actions.save_routing(
        setting.community,
        lines=[{"name": "报修", "handling": "forward", "body": setting.bodies["property"]}],
        by=actor("director"),
        at=at,
    )
    matter = report()
    name = setting.bodies["property"].name
    assert name not in client.get(url("follow", receipt=matter.receipt)).text
    actions.forward(
        matter,
        body=setting.bodies["property"],
        purpose="请更换",
        fields=["text"],
        by=actor("worker"),
        at=at,
    )
    assert name in client.get(url("follow", receipt=matter.receipt)).text


def test_what_was_asked_is_supplied_with_photos_and_the_clocks_run_on(
    client, url, matter, actor, at, photo
):
    actions.ask(matter, question="在几楼？", by=actor("worker"), at=at)
    page = client.get(url("follow", receipt=matter.receipt))
    assert "请补充情况" in page.text
    assert "在几楼？" in page.text
    given = {"text": "三楼半", "once": str(new_id()), "photos": [photo()]}
    done = client.post(url("follow_supply", receipt=matter.receipt), given)
    assert done["Location"] == url("follow", receipt=matter.receipt)
    assert again(matter).state == "in_hand"
    shown = client.get(done["Location"]).text
    assert "三楼半" in shown
    assert "<img src=" in shown


def test_a_supplement_sent_twice_stands_once_and_an_empty_one_is_told(client, url, matter):
    given = {"text": "还有四楼", "once": str(new_id())}
    for _time in range(2):
        client.post(url("follow_supply", receipt=matter.receipt), given)
    said = Remark.objects.filter(community=matter.community_id, said="supplement")
    assert said.count() == 1
    empty = client.post(url("follow_supply", receipt=matter.receipt), {"text": "", "once": "x"})
    assert empty.status_code == 422
    assert "data-error-summary" in empty.text


def test_a_poor_rating_reopens_and_says_so(client, url, answered):
    page = client.get(url("follow", receipt=answered.receipt))
    assert "您满意吗" in page.text
    done = client.post(
        url("follow_rate", receipt=answered.receipt), {"score": "poor", "words": "又不亮了"}
    )
    shown = client.get(done["Location"]).text
    assert "重新办理" in shown
    assert "您满意吗" not in shown
    assert (again(answered).state, again(answered).reopened) == ("in_hand", 1)


def test_a_rating_names_nobody_even_where_somebody_is_signed_in(
    visit, url, report, setting, actor, at
):
    mine = report(sender=setting.accounts["elder"])
    actions.answer(mine, text="好了", by=actor("worker"), at=at)
    visit("elder").post(url("follow_rate", receipt=mine.receipt), {"score": "good"})
    assert Rating.objects.get(community=mine.community_id).score == "good"
    assert Entry.objects.get(action="matters.rate").account is None
    assert Remark.objects.get(community=mine.community_id, said="rating").account_id is None


def test_a_second_rating_of_the_round_is_refused_with_the_way_on(client, url, answered):
    rate = url("follow_rate", receipt=answered.receipt)
    client.post(rate, {"score": "good"})
    second = client.post(rate, {"score": "poor"})
    assert second.status_code == 409
    assert "已经评价过了" in second.text
    assert again(answered).state == "closed"


def test_a_rating_without_a_choice_is_shown_again(client, url, answered):
    response = client.post(url("follow_rate", receipt=answered.receipt), {"words": "嗯"})
    assert response.status_code == 422
    assert "data-error-summary" in response.text


def test_nothing_can_be_rated_before_it_is_answered(client, url, matter):
    response = client.post(url("follow_rate", receipt=matter.receipt), {"score": "good"})
    assert response.status_code == 409
    assert "还不能评价" in response.text


def test_what_is_no_longer_wanted_is_taken_back_everywhere(
    client, visit, url, matter, published, forwarded, actor, at
):
    actions.publish(matter, title="灯", text="灯不亮", by=actor("worker"), at=at)
    forwarded(matter)
    done = client.post(url("follow_withdraw", receipt=matter.receipt))
    assert "已撤回" in client.get(done["Location"]).text
    assert again(matter).state == "withdrawn"
    manager = visit("manager")
    assert manager.get(url("show", matter_id=matter.pk)).status_code == 404
    assert matter.title not in manager.get(url("queue")).text
    assert "已撤回" in client.get(url("public")).text


def test_the_receipt_of_a_merged_matter_leads_on_through_every_merger(
    client, url, report, actor, at
):
    first, second, third = report(title="一"), report(title="二"), report(title="三")
    worker = actor("worker")
    actions.merge(first, into=second, by=worker, at=at)
    actions.merge(second, into=third, by=worker, at=at)
    actions.answer(third, text="三件一起办好了。", by=worker, at=at)
    page = client.get(url("follow", receipt=first.receipt)).text
    assert "并到了同一件诉求里" in page
    assert "三件一起办好了。" in page
    assert third.receipt not in page, "the other sender's receipt stays theirs"


def test_the_receipt_of_a_divided_matter_leads_to_each_part(client, url, matter, actor, at):
    parts = [Part(matter.kind, "灯", "灯不亮"), Part(matter.kind, "门", "门不关")]
    made = actions.split(matter, parts=parts, by=actor("worker"), at=at)
    page = client.get(url("follow", receipt=matter.receipt)).text
    assert all(url("follow", receipt=part.receipt) in page for part in made)


def test_one_s_own_list_holds_what_was_raised_signed_in_and_nothing_else(
    visit, url, report, setting
):
    report(title="王的", sender=setting.accounts["elder"])
    report(title="刘的", sender=setting.accounts["tenant"])
    report(title="无名的")
    page = visit("elder").get(url("mine")).text
    assert "王的" in page
    assert "刘的" not in page
    assert "无名的" not in page


def test_after_the_reopening_window_a_poor_rating_is_kept_and_does_not_reopen(
    client, url, report, actor, at
):
    matter = report(when=at - timedelta(days=41))
    actions.answer(matter, text="好了", by=actor("worker"), at=at - timedelta(days=40))
    done = client.post(url("follow_rate", receipt=matter.receipt), {"score": "poor"})
    assert "谢谢您的评价" in client.get(done["Location"]).text
    assert again(matter).state == "answered"
    assert Rating.objects.get(community=matter.community_id).on == timezone.localdate(at)


def test_what_is_forgotten_says_nothing_of_who_asked(client, url, report, actor, at):
    from linli.service.matters import due

    matter = report(text="我住501，灯不亮", where="1号楼501室门口", contact_name="王秀兰")
    actions.forward(
        matter,
        body=_property(matter),
        purpose="请更换",
        fields=["text"],
        by=actor("worker"),
        at=at,
    )
    actions.answer(matter, text="已给501王秀兰换好", by=actor("manager"), at=at)
    actions.rate(matter, score="good", words="我是王秀兰", by=NOBODY.bearing(matter.pk), at=at)
    due.run(at + timedelta(days=367))
    page = client.get(url("follow", receipt=matter.receipt)).text
    for secret in ("住501", "501室", "501王", "王秀兰"):
        assert secret not in page
    kept = again(matter)
    assert not kept.ratings.exclude(words="").exists()
    assert not kept.forwardings.exclude(reply="").exists()


def _property(matter):
    from linli.core.access.models import Body

    return Body.objects.get(community=matter.community_id, kind="property_provider")
