"""The desk: the queue, one matter and its steps, several at once, and what a body sees."""

import json
from datetime import timedelta

import pytest

from linli.core.audit.models import Entry
from linli.lib.identity.ids import new_id
from linli.service.matters import actions
from linli.service.matters.models import Matter, Remark

pytestmark = pytest.mark.django_db


def again(matter):
    return Matter.objects.get(community=matter.community_id, pk=matter.pk)


def titles(response):
    return [row.title for row in response.context["rows"]]


@pytest.fixture
def move(visit, url):
    """Takes a step as its page does: the form is fetched, filled and sent."""

    def take(matter, name, key="worker", **given):
        browser = visit(key)
        address = url("move", matter_id=matter.pk, move=name)
        form = browser.get(address).context["form"]
        kept = {field.html_name: field.value() for field in form if field.value() not in (None, "")}
        return browser.post(address, {**kept, **given})

    return take


# The queue


def test_the_queue_s_views_show_what_their_names_say(visit, url, report, actor, at, setting):
    worker = actor("worker")
    report(title="新的")
    actions.accept(report(title="在办"), by=worker, at=at)
    asked = report(title="等补充")
    actions.ask(asked, question="几楼？", by=worker, at=at)
    late = report(title="过期的", when=at - timedelta(days=90))
    actions.assign(late, assignee=setting.accounts["director"], by=worker, at=at)
    actions.answer(report(title="答了"), text="好了", by=worker, at=at)
    browser = visit("worker")
    found = {
        view: set(titles(browser.get(url("queue"), {"show": view})))
        for view in ("open", "mine", "new", "overdue", "asked", "answered", "look", "all", "bogus")
    }
    assert found["open"] == {"新的", "在办", "等补充", "过期的"}
    assert found["mine"] == {"在办"}
    assert found["new"] == {"新的", "过期的"}
    assert found["overdue"] == {"过期的"}
    assert found["asked"] == {"等补充"}
    assert found["answered"] == found["look"] == {"答了"}
    assert len(found["all"]) == 5
    assert found["bogus"] == found["open"]


def test_the_tabs_count_what_waits(visit, url, report):
    report()
    report()
    tabs = {str(tab.title): tab for tab in visit("worker").get(url("queue")).context["tabs"]}
    assert tabs["待办"].count == tabs["待受理"].count == 2
    assert tabs["待办"].current


def test_filters_live_in_the_address_and_htmx_gets_the_rows_only(visit, url, report):
    report(title="楼道灯坏了")
    report(code="noise", title="广场舞太吵")
    browser = visit("worker")
    assert titles(browser.get(url("queue"), {"kind": "noise"})) == ["广场舞太吵"]
    assert titles(browser.get(url("queue"), {"q": "灯"})) == ["楼道灯坏了"]
    part = browser.get(url("queue"), {"q": "灯"}, headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert "楼道灯坏了" in part.text
    nothing = browser.get(url("queue"), {"q": "没有这个词"})
    assert "这里没有要办的" in nothing.text


def test_the_queue_goes_on_page_by_page_without_losing_or_repeating_a_row(visit, url, report, at):
    for number in range(33):
        # Several in the same moment, as a table brings them.
        report(title=f"第{number:02}件", when=at - timedelta(minutes=number // 4))
    browser, seen, after = visit("worker"), [], ""
    for _page in range(3):
        response = browser.get(url("queue"), {"after": after})
        seen += titles(response)
        after = response.context["after"]
        if not after:
            break
    assert len(seen) == len(set(seen)) == 33
    for nonsense in ("x", "1-2-3", "99999999999999999999-00", "-"):
        assert len(titles(browser.get(url("queue"), {"after": nonsense}))) == 30


def test_several_are_accepted_at_once_and_what_cannot_be_is_told(
    visit, url, report, actor, at, setting
):
    first, second, third = report(), report(), report()
    actions.accept(third, by=actor("director"), at=at)
    elsewhere = report(community=setting.neighbour, place=None, where="桥头")
    given = {
        "act": "accept",
        "matter": [str(each.pk) for each in (first, second, third, elsewhere)] + ["nonsense"],
        "show": "new",
    }
    browser = visit("worker")
    done = browser.post(url("together"), given)
    assert done["Location"] == f"{url('queue')}?show=new"
    page = browser.get(done["Location"]).text
    assert "办好了 2 件" in page
    assert "已经不在这里了" in page
    assert {again(each).state for each in (first, second, third)} == {"in_hand"}
    assert again(elsewhere).state == "received"


def test_several_are_given_to_a_colleague_and_never_to_an_outsider(visit, url, report, setting):
    matters = [report(), report()]
    given = {"act": "assign", "matter": [str(each.pk) for each in matters]}
    browser = visit("worker")
    browser.post(url("together"), {**given, "assignee": setting.accounts["outsider"].pk})
    browser.post(url("together"), given)
    assert {again(each).assignee_id for each in matters} == {None}
    browser.post(url("together"), {**given, "assignee": setting.accounts["director"].pk})
    assert {again(each).assignee_id for each in matters} == {setting.accounts["director"].pk}


# One matter and its steps


def test_a_step_has_a_page_of_its_own_and_a_fragment_for_htmx(visit, url, matter):
    browser = visit("worker")
    shown = browser.get(url("show", matter_id=matter.pk)).text
    address = url("move", matter_id=matter.pk, move="accept")
    assert f'href="{address}"' in shown
    assert f'hx-get="{address}"' in shown
    whole = browser.get(address).text
    part = browser.get(address, headers={"HX-Request": "true"}).text
    assert "<html" in whole
    assert "<html" not in part
    assert f'action="{address}"' in part
    assert 'name="seen"' in part


def test_accepting_says_how_and_by_whom(move, matter, setting):
    done = move(
        matter, "accept", handling="self_governed", assignee=setting.accounts["director"].pk
    )
    assert done.status_code == 302
    kept = again(matter)
    assert (kept.state, kept.handling) == ("in_hand", "self_governed")
    assert kept.assignee_id == setting.accounts["director"].pk


def test_an_incomplete_step_is_shown_again_with_the_reason(move, matter):
    response = move(matter, "answer", text="")
    assert response.status_code == 422
    assert "data-error-summary" in response.text
    assert again(matter).state == "received"


@pytest.mark.parametrize(
    ("name", "given", "state"),
    [
        ("answer", {"text": "已换好"}, "answered"),
        ("ask", {"question": "几楼？"}, "asked"),
        ("decline", {"reason": "归市政", "office": "城管 0990-5550004"}, "declined"),
        ("extend", {"days": "2", "reason": "等配件"}, "received"),
    ],
)
def test_each_step_does_what_it_says(move, matter, name, given, state):
    assert move(matter, name, **given).status_code == 302
    assert again(matter).state == state


def test_a_step_that_does_not_start_from_here_is_refused_with_what_can_be_done(visit, url, matter):
    response = visit("worker").get(url("move", matter_id=matter.pk, move="resume"))
    assert response.status_code == 409
    assert "受理" in response.text


def test_who_acts_on_a_page_that_is_out_of_date_is_told_who_did_what(visit, url, matter, actor, at):
    address = url("move", matter_id=matter.pk, move="answer")
    browser = visit("worker")
    seen = browser.get(address).context["form"]["seen"].value()
    actions.accept(matter, by=actor("director"), at=at)
    response = browser.post(address, {"seen": seen, "text": "好了"})
    assert response.status_code == 409
    assert "周明华" in response.text
    assert "受理" in response.text
    assert again(matter).state == "in_hand"


def test_a_note_is_for_colleagues_and_stands_once(visit, url, matter):
    browser = visit("worker")
    address = url("note", matter_id=matter.pk)
    assert f'action="{address}"' in browser.get(url("show", matter_id=matter.pk)).text
    given = {"text": "打过电话，没人接", "once": str(new_id())}
    for _time in range(2):
        assert browser.post(address, given).status_code == 302
    assert Remark.objects.filter(community=matter.community_id, said="note").count() == 1
    assert "打过电话" in browser.get(url("show", matter_id=matter.pk)).text
    assert browser.post(address, {"text": " "}).status_code == 422
    assert browser.get(address).status_code == 302


def test_a_contact_is_masked_until_a_purpose_is_given_and_that_is_written_down(
    visit, url, report, actor
):
    matter = report(contact_name="王秀兰", contact_phone="19900000003")
    browser = visit("worker")
    closed = browser.get(url("show", matter_id=matter.pk)).text
    assert "王秀兰" not in closed
    assert "19900000003" not in closed
    address = url("contact", matter_id=matter.pk)
    assert browser.post(address, {"purpose": ""}).status_code == 422
    opened = browser.post(address, {"purpose": "约上门时间"})
    assert "王秀兰" in opened.text
    assert "19900000003" in opened.text
    entry = Entry.objects.get(action="matters.open_contact")
    assert entry.note["purpose"] == "约上门时间"
    assert entry.account == actor("worker").account
    assert "王秀兰" not in browser.get(url("show", matter_id=matter.pk)).text
    assert "王秀兰" not in json.dumps(entry.note, ensure_ascii=False)


def test_the_book_of_a_matter_holds_no_resident_s_words(matter, actor, at):
    actions.ask(matter, question="请问王秀兰在家吗", by=actor("worker"), at=at)
    actions.answer(matter, text="给王秀兰换好了", by=actor("worker"), at=at)
    notes = Entry.objects.filter(subject=matter.pk).values_list("note", flat=True)
    assert "王秀兰" not in json.dumps(list(notes), ensure_ascii=False)
    assert "不亮" not in json.dumps(list(notes), ensure_ascii=False)


def test_merging_offers_the_likely_ones_and_takes_any_receipt_of_here(visit, url, report, setting):
    first, second = report(title="灯坏了"), report(title="灯又坏了")
    elsewhere = report(community=setting.neighbour, place=None, where="桥头")
    browser = visit("worker")
    address = url("merge", matter_id=second.pk)
    assert "灯坏了" in browser.get(address).text
    for receipt in (elsewhere.receipt, "0000-0000-0000", "K7"):
        wrong = browser.post(address, {"seen": second.version, "receipt": receipt})
        assert wrong.status_code == 422, receipt
    done = browser.post(address, {"seen": second.version, "receipt": first.receipt.lower()})
    assert done["Location"] == url("show", matter_id=first.pk)
    assert again(second).merged_into_id == first.pk


def test_dividing_makes_matters_of_their_own(visit, url, matter):
    browser = visit("worker")
    address = url("split", matter_id=matter.pk)
    page = browser.get(address)
    kind = str(matter.kind_id)
    given = {
        "form-TOTAL_FORMS": "2",
        "form-INITIAL_FORMS": "0",
        "form-0-kind": kind,
        "form-0-title": "灯",
        "form-0-text": "灯不亮",
        "form-1-kind": kind,
        "form-1-title": "门",
        "form-1-text": "门关不上",
    }
    assert page.status_code == 200
    one = browser.post(address, {**given, "form-1-title": "", "form-1-text": ""})
    assert one.status_code == 422
    assert browser.post(address, given).status_code == 302
    assert {part.title for part in again(matter).parts.all()} == {"灯", "门"}


# What a body sees


def test_the_manager_sees_the_fields_sent_and_no_others(visit, url, report, forwarded, photo):
    matter = report(
        title="灯不亮",
        text="我住501，灯不亮",
        wanted="换声控的",
        where="三楼",
        contact_name="王秀兰",
        contact_phone="19900000003",
        photos=[photo()],
    )
    forwarded(matter, fields=("title", "place"))
    manager = visit("manager")
    page = manager.get(url("show", matter_id=matter.pk))
    assert "灯不亮" in page.text
    assert "翠湖新村 › 1号楼 › 2单元" in page.text
    assert "请更换楼道灯具" in page.text
    for secret in (
        "我住501",
        "换声控的",
        "三楼",
        "王*",
        "王秀兰",
        "199****",
        matter.receipt,
        "<img src",
    ):
        assert secret not in page.text, secret
    listed = manager.get(url("queue"))
    assert titles(listed) == ["灯不亮"]
    assert "三楼" not in listed.text
    assert 'name="q"' not in listed.text.split('id="rows"')[0].split("filter-form")[1]
    assert titles(manager.get(url("queue"), {"q": "501"})) == ["灯不亮"], "words find nothing out"


def test_where_not_even_the_title_was_sent_the_kind_stands_in_its_place(
    visit, url, report, forwarded
):
    matter = forwarded(report(title="王秀兰家门口灯不亮"), fields=("place",))
    manager = visit("manager")
    for address in (url("queue"), url("show", matter_id=matter.pk)):
        page = manager.get(address).text
        assert "王秀兰" not in page
        assert "楼道灯、公共照明" in page
    form = manager.get(url("move", matter_id=matter.pk, move="answer")).text
    assert "王秀兰" not in form


def test_the_photos_go_with_the_matter_only_where_they_were_sent(
    visit, url, report, forwarded, photo, setting
):
    from linli.core.files.models import StoredFile

    kept, sent = report(photos=[photo()]), report(photos=[photo()])
    forwarded(kept, fields=("text",))
    forwarded(sent, fields=("text", "photos"))
    manager = visit("manager")
    for matter, status in ((kept, 404), (sent, 200)):
        file = StoredFile.objects.get(community=setting.community, owner=matter.pk)
        assert manager.get(f"/files/{file.pk}/{file.shown_name}").status_code == status


def test_a_telephone_number_goes_along_only_where_it_was_ticked(visit, url, report, forwarded):
    matter = report(contact_name="王秀兰", contact_phone="19900000003")
    forwarded(matter, fields=("text", "contact_phone"))
    page = visit("manager").get(url("show", matter_id=matter.pk)).text
    assert "19900000003" in page
    assert "王秀兰" not in page


def test_a_body_that_was_never_sent_a_matter_never_sees_it(visit, url, setting, report, actor, at):
    """Routing had it in mind, but the committee answered by itself."""
    actions.save_routing(
        setting.community,
        lines=[{"name": "报修", "handling": "forward", "body": setting.bodies["property"]}],
        by=actor("director"),
        at=at,
    )
    matter = report(contact_name="王秀兰")
    actions.answer(matter, text="我们自己换好了", by=actor("worker"), at=at)
    manager = visit("manager")
    assert manager.get(url("show", matter_id=matter.pk)).status_code == 404
    assert titles(manager.get(url("queue"), {"show": "all"})) == []


def test_what_was_said_before_the_body_had_it_stays_with_the_committee(
    visit, url, report, forwarded, actor, at
):
    from linli.core.audit.actor import NOBODY

    before = at - timedelta(hours=1)
    matter = report(when=before)
    actions.ask(matter, question="您的电话？", by=actor("worker"), at=before)
    actions.supply(matter, text="我的电话 13812345678", by=NOBODY.bearing(matter.pk), at=before)
    forwarded(matter)
    page = visit("manager").get(url("show", matter_id=matter.pk)).text
    assert "13812345678" not in page
    assert "您的电话" not in page


def test_the_manager_answers_and_hands_back_and_does_nothing_else(
    move, visit, url, matter, forwarded
):
    forwarded(matter)
    manager = visit("manager")
    shown = manager.get(url("show", matter_id=matter.pk))
    assert {each["name"] for each in shown.context["moves"]} == {"answer", "hand_back"}
    for name in ("accept", "assign", "forward", "take_back", "extend"):
        address = url("move", matter_id=matter.pk, move=name)
        for response in (manager.get(address), manager.post(address, {})):
            assert response.status_code in (403, 404, 409), name
            assert "陈晓" not in response.text
    assert move(matter, "answer", "manager", text="灯具已更换").status_code == 302
    assert again(matter).state == "answered"


def test_what_is_handed_back_is_gone_from_the_body(move, visit, url, matter, forwarded):
    forwarded(matter)
    move(matter, "hand_back", "manager", reason="不归我们管")
    assert visit("manager").get(url("show", matter_id=matter.pk)).status_code == 404
    assert "不归我们管" in visit("worker").get(url("show", matter_id=matter.pk)).text
