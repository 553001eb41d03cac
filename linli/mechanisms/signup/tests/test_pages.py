"""The pages as residents and keepers open them."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import NOBODY
from linli.lib.identity.ids import new_id
from linli.mechanisms.signup import actions
from linli.mechanisms.signup.models import Call, Occasion, Presence, SignUp

pytestmark = pytest.mark.django_db


def words(response, status=200):
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def entries(sheet):
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet)
    return list(rows.order_by("number"))


def test_a_visitor_signs_up_sees_the_place_and_leaves_in_one_tap(lay, visit, url):
    sheet = lay(seats=1, most_each=2)
    page = url("sheet", sheet_id=sheet.pk)
    said = words(visit().get(page))
    for told in ("剪纸课", "活动室", "1 个，还有 1 个", "先报先得", "纸质报名表", "一共几个人"):
        assert told in said, told
    form = {"name": "张三丰", "phone": "138 0000 0001", "seats": 1, "once": str(new_id())}
    assert "请写数字" in words(visit().post(page, {**form, "phone": "电话"}), 422)
    told = visit().post(page, form, follow=True)
    assert "报上了，到时候见" in words(told)
    # The same form again, with nothing put down twice; another waits.
    assert "报上了，到时候见" in words(visit().post(page, form, follow=True))
    again = words(visit().post(page, {**form, "once": new_id()}), 409)
    assert "请用报名编号查" in again
    assert "已经在名单上" not in again
    again = {**form, "name": "李四", "once": str(new_id())}
    assert "您是候补第 1 位" in words(visit().post(page, again, follow=True))
    first, second = entries(sheet)
    entry = url("entry", code=first.code)
    said = words(visit().get(entry))
    assert "张三丰" not in said
    assert "noindex" in said
    visit().post(url("answer", code=first.code), {"do": "leave"})
    assert [each.state for each in entries(sheet)] == ["left", "offered"]
    assert "有空位了，要不要" in words(visit().get(url("entry", code=second.code)))
    visit().post(url("answer", code=second.code), {"do": "take"})
    assert [each.state for each in entries(sheet)] == ["left", "in"]
    dates = visit().get(url("entry_dates", code=second.code))
    assert "SUMMARY:剪纸课" in dates.content.decode()
    assert visit().get(url("entry_dates", code=first.code)).status_code == 404
    found = visit().get(url("find"), {"code": first.code.lower().replace("-", " ")})
    assert found["Location"] == entry
    assert visit().get(url("entry", code="K7QM-2X9D-VH4T")).status_code == 404


def test_nobody_outside_sees_a_name(sheet, put, visit, url, setting):
    row = put(sheet, "张三丰")
    date = Occasion.objects.get(community=sheet.community_id)
    for key in ("visitor", "elder", "outsider"):
        assert "张三丰" not in words(visit(key).get(url("sheet", sheet_id=sheet.pk)))
    closed = [
        url("desk", sheet_id=sheet.pk),
        url("add", sheet_id=sheet.pk),
        url("paste", sheet_id=sheet.pk),
        url("draw", sheet_id=sheet.pk),
        url("write_to", sheet_id=sheet.pk),
        url("remove", sheet_id=sheet.pk, signup_id=row.pk),
        url("attendance", occasion_id=date.pk),
        url("late", occasion_id=date.pk),
        url("print", occasion_id=date.pk),
        url("calls"),
    ]
    for page in closed:
        for key in ("elder", "outsider"):
            assert visit(key).get(page).status_code == 404, (page, key)
        assert visit().get(page).status_code == 302, page


def test_a_mother_puts_her_family_down_and_sees_them_all(lay, visit, url, setting, actor):
    sheet = lay(seats=5, guarded=True)
    page = url("sheet", sheet_id=sheet.pk)
    client = visit("representative")
    said = words(client.get(page))
    assert "我自己" in said
    form = {"who": "other", "name": "小明", "age": 8, "once": new_id()}
    assert "监护人" in words(client.post(page, form), 409)
    client.post(page, {**form, "agrees": "on", "once": new_id()})
    client.post(page, {**form, "agrees": "on", "name": "小红", "once": new_id()})
    client.post(page, {"who": "me", "age": 40, "once": new_id()})
    rows = entries(sheet)
    assert [each.via for each in rows] == ["family", "family", "web"]
    assert rows[0].guardian_way == "online"
    assert (rows[0].account_id, rows[2].account_id) == (None, actor("representative").account)
    assert "剪纸课" in words(client.get(url("mine")))
    assert "小红" in words(client.get(url("mine")))
    assert "小红" not in words(visit("elder").get(url("mine")))


def test_the_desk_types_in_takes_off_rings_and_writes(sheet, visit, url, setting, at):
    desk, client = url("desk", sheet_id=sheet.pk), visit("worker")
    add = url("add", sheet_id=sheet.pk)
    assert "查找居民" in words(client.get(add))
    person = setting.accounts["elder"].person
    assert person.name in words(client.get(add, {"q": person.name}))
    found = f"{add}?q={person.name}"
    client.post(found, {"person": person.pk, "via": "phone", "once": new_id()})
    for name in ("甲一", "乙二", "丙三"):
        form = {"name": name, "phone": "13800000001", "via": "paper", "once": new_id()}
        assert client.post(add, form).status_code == 302
    assert "请在上面选人" in words(client.post(add, {"via": "paper", "once": new_id()}), 422)
    said = words(client.get(desk))
    assert person.name in said
    assert "甲一" in said
    assert "乙二" in words(client.get(desk, {"part": "waiting"}))
    first = entries(sheet)[0]
    remove = url("remove", sheet_id=sheet.pk, signup_id=first.pk)
    client.post(remove, {"reason": "来电说不来了"})
    assert "来电说不来了" in words(client.get(desk, {"part": "gone"}))
    said = words(client.get(url("calls")))
    assert "乙二" in said
    assert "13800000001" in said
    calls = {
        each.about: each
        for each in Call.objects.filter(community=sheet.community_id, done_at__isnull=True)
    }
    client.post(url("settle_call", call_id=calls["offer"].pk), {"result": "not_reached"})
    assert "打过 1 次" in words(client.get(url("calls")))
    client.post(url("settle_call", call_id=calls["offer"].pk), {"result": "declines"})
    assert [each.state for each in entries(sheet)] == ["removed", "in", "left", "offered"]
    write = url("write_to", sheet_id=sheet.pk)
    form = {"whom": "in", "words": "请带剪刀", "once": new_id()}
    assert client.post(write, form)["Location"] == desk
    assert "请带剪刀" in words(client.get(url("calls")))


def test_a_chain_is_pasted_looked_at_and_put_down_once(sheet, put, visit, url, setting):
    put(sheet, "张三丰")
    elder = setting.accounts["elder"].person
    page, client = url("paste", sheet_id=sheet.pk), visit("worker")
    text = f"#接龙\n剪纸课报名\n1. 张三丰\n2. {elder.name} 3栋2单元\n3. 王小二\n4. 3栋101"
    said = words(client.post(page, {"text": text}))
    for told in ("已经在名单上", "新的", "要您选一下", "王小二", elder.name):
        assert told in said, told
    form = {"text": text, "go": "1", "once": str(new_id())}
    client.post(page, form)
    client.post(page, form)
    rows = entries(sheet)
    assert [each.name for each in rows] == ["张三丰", elder.name, "王小二"]
    assert rows[1].person_id == elder.pk
    assert {each.via for each in rows[1:]} == {"chain"}


def test_who_came_is_ticked_on_one_page_and_added_from_paper(lay, put, visit, url, setting, at):
    sheet = lay(seats=9, most_each=3)
    for name, seats in (("甲一", 1), ("乙二", 2), ("丙三", 1)):
        put(sheet, name, seats=seats)
    date = Occasion.objects.get(community=sheet.community_id)
    page, client = url("attendance", occasion_id=date.pk), visit("worker")
    assert "当天就可以登记" in words(client.get(page))
    one, two, three = (str(each.pk) for each in entries(sheet))
    assert "不能登记到场" in words(client.post(page, {f"s{one}": "present"}), 409)
    Occasion.objects.filter(community=sheet.community_id).update(
        starts_at=at - timedelta(hours=1), ends_at=at
    )
    form = {f"s{one}": "absent", f"n{two}": "1", "all_present": "1"}
    assert client.post(page, form).status_code == 302
    said = {
        str(each.signup_id): (each.state, each.seats)
        for each in Presence.objects.filter(community=sheet.community_id)
    }
    assert said == {one: ("absent", 1), two: ("present", 1), three: ("present", 1)}
    late = url("late", occasion_id=date.pk)
    client.post(late, {"names": "丁四 13800000004\n甲一", "once": new_id()})
    assert [each.name for each in entries(sheet)] == ["甲一", "乙二", "丙三", "丁四"]
    said = words(client.get(page))
    assert "从纸上补登" in said
    assert Presence.objects.get(community=sheet.community_id, signup=one).state == "present"
    assert "checked" in said
    printed = words(client.get(url("print", occasion_id=date.pk)))
    assert "丁四" in printed
    assert "13800000004" not in printed
    # A word to those who came reaches them and nobody else.
    write = f"{url('write_to', sheet_id=sheet.pk)}?date={date.pk}"
    client.post(write, {"whom": "came", "words": "证书好了", "once": new_id()})
    calls = Call.objects.filter(community=sheet.community_id, about="words")
    assert calls.count() == 2  # two telephones for four names


def test_a_lot_is_drawn_after_the_closing_and_anybody_can_draw_it_again(
    lay, put, act, visit, url, at
):
    sheet = lay(way="by_lot", seats=2)
    digest = sheet.seed_digest
    for number in range(5):
        put(sheet, f"某{number}")
    page = url("lot", sheet_id=sheet.pk)
    assert digest in words(visit().get(page))
    assert sheet.seed not in words(visit().get(page))
    draw, client = url("draw", sheet_id=sheet.pk), visit("worker")
    assert "还没有截止" in words(client.post(draw, {"word": "桂花", "once": new_id()}), 409)
    actions.close(act, sheet)
    client.post(draw, {"word": "桂花", "once": new_id()})
    said = words(visit().get(page))
    assert "顺序一样" in said
    assert "某" not in said
    data = visit().get(url("lot_data", sheet_id=sheet.pk)).json()
    from hashlib import sha256

    assert sha256(data["seed"].encode()).hexdigest() == digest
    by_hand = sorted(
        range(1, 6), key=lambda n: sha256(f"{data['seed']}:桂花:{n}".encode()).digest()
    )
    assert [each["number"] for each in data["order"]] == by_hand
    assert [each["placed"] for each in data["order"]] == [True, True, False, False, False]
    # Whoever leaves makes room for the next in the drawn order.
    rows = {each.number: each for each in entries(sheet)}
    assert {rows[number].state for number in by_hand[:2]} == {"in"}
    actions.leave(rows[by_hand[0]], by=NOBODY.bearing(rows[by_hand[0]].pk), at=at)
    rows = {each.number: each for each in entries(sheet)}
    assert rows[by_hand[2]].state == "offered"
    assert "只抽一次" in words(client.post(draw, {"once": new_id()}), 409)
