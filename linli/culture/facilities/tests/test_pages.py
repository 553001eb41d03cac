"""What everybody reads, what whoever booked sees, what the desk taps; nobody reads who."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.culture.facilities import actions
from linli.culture.facilities.models import Booking, BookingWish, Facility

pytestmark = pytest.mark.django_db


def text(answer):
    return answer.content.decode()


def test_everybody_finds_rooms_and_their_week_and_nobody_reads_who(
    pages, add, span, book, actor, at, setting
):
    room = add(step_free=False, people_most=20, area=5050, conditions="用完关窗")
    add("议事厅", "hall", step_free=True, functions=["meeting"])
    hidden = add("库房", listed=False)
    tomorrow = span(9, 10, days=1)
    book(room, tomorrow, told=True, purpose="书法练习", group_name="墨香书法队")
    book(room, span(10, 11, days=1), by="tenant", purpose="家里的事")
    actions.book_for(room, spans=[span(14, 15, days=1)], purpose="生日", name="欧阳小暖",
                     phone="13812345678", by=actor("worker"), at=at)  # fmt: skip
    everybody = pages()
    shown = text(everybody.get("rooms/"))
    assert "书画室" in shown
    assert "有台阶，轮椅进不去" in shown
    assert "库房" not in shown
    found = text(everybody.get("rooms/", step_free="on"))
    assert "议事厅" in found
    assert "书画室" not in found
    assert "书画室" not in text(everybody.get("rooms/", kind="hall"))
    week = text(everybody.get(f"rooms/{room.pk}/"))
    assert "书法练习 · 墨香书法队" in week
    assert "有人订了" in week
    assert "50.50 m²" in week
    for secret in ("家里的事", "生日", "欧阳", "13812345678", "王"):
        assert secret not in week.split("<main")[1].split("</main")[0]
    assert f"from={tomorrow[0]:%Y-%m-%d}T" in week or "?from=" in week
    assert everybody.get(f"rooms/{hidden.pk}/").status_code == 404
    assert pages("worker").get(f"rooms/{hidden.pk}/").status_code == 200
    data = everybody.get(f"rooms/{room.pk}.json").json()
    assert data["step_free"] is False
    assert data["hearing"] is None
    assert data["area_m2"] == 50.5
    assert {each["kind"] for each in data["days"][1]["spans"]} == {"free", "taken"}
    feed = everybody.get(f"rooms/{room.pk}.ics").content.decode()
    assert feed.count("BEGIN:VEVENT") == 3
    assert "书法练习" in feed
    assert "欧阳" not in feed
    assert everybody.get("rooms.json").json()["facilities"][0]["name"]
    assert "sign" in everybody.get(f"rooms/{room.pk}/book/").headers["Location"]


def test_a_resident_books_waits_and_cancels(pages, room, span, book, actor, at, setting):
    day = span(9, 10, days=1)[0]
    said = {"day": f"{day:%Y-%m-%d}", "begins": "09:00", "stops": "10:00", "purpose": "练字"}
    elder, tenant = pages("elder"), pages("tenant")
    form = text(elder.get(f"rooms/{room.pk}/book/", **{"from": f"{day:%Y-%m-%d}T14:00"}))
    assert 'value="14:00"' in form
    assert 'value="15:00"' in form
    once = "018f0000-0000-7000-8000-000000000001"
    for _twice in range(2):
        assert elder.post(f"rooms/{room.pk}/book/", **said, once=once).status_code == 302
    booking = Booking.objects.get(community=setting.community)
    assert booking.account_id == setting.accounts["elder"].pk
    again = "018f0000-0000-7000-8000-000000000002"
    refused = tenant.post(f"rooms/{room.pk}/book/", **said, once=again)
    assert refused.status_code == 409
    assert "有人订了" in text(refused)
    assert "最近空着的时间" in text(refused)
    assert 'name="begins" value="09:00"' in text(refused)  # to wait with what was typed
    assert tenant.post(f"rooms/{room.pk}/book/", **{**said, "purpose": ""}).status_code == 422
    assert tenant.post(f"rooms/{room.pk}/wait/", **said).status_code == 302
    assert tenant.get(f"rooms/bookings/{booking.pk}/cancel/").status_code == 404
    assert "练字" in text(elder.get("rooms/mine/"))
    assert elder.post(f"rooms/bookings/{booking.pk}/cancel/").status_code == 302
    wish = BookingWish.objects.get(community=setting.community)
    assert wish.state == "offered"
    assert "空出来了" in text(tenant.get("rooms/mine/"))
    assert elder.post(f"rooms/wishes/{wish.pk}/", take="1").status_code == 404
    assert tenant.post(f"rooms/wishes/{wish.pk}/", take="1").status_code == 302
    assert "订好了" in text(tenant.get("rooms/mine/"))


def test_the_desk_keeps_the_day_the_keys_and_the_slips(pages, add, book, actor, at, setting):
    room = add(with_key=True, weekly=dict.fromkeys(range(7), ((0, 1440),)), needs_approval=True)
    worker, now = pages("worker"), timezone.localtime()
    day = (now + timedelta(days=1)).strftime("%Y-%m-%d")
    given = {
        "day": day, "begins": "09:00", "stops": "10:00", "purpose": "合唱", "every": "week",
        "until": (now + timedelta(days=22)).strftime("%Y-%m-%d"), "holidays": "on",
        "name": "欧阳老师", "phone": "13812345678", "once": "018f0000-0000-7000-8000-000000000003",
    }  # fmt: skip
    assert worker.post(f"desk/rooms/{room.pk}/book/", **given).status_code == 302
    series = list(Booking.objects.filter(community=setting.community).order_by("starts_at"))
    assert len(series) == 4
    assert all(each.door == "desk" for each in series)
    first = text(worker.get(f"desk/rooms/bookings/{series[0].pk}/"))
    assert "13812345678" in first
    assert "取消以后所有的" in first
    shown = text(worker.get("desk/rooms/", day=day))
    assert "合唱" in shown
    assert "138****5678" in shown
    assert "13812345678" not in shown
    # The slip opens without an account, says when and where, and cancels.
    slip = pages().get(f"rooms/slip/{series[1].code}/")
    assert slip.status_code == 200
    assert "欧阳" not in text(slip)
    assert pages().get("rooms/slip/", code=series[1].code.lower()).status_code == 302
    assert pages().post(f"rooms/slip/{series[1].code}/").status_code == 302
    assert worker.post(f"rooms/bookings/{series[0].pk}/cancel-all/").status_code == 302
    states = sorted(
        Booking.objects.filter(community=setting.community).values_list("state", flat=True)
    )
    assert states == ["cancelled"] * 4
    # A residents' booking is approved and its key goes out and comes back, by one tap each.
    asked = book(room, (now + timedelta(hours=1), now + timedelta(hours=2)), when=now)
    assert "等批准" in text(worker.get("desk/rooms/"))
    move = f"desk/rooms/bookings/{asked.pk}/"
    for name, state in (("approve", "booked"), ("hand_over", "handed_over"),
                        ("give_back", "returned")):  # fmt: skip
        if name == "give_back":  # it has begun meanwhile
            begun = now - timedelta(minutes=1)
            Booking.objects.filter(community=setting.community, pk=asked.pk).update(starts_at=begun)
        assert worker.post(f"{move}{name}/").status_code == 302
        asked.refresh_from_db()
        assert asked.state == state
    assert worker.post(f"{move}nonsense/").status_code == 404
    assert pages("elder").get("desk/rooms/").status_code == 404
    other = book(room, (now + timedelta(hours=3), now + timedelta(hours=4)), when=now)
    refuse = f"desk/rooms/bookings/{other.pk}/refuse/"
    assert worker.post(refuse, reason="那天考试", seen=1).status_code == 302
    assert "那天考试" in text(pages("elder").get("rooms/mine/"))


def test_the_register_at_the_desk_and_the_sheet_on_the_door(pages, add, setting, at):
    worker, home = pages("worker"), setting.community
    given = {
        "name": "活动室", "kind": "room", "functions": ["culture", "sport"], "owner": "unit",
        "price": "free", "area": "120.55", "step_free": "no", "bookable": "on",
        "by_residents": "on", "days_ahead": "60", "minutes_most": "240", "set_up": "0",
        "through_holidays": "on", "listed": "on", "hours": "0:00-24:00", "quiet_from": "21:00",
    }  # fmt: skip
    assert worker.post("desk/rooms/register/new/", **{**given, "hours": "早上"}).status_code == 422
    assert worker.post("desk/rooms/register/new/", **given).status_code == 302
    room = Facility.objects.get(community=home, name="活动室")
    assert (room.area, room.step_free, room.hearing, room.hours.count()) == (12055, False, None, 7)
    desk = f"desk/rooms/{room.pk}/"
    changed = {**given, "step_free": "yes", "hearing": "", "fen_hour": "12.50", "seen": "1"}
    assert worker.post(f"{desk}change/", **changed).status_code == 302
    assert worker.post(f"{desk}change/", **changed).status_code == 409  # somebody was faster
    form = text(worker.get(f"{desk}change/"))
    assert 'value="120.55"' in form
    assert 'value="12.50"' in form
    week = {f"day{number}": "0:00-24:00" for number in range(6)}
    assert worker.post(f"{desk}hours/", **week, day6="18:00-次日2:00").status_code == 302
    assert 'value="18:00-02:00"' in text(worker.get(f"{desk}hours/"))
    far = (timezone.localdate() + timedelta(days=30)).isoformat()
    assert (
        worker.post(f"{desk}other-hours/", since=far, until=far, reason="粉刷").status_code == 302
    )
    row = room.closures.get()
    assert "粉刷" in text(worker.get(desk))
    assert "粉刷" in text(pages().get(f"rooms/{room.pk}/"))
    assert worker.post(f"{desk}other-hours/strike/", row=str(row.pk)).status_code == 302
    sheet = text(worker.get(f"{desk}sheet/"))
    room.refresh_from_db()
    assert room.tag in sheet
    assert "qr-code" in sheet
    assert "请安静" in sheet
    door = text(pages().get(f"rooms/door/{room.tag}/"))
    assert "就订这一小时" in door or "没有空" in door
    old = room.tag
    assert worker.post(f"{desk}sheet/new-code/").status_code == 302
    assert pages().get(f"rooms/door/{old}/").status_code == 404
    assert worker.post(f"{desk}out/", reason="漏水").status_code == 302
    assert "漏水" in text(pages().get("rooms/"))
    assert "停用" in text(worker.get(desk))
    assert worker.post(f"{desk}back/").status_code == 302
    assert worker.post(f"{desk}withdraw/").status_code == 302
    assert "活动室" not in text(pages().get("rooms/")).split("<main")[1]


def test_the_door_books_the_next_hour(pages, add, setting):
    always = dict.fromkeys(range(7), ((0, 1440),))
    room = add("乒乓球室", weekly=always)
    door = text(pages().get(f"rooms/door/{room.tag}/"))
    hidden = dict(
        part.split('" value="')
        for part in (each.split('">')[0] for each in door.split('type="hidden" name="')[1:])
        if '" value="' in part
    )
    given = {name: hidden[name] for name in ("day", "begins", "stops", "once")}
    assert pages().post(f"rooms/door/{room.tag}/book/", **given, purpose="打球").status_code == 302
    assert not Booking.objects.filter(community=setting.community).exists()
    elder = pages("elder")
    assert elder.post(f"rooms/door/{room.tag}/book/", **given, purpose="打球").status_code == 302
    assert Booking.objects.get(community=setting.community).door == "tag"
    assert elder.post(f"rooms/door/{room.tag}/book/", **{**given, "purpose": ""}).status_code == 422
    taken = {**given, "once": "018f0000-0000-7000-8000-000000000009", "purpose": "打球"}
    assert pages("tenant").post(f"rooms/door/{room.tag}/book/", **taken).status_code == 409
